use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get = "api/v3/global/agents/{id}")]
struct GetAgent {
    id: u64,
}

fn main() {}
