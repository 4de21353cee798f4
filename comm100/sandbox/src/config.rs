//! The options of a sandbox that do not change while it runs.

use crate::{account::access::Edition, clock::Clock, quirks::Quirks};

#[derive(Clone, Debug, Default)]
pub(crate) struct Config {
    pub(crate) clock: Clock,
    pub(crate) edition: Edition,
    pub(crate) quirks: Quirks,
    pub(crate) has_chatbot: bool,
}
