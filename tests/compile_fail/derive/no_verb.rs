use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint(returns = String)]
pub struct GetChat {
    pub id: String,
}

fn main() {}
