//! The responses of the real-time reports.

use serde::{Deserializer, Serialize, Serializer};

use crate::model::Model;
use crate::model::field::{Codec, Field};
use crate::model::ids::{AgentId, CustomMetricId, VisitorId};
use crate::reports::models::StatusTime;
use crate::reports::route_to::RouteTo;

/// The current figures.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RightNow {
    /// Agents who are in a chat.
    #[model(required)]
    pub agents_in_chat: f64,
    /// Chats.
    #[model(required)]
    pub ongoing_chats: f64,
    /// Visitors on the site.
    #[model(required)]
    pub visitors_on_site: f64,
    /// Agents who are logged in.
    #[model(required)]
    pub logged_in_agents: f64,
    /// Visitors in the queue, where chats are allocated automatically.
    pub current_queue_length: Option<f64>,
    /// The share of the possible chats that are in progress, where chats are allocated automatically:
    /// a fraction of 1 in the documented samples, although the documentation calls it a percentage.
    pub chat_utilization: Option<f64>,
    /// Chats with agents, where there is a chatbot.
    pub ongoing_chats_with_agents: Option<f64>,
    /// Chats with a chatbot, where there is one.
    pub ongoing_chats_with_chatbot: Option<f64>,
}

/// The figures of today.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Today {
    /// The chats.
    pub chat_overview: ChatOverview,
    /// The service efficiency; Enterprise edition.
    pub service_efficiency: Option<ServiceEfficiency>,
    /// The figures of the agents; Enterprise edition.
    pub agent_performance: Option<AgentPerformance>,
    /// The figures of the chatbot, if there is one.
    pub chatbot: Option<ChatbotToday>,
}

/// The chats of today.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatOverview {
    /// Chats that were asked for.
    pub chat_requests: f64,
    /// Chats that took place.
    pub chats: f64,
    /// The part of the requests that became chats.
    pub chat_acceptance_rate: f64,
    /// Requests that the visitor gave up.
    pub abandoned_chats: f64,
    /// Requests that became offline messages.
    pub switch_to_messages: f64,
    /// Requests that no agent answered.
    pub missed_chats: f64,
}

/// The service efficiency today.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ServiceEfficiency {
    /// The average wait of visitors, in seconds.
    pub avg_wait_time: f64,
    /// The average length of a chat, in seconds.
    pub avg_chat_time: f64,
    /// The average response time of agents, in seconds.
    pub avg_response_time: f64,
    /// Invitations that were accepted.
    pub accepted_invitations: f64,
    /// Chats that were transferred to a department.
    pub department_transfer_chats: f64,
    /// Chats that were transferred.
    pub total_transfer_chats: f64,
}

/// The figures of the agents today.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AgentPerformance {
    /// The part of the chats that were the visitor's only one.
    pub unique_chat_rate: f64,
    /// The part of their time that agents were in chats.
    pub agent_utilization: f64,
    /// The average rating.
    pub avg_score: f64,
}

/// The figures of the chatbot today.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChatbotToday {
    /// Chats without an agent.
    pub chatbot_only_chats: f64,
    /// Chats that went on to an agent.
    pub chats_from_chatbot_to_agent: f64,
    /// Answers.
    pub answers: f64,
    /// Answers of high confidence.
    pub high_confidence_answers: f64,
}

/// The value of one of the account's own metrics today.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct CustomMetricValue {
    /// The metric.
    #[model(required)]
    pub id: CustomMetricId,
    /// The value.
    #[model(required)]
    pub value: f64,
}

/// The current state of an agent and its figures of today.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AgentNow {
    /// The agent.
    #[model(required)]
    pub agent_id: AgentId,
    /// The status: `Online`, `Away`, `Offline` or one of the account's.
    pub current_status: String,
    /// Chats that the agent is in.
    pub ongoing_chats: f64,
    /// Chats of today.
    pub today_chats: f64,
    /// The time with at least one chat today, in seconds.
    pub today_linear_chat_time: f64,
    /// The time in each status today.
    pub status_distribution: Vec<StatusTime>,
}

/// The queue of the site, of a department or of an agent.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct QueueNow {
    /// The target of the queue.
    #[model(required)]
    pub route_to: RouteTo,
    /// Chats.
    pub ongoing_chats: f64,
    /// The average wait in the last 30 minutes, in seconds.
    pub avg_wait_time_in_last_30_mins: f64,
    /// The average wait in the last 60 minutes, in seconds.
    pub avg_wait_time_in_last_60_mins: f64,
    /// Visitors who gave up in the last 30 minutes.
    pub abandoned_chats_in_last_30_mins: f64,
    /// Visitors who left a message instead in the last 30 minutes.
    pub switched_to_messages_in_last_30_mins: f64,
    /// The waiting visitors.
    pub queue: Vec<QueuedVisitor>,
}

/// A visitor in a queue.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct QueuedVisitor {
    /// The visitor.
    #[model(with = NumberedId, required)]
    pub visitor_id: VisitorId,
    /// The wait so far, in seconds.
    pub wait_time: f64,
}

/// A visitor's id, which queues have as a number.
pub(crate) struct NumberedId;

impl Codec<VisitorId> for NumberedId {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<VisitorId>, D::Error> {
        Field::read(deserializer)
    }

    fn write<S: Serializer>(value: &VisitorId, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    fn is_absent(_: &VisitorId) -> bool {
        false
    }

    #[cfg(feature = "openapi")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": ["string", "integer"] })
    }
}
