//! Rows of reports that do not consist of a key and metrics.

use jiff::civil::DateTime;

use crate::model::Model;
use crate::model::ids::{AgentId, CampaignId, CannedMessageId, FormFieldId};
use crate::reports::time_span::TimeSpan;

/// From which page chats were asked for.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RequestPageRow {
    /// The page's URL.
    pub request_page: String,
    /// The number of chats.
    pub chats: f64,
}

/// The status changes of an agent.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AgentStatusLog {
    /// The span that the log is of.
    pub time: Option<TimeSpan>,
    /// The agent.
    #[model(required)]
    pub agent_id: AgentId,
    /// The changes.
    pub change_logs: Vec<StatusChange>,
}

/// A change of an agent's status.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct StatusChange {
    /// The time, in the time zone of the request.
    pub time: Option<DateTime>,
    /// To what: `Online`, `Away`, `Offline` or a status of the account's.
    #[model(alias = "name")]
    pub status: String,
}

/// The time in a status.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct StatusTime {
    /// The status: `Online`, `Away`, `Offline`, `Logged-in`, `Total Away` or one of the
    /// account's.
    #[model(alias = "name")]
    pub status: String,
    /// Seconds.
    pub time: f64,
}

/// The answers in the forms of a campaign.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SurveyResult {
    /// The campaign.
    #[model(required)]
    pub campaign_id: CampaignId,
    /// The form's fields.
    pub fields: Vec<SurveyField>,
}

/// The counts of the options of a form field.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SurveyField {
    /// The field.
    #[model(required)]
    pub field_id: FormFieldId,
    /// The field's name.
    pub field_name: String,
    /// The options.
    pub options: Vec<OptionCount>,
    /// The options by groups, of the category field of a wrap-up form in advanced mode.
    pub groups: Vec<OptionGroup>,
}

/// Options that belong together.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct OptionGroup {
    /// The group's name.
    pub name: String,
    /// The options.
    pub options: Vec<OptionCount>,
}

/// The count of an option.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct OptionCount {
    /// The option.
    pub name: String,
    /// The count.
    pub count: f64,
}

/// The use of a canned message.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CannedMessageUse {
    /// The canned message.
    #[model(required)]
    pub id: CannedMessageId,
    /// The count.
    pub used_times: f64,
    /// The number of agents that used it.
    pub agents_used_it: f64,
}
