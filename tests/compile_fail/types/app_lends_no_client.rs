use comm100::{Result, api};

#[api(path = "livechat/tickets")]
pub trait Tickets {
    #[get]
    async fn list_tickets(&self) -> Result<()>;
}

pub struct App;

pub async fn list(app: &App) -> Result<()> {
    app.list_tickets().await
}

fn main() {}
