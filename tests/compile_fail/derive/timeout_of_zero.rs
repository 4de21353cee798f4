use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "images/{id}", timeout = 0)]
pub struct Request {
    id: u64,
}

fn main() {}
