use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "images")]
pub struct Request {
    #[query(first = 0)]
    page: u32,
}

fn main() {}
