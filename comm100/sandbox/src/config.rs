//! The options of a sandbox that do not change while it runs.

use std::time::Duration;

use crate::{account::access::Edition, clock::Clock, quirks::Quirks};

#[derive(Clone, Debug)]
pub(crate) struct Config {
    pub(crate) clock: Clock,
    pub(crate) edition: Edition,
    pub(crate) quirks: Quirks,
    pub(crate) has_chatbot: bool,
    pub(crate) token_lifetime: Duration,
    pub(crate) site_id: Option<u64>,
    /// The most requests in any window of this length.
    pub(crate) rate_limit: Option<(usize, Duration)>,
    /// The longest that a webhook may take to respond.
    pub(crate) delivery_timeout: Duration,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            clock: Clock::default(),
            edition: Edition::default(),
            quirks: Quirks::default(),
            has_chatbot: false,
            // As in every documented sample.
            token_lifetime: Duration::from_secs(43_199),
            site_id: None,
            rate_limit: None,
            delivery_timeout: Duration::from_secs(10),
        }
    }
}
