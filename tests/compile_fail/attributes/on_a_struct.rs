use comm100::api;

#[api(path = "livechat/tickets")]
pub struct Tickets {
    pub id: u64,
}

fn main() {}
