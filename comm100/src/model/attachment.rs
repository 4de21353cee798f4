//! Attachments of chats and offline messages.

use crate::model::Model;

/// A file that was sent.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Attachment {
    /// The file name.
    pub name: String,
    /// The URL; `Client::fetch_url` downloads it.
    #[model(alias = "url")]
    pub uri: String,
}
