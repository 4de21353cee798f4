use comm100::Endpoint;

pub struct Image;

#[derive(Endpoint)]
#[endpoint(post = "images")]
pub struct Request {
    #[part]
    image: Image,
}

fn main() {}
