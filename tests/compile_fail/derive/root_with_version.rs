use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "health/{id}", root, version = 2)]
pub struct Request {
    id: u64,
}

fn main() {}
