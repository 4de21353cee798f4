use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "images/{id}", headers("Host" = "x"))]
pub struct Request {
    id: u64,
}

fn main() {}
