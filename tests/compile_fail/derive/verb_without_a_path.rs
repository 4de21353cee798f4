use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(get, returns = String)]
pub struct GetChat {
    pub id: String,
}

fn main() {}
