use comm100::api;

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get("{id}/name")]
    async fn get_name(&self, id: u64) -> Result<String, &'static str>;
}

fn main() {}
