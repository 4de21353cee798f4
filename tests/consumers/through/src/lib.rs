//! A crate without a dependency on the facade.

#![deny(missing_docs, warnings)]

use comm100_consumer_reexport::{chat, declare, declare_all, declare_value};
use serde::Deserialize;

/// A ticket.
#[derive(Debug, Deserialize)]
pub struct Ticket {
    /// Its number.
    pub id: u64,
}

declare! {
    /// By the other library's macro.
    pub trait Newest: newest_ticket at "livechat/tickets/newest" -> Ticket
}

declare_all! {
    /// By the other library's macro, with methods of this crate.
    pub trait Oldest {
        /// Gets it.
        #[get("oldest")]
        async fn oldest_ticket(&self, #[query] word: Option<&str>) -> chat::Result<Ticket>;
        /// Closes it.
        #[post("oldest:close")]
        async fn close_oldest_ticket(&self, #[field] reason: &str) -> chat::Result<()>;
    }
}

declare_value! {
    /// By the other library's macro, with fields of this crate.
    #[derive(Debug)]
    pub struct Search {
        /// The text that they contain.
        #[query]
        pub word: &'static str,
    } -> Vec<Ticket>
}

/// By the facade's macro, which the other library re-exports.
#[chat::api(path = "livechat/tickets", crate = comm100_consumer_reexport::chat)]
pub trait Tickets {
    /// Gets one.
    #[get("{id}")]
    async fn get_ticket(&self, id: u64) -> chat::Result<Ticket>;
}

#[cfg(test)]
mod tests {
    use super::chat::{Client, Credentials, Platform, Result};
    use super::{Newest, Oldest, Search, Tickets};

    #[test]
    fn a_re_exported_facade_declares_endpoints() -> Result<()> {
        let client = Client::builder()
            .platform(Platform::Hosted)
            .credentials(Credentials::new("agent@example.com", "KEY"))
            .build()?;
        let newest = client.newest_ticket().word("x").request()?;
        assert_eq!(newest.uri().path(), "/api/v1/livechat/tickets/newest");
        let oldest = client.oldest_ticket().word("x").request()?;
        assert_eq!(oldest.uri().path(), "/api/v1/livechat/tickets/oldest");
        let close = client.close_oldest_ticket("old").request()?;
        assert_eq!(close.body(), r#"{"reason":"old"}"#);
        let search = client.call(Search { word: "x" }).request()?;
        assert_eq!(search.uri().query(), Some("word=x"));
        let get = client.get_ticket(7).request()?;
        assert_eq!(get.uri().path(), "/api/v1/livechat/tickets/7");
        Ok(())
    }
}
