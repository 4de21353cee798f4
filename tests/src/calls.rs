//! The calls that the fault tests make: every verb, with values that must not
//! show up anywhere.

use comm100::{Client, Error, Result, api};
use serde::Deserialize;

/// The response of a test server.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Answer {
    /// Any text.
    pub value: String,
}

/// Endpoints of every verb.
#[api(path = "livechat/faults")]
pub trait Faults {
    /// A read.
    #[get("{id}")]
    async fn read(&self, id: &str) -> Result<Answer>;

    /// A write that may be repeated.
    #[put("{id}")]
    async fn replace(&self, id: &str, #[form] value: &str) -> Result<Answer>;

    /// Another.
    #[delete("{id}")]
    async fn remove(&self, id: &str) -> Result<Answer>;

    /// A POST that is declared so.
    #[post("{id}/mark", idempotent)]
    async fn mark(&self, id: &str, #[form] value: &str) -> Result<Answer>;

    /// A write that may not.
    #[post]
    async fn create(&self, #[form] value: &str) -> Result<Answer>;

    /// Another.
    #[patch("{id}")]
    async fn amend(&self, id: &str, #[form] value: &str) -> Result<Answer>;

    /// A PUT that is declared so.
    #[put("{id}/reset_key", idempotent = false)]
    async fn reset_key(&self, id: &str) -> Result<Answer>;
}

/// A call by its kind, for tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// GET
    Read,
    /// PUT
    Replace,
    /// DELETE
    Remove,
    /// POST, `idempotent`
    Mark,
    /// POST
    Create,
    /// PATCH
    Amend,
    /// PUT, `idempotent = false`
    ResetKey,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Read,
        Self::Replace,
        Self::Remove,
        Self::Mark,
        Self::Create,
        Self::Amend,
        Self::ResetKey,
    ];

    /// Returns true if the call may be sent twice.
    #[must_use]
    pub fn is_idempotent(self) -> bool {
        matches!(self, Self::Read | Self::Replace | Self::Remove | Self::Mark)
    }

    /// Makes the call.
    pub async fn call(self, client: &Client, value: &str) -> Result<Answer, Error> {
        match self {
            Self::Read => client.read(value).await,
            Self::Replace => client.replace(value, value).await,
            Self::Remove => client.remove(value).await,
            Self::Mark => client.mark(value, value).await,
            Self::Create => client.create(value).await,
            Self::Amend => client.amend(value, value).await,
            Self::ResetKey => client.reset_key(value).await,
        }
    }
}
