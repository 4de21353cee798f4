use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(post = "images/{id}:")]
pub struct Request {
    id: u64,
}

fn main() {}
