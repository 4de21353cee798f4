//! Offline messages.

use super::{CustomField, Id};
use crate::model::attachment::Attachment;
use crate::model::codec::Named;
use crate::model::custom_variable::CustomVariable;
use crate::model::ids::OfflineMessageId;
use crate::model::{Model, WireTime};

/// A message that a visitor left while no agent was online.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct OfflineMessage {
    /// The id, which is also the visitor's `chat_id`.
    pub id: Option<OfflineMessageId>,
    /// The visitor's name.
    pub name: String,
    /// The visitor's email address.
    pub email: String,
    /// The visitor's company.
    pub company: String,
    /// The visitor's phone number.
    pub phone: String,
    /// The department, if the visitor chose one. The platforms send its id or its name.
    pub department: Option<Id>,
    /// The skill; only the new platform sends it.
    pub skill: Option<Id>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub content: String,
    /// The values of the account's custom fields.
    pub custom_fields: Vec<CustomField>,
    /// The custom variables.
    #[model(alias = "custom_variables")]
    pub custom_variable: Vec<CustomVariable>,
    /// The files that the visitor sent.
    #[model(with = Named)]
    pub attachment: Vec<Attachment>,
    /// The time at which it was sent.
    pub time: WireTime,
}
