//! The state that all attempts of a call share.

use super::handoff::Acceptance;
use crate::client::{Client, Inner};
use crate::request::PreparedCall;

/// Owned by the future of a call; its parts are passed together, which keeps that future small.
pub(super) struct CallContext {
    pub(super) client: Client,
    pub(super) prepared: PreparedCall,
    pub(super) acceptance: Acceptance,
}

impl CallContext {
    pub(super) fn inner(&self) -> &Inner {
        &self.client.inner
    }
}
