//! Chats.

use super::{CustomField, WrapUp};
use crate::model::attachment::Attachment;
use crate::model::chat_operators::{ChatOperator, OperatorNames};
use crate::model::codec::{IntegerText, Named};
use crate::model::custom_variable::CustomVariable;
use crate::model::ids::ChatId;
use crate::model::waiting_time::WaitingTime;
use crate::model::{Model, WireTime};

/// The character that ends each line of a transcript.
const LINE_END: char = '\u{2299}';

/// A chat that has ended or was transferred.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Chat {
    /// The id.
    pub id: Option<ChatId>,
    /// The visitor's name.
    pub name: String,
    /// The visitor's email address.
    pub email: String,
    /// The visitor's company.
    pub company: String,
    /// The visitor's phone number.
    pub phone: String,
    /// The product or service that the chat was about.
    pub product_service: String,
    /// The department's name. The [`Visitor`](super::Visitor) has its id.
    pub department: String,
    /// The agents that took part.
    #[model(alias = "agents", with = OperatorNames)]
    pub operators: Vec<ChatOperator>,
    /// The values of the account's custom fields.
    pub custom_fields: Vec<CustomField>,
    /// The custom variables.
    #[model(alias = "custom_variables")]
    pub custom_variable: Vec<CustomVariable>,
    /// The time at which the chat started.
    pub start_time: WireTime,
    /// The time that the visitor waited.
    pub waiting_time: WaitingTime,
    /// The time at which the chat ended.
    pub end_time: WireTime,
    /// The transcript as it is on the wire: each line ends with `⊙`. See
    /// [`transcript_lines`](Self::transcript_lines).
    pub chat_transcript: String,
    /// The files that were sent.
    #[model(with = Named)]
    pub attachment: Vec<Attachment>,
    /// The visitor's rating: 1 to 5, 5 being the best.
    #[model(with = IntegerText)]
    pub rating: Option<u32>,
    /// The visitor's comment on the chat.
    pub rating_comment: Option<String>,
    /// The agent's comment on the chat.
    #[model(alias = "agent_comment")]
    pub operator_comment: Option<String>,
    /// The agent's wrap-up.
    #[model(alias = "wrapup")]
    pub wrap_up: Option<WrapUp>,
}

impl Chat {
    /// Returns the lines of the transcript, without their ends.
    ///
    /// Messages are `[HH:MM:SS] sender: text`; lines of the system have another form.
    pub fn transcript_lines(&self) -> impl Iterator<Item = &str> {
        self.chat_transcript
            .split([LINE_END, '\n'])
            .map(|line| line.trim_end_matches('\r'))
            .filter(|line| !line.is_empty())
    }
}
