use comm100::Endpoint;

pub struct Image;

#[derive(Endpoint)]
#[endpoint(put = "images/{id}")]
pub struct Request {
    id: u64,
    #[body]
    image: Image,
}

fn main() {}
