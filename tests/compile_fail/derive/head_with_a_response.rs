use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(head = "images/{id}", returns = String)]
pub struct Request {
    id: u64,
}

fn main() {}
