//! The chats of a batch removal.

use serde::ser::{Error, Serialize, SerializeMap, Serializer};

use crate::__private::reason;
use crate::model::ids::ChatId;

/// The chats of a batch removal, sent as `[0]=..&[1]=..`. An empty list is an error when it is sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChatIds(Vec<ChatId>);

impl ChatIds {
    /// Creates a list of the chats with these ids.
    #[must_use]
    pub fn new(ids: impl IntoIterator<Item = ChatId>) -> Self {
        Self(ids.into_iter().collect())
    }
}

impl<const N: usize> From<[ChatId; N]> for ChatIds {
    fn from(ids: [ChatId; N]) -> Self {
        Self::new(ids)
    }
}

impl From<&[ChatId]> for ChatIds {
    fn from(ids: &[ChatId]) -> Self {
        Self(ids.to_vec())
    }
}

impl Serialize for ChatIds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_empty() {
            return Err(Error::custom(reason(
                "the list of chats is empty; name at least one",
            )));
        }
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (index, id) in self.0.iter().enumerate() {
            map.serialize_entry(&format!("[{index}]"), id)?;
        }
        map.end()
    }
}
