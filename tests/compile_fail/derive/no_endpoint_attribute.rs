use comm100::Endpoint;

#[derive(Endpoint)]
pub struct GetChat {
    pub id: String,
}

fn main() {}
