use comm100::Endpoint;

pub struct Image;

#[derive(Endpoint)]
#[endpoint(post = "images")]
pub struct Request {
    #[field]
    image: Image,
}

fn main() {}
