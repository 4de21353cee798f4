use comm100::{Result, api};

#[api(path = "livechat/tickets")]
trait Tickets {
    #[get("{id}/name")]
    async fn get_name(&self, id: u64) -> Result<&'static str>;

    #[get("names")]
    async fn list_names<'x>(&self, #[query] word: &'x str) -> Result<Vec<&'x str>>;
}

fn main() {}
