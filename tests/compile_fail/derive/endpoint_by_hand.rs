use comm100::Endpoint;

pub struct GetChat {
    pub id: u64,
}

impl Endpoint for GetChat {}

fn main() {}
