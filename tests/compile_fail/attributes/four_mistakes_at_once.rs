use comm100::{Result, api};

#[api]
pub trait Tickets {
    #[get("{idd}")]
    async fn get_ticket(&self, id: u64, #[qery] keyword: Option<&str>) -> Result<()>;

    #[delete("/{id}")]
    fn remove_ticket(&self, id: u64) -> Result<()>;
}

fn main() {}
