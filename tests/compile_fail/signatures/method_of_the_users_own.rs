use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<Vec<u64>>;

    /// The first ticket.
    fn first(&self, tickets: &[u64]) -> Option<u64> {
        tickets.first().copied()
    }
}

fn main() {}
