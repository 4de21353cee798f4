use comm100::Endpoint;

#[derive(Endpoint)]
#[endpoint]
pub struct GetChat {
    pub id: String,
}

fn main() {}
