//! The facade is a renamed dependency, and `comm100` is a module of the user.

#![deny(missing_docs, unused_qualifications, warnings)]

use livechat::{Endpoint, Result, api};

/// Unrelated to the facade.
pub mod comm100 {}

/// Tickets.
#[api(path = "livechat/tickets", crate = livechat)]
pub trait Tickets {
    /// Gets one.
    #[get("{id}")]
    async fn get_ticket(&self, id: u64, #[query] word: Option<&str>) -> Result<String>;
}

/// Gets one.
#[derive(Debug, Endpoint)]
#[endpoint(get = "livechat/tickets/{id}", returns = String, crate = ::livechat)]
pub struct GetTicket {
    /// The id.
    pub id: u64,
}

#[cfg(test)]
mod tests {
    use livechat::{Client, Credentials, Platform, Result};

    use super::{GetTicket, Tickets};

    #[test]
    fn a_renamed_facade_is_found() -> Result<()> {
        let client = Client::builder()
            .platform(Platform::Hosted)
            .credentials(Credentials::new("agent@example.com", "KEY"))
            .build()?;
        let get = client.get_ticket(7).word("x").request()?;
        assert_eq!(get.uri().path(), "/api/v1/livechat/tickets/7");
        let get = client.call(GetTicket { id: 8 }).request()?;
        assert_eq!(get.uri().path(), "/api/v1/livechat/tickets/8");
        Ok(())
    }
}
