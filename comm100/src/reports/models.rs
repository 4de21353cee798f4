//! Rows of the reports that are not metrics beside a key.

use jiff::civil::DateTime;

use crate::model::field::OrDefault;
use crate::model::ids::{AgentId, CampaignId, CannedMessageId, FormFieldId};
use crate::model::model;
use crate::reports::time_span::TimeSpan;

model! {
    /// From which page chats were asked for.
    pub struct RequestPageRow {
        /// The page's URL.
        request_page: String = "requestPage",
        /// How many chats.
        chats: f64 as OrDefault,
    }
}

model! {
    /// When an agent's status changed.
    pub struct AgentStatusLog {
        /// The span that the log is of.
        time: Option<TimeSpan>,
        /// The agent.
        agent_id: AgentId = "agentId",
        /// The changes.
        change_logs: Vec<StatusChange> = "changeLogs",
    }
}

model! {
    /// A change of an agent's status.
    pub struct StatusChange {
        /// When, in the time zone of the request.
        time: DateTime,
        /// To what: `Online`, `Away`, `Offline` or a status of the account's.
        status: String = "status" | "name",
    }
}

model! {
    /// How long a status lasted.
    pub struct StatusTime {
        /// The status: `Online`, `Away`, `Offline`, `Logged-in`, `Total Away` or one of the
        /// account's.
        status: String = "status" | "name",
        /// Seconds.
        time: f64 as OrDefault,
    }
}

model! {
    /// What was filled into the forms of a campaign.
    pub struct SurveyResult {
        /// The campaign.
        campaign_id: CampaignId = "campaignId",
        /// The form's fields.
        fields: Vec<SurveyField>,
    }
}

model! {
    /// How often each option of a form's field was chosen.
    pub struct SurveyField {
        /// The field.
        field_id: FormFieldId = "fieldId",
        /// The field's name.
        field_name: String = "fieldName",
        /// The options.
        options: Vec<OptionCount>,
        /// The options by groups, of the category field of a wrap-up form in advanced mode.
        groups: Vec<OptionGroup>,
    }
}

model! {
    /// Options that belong together.
    pub struct OptionGroup {
        /// The group's name.
        name: String,
        /// The options.
        options: Vec<OptionCount>,
    }
}

model! {
    /// How often an option was chosen.
    pub struct OptionCount {
        /// The option.
        name: String,
        /// How often.
        count: f64 as OrDefault,
    }
}

model! {
    /// How often a canned message was used.
    pub struct CannedMessageUse {
        /// The canned message.
        id: CannedMessageId,
        /// How often.
        used_times: f64 as OrDefault = "usedTimes",
        /// How many agents used it.
        agents_used_it: f64 as OrDefault = "agentsUsedIt",
    }
}
