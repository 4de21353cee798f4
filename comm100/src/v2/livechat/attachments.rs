//! Attachments.

use crate::model::Model;

/// An attachment.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Attachment {
    /// The name.
    pub name: String,
    /// The URL; see `Client::fetch_url`.
    pub uri: String,
}
