//! What the real-time reports answer.

use serde::{Deserializer, Serializer};

use crate::model::field::{Codec, Field, OrDefault};
use crate::model::ids::{AgentId, CustomMetricId, VisitorId};
use crate::model::model;
use crate::reports::models::StatusTime;
use crate::reports::route_to::RouteTo;

model! {
    /// What goes on right now.
    pub struct RightNow {
        /// Agents who are in a chat.
        agents_in_chat: f64 = "agentsInChat",
        /// Chats.
        ongoing_chats: f64 = "ongoingChats",
        /// Visitors on the site.
        visitors_on_site: f64 = "visitorsOnSite",
        /// Agents who are logged in.
        logged_in_agents: f64 = "loggedInAgents",
        /// Visitors in the queue, where chats are allocated automatically.
        current_queue_length: Option<f64> = "currentQueueLength",
        /// The part of all possible chats that there are, where chats are allocated automatically:
        /// a fraction of 1 in what the service shows, though it speaks of a percentage.
        chat_utilization: Option<f64> = "chatUtilization",
        /// Chats with agents, where there is a chatbot.
        ongoing_chats_with_agents: Option<f64> = "ongoingChatsWithAgents",
        /// Chats with a chatbot, where there is one.
        ongoing_chats_with_chatbot: Option<f64> = "ongoingChatsWithChatbot",
    }
}

model! {
    /// What went on today.
    pub struct Today {
        /// The chats.
        chat_overview: ChatOverview as OrDefault = "chatOverview",
        /// How fast visitors were served; Enterprise edition.
        service_efficiency: Option<ServiceEfficiency> = "serviceEfficiency",
        /// What the agents did; Enterprise edition.
        agent_performance: Option<AgentPerformance> = "agentPerformance",
        /// What the chatbot did, where there is one.
        chatbot: Option<ChatbotToday>,
    }
}

model! {
    /// The chats of today.
    pub struct ChatOverview {
        /// Chats that were asked for.
        chat_requests: f64 as OrDefault = "chatRequests",
        /// Chats that took place.
        chats: f64 as OrDefault,
        /// The part of the requests that became chats.
        chat_acceptance_rate: f64 as OrDefault = "chatAcceptanceRate",
        /// Requests that the visitor gave up.
        abandoned_chats: f64 as OrDefault = "abandonedChats",
        /// Requests that became offline messages.
        switch_to_messages: f64 as OrDefault = "switchToMessages",
        /// Requests that no agent answered.
        missed_chats: f64 as OrDefault = "missedChats",
    }
}

model! {
    /// How fast visitors were served today.
    pub struct ServiceEfficiency {
        /// How long visitors waited on average, in seconds.
        avg_wait_time: f64 as OrDefault = "avgWaitTime",
        /// How long a chat was on average, in seconds.
        avg_chat_time: f64 as OrDefault = "avgChatTime",
        /// How long an agent took to answer on average, in seconds.
        avg_response_time: f64 as OrDefault = "avgResponseTime",
        /// Invitations that were accepted.
        accepted_invitations: f64 as OrDefault = "acceptedInvitations",
        /// Chats that were transferred to a department.
        department_transfer_chats: f64 as OrDefault = "departmentTransferChats",
        /// Chats that were transferred.
        total_transfer_chats: f64 as OrDefault = "totalTransferChats",
    }
}

model! {
    /// What the agents did today.
    pub struct AgentPerformance {
        /// The part of the chats that were the visitor's only one.
        unique_chat_rate: f64 as OrDefault = "uniqueChatRate",
        /// The part of their time that agents were in chats.
        agent_utilization: f64 as OrDefault = "agentUtilization",
        /// The average rating.
        avg_score: f64 as OrDefault = "avgScore",
    }
}

model! {
    /// What the chatbot did today.
    pub struct ChatbotToday {
        /// Chats without an agent.
        chatbot_only_chats: f64 as OrDefault = "chatbotOnlyChats",
        /// Chats that went on to an agent.
        chats_from_chatbot_to_agent: f64 as OrDefault = "chatsFromChatbotToAgent",
        /// Answers.
        answers: f64 as OrDefault,
        /// Answers of high confidence.
        high_confidence_answers: f64 as OrDefault = "highConfidenceAnswers",
    }
}

model! {
    /// The value of one of the account's own metrics today.
    pub struct CustomMetricValue {
        /// The metric.
        id: CustomMetricId,
        /// The value.
        value: f64,
    }
}

model! {
    /// What an agent does, and did today.
    pub struct AgentNow {
        /// The agent.
        agent_id: AgentId = "agentId",
        /// The status: `Online`, `Away`, `Offline` or one of the account's.
        current_status: String = "currentStatus",
        /// Chats that the agent is in.
        ongoing_chats: f64 as OrDefault = "ongoingChats",
        /// Chats of today.
        today_chats: f64 as OrDefault = "todayChats",
        /// How long the agent was in at least one chat today, in seconds.
        today_linear_chat_time: f64 as OrDefault = "todayLinearChatTime",
        /// How long each status lasted today.
        status_distribution: Vec<StatusTime> = "statusDistribution",
    }
}

model! {
    /// The queue of the site, of a department or of an agent.
    pub struct QueueNow {
        /// Where the queue leads.
        route_to: RouteTo = "routeTo",
        /// Chats.
        ongoing_chats: f64 as OrDefault = "ongoingChats",
        /// How long visitors waited on average in the last 30 minutes, in seconds.
        avg_wait_time_in_last_30_mins: f64 as OrDefault = "avgWaitTimeInLast30Mins",
        /// How long visitors waited on average in the last 60 minutes, in seconds.
        avg_wait_time_in_last_60_mins: f64 as OrDefault = "avgWaitTimeInLast60Mins",
        /// Visitors who gave up in the last 30 minutes.
        abandoned_chats_in_last_30_mins: f64 as OrDefault = "abandonedChatsInLast30Mins",
        /// Visitors who left a message instead in the last 30 minutes.
        switched_to_messages_in_last_30_mins: f64 as OrDefault
            = "switchedToMessagesInLast30Mins",
        /// Who waits.
        queue: Vec<QueuedVisitor>,
    }
}

model! {
    /// A visitor in a queue.
    pub struct QueuedVisitor {
        /// The visitor.
        visitor_id: VisitorId as NumberedId = "visitorId",
        /// How long the visitor has waited, in seconds.
        wait_time: f64 as OrDefault = "waitTime",
    }
}

/// A visitor's id, which queues have as a number.
pub(crate) struct NumberedId;

impl Codec<VisitorId> for NumberedId {
    fn read_nullable<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<VisitorId>, D::Error> {
        VisitorId::read_nullable(deserializer)
    }

    fn write<S: Serializer>(value: &VisitorId, serializer: S) -> Result<S::Ok, S::Error> {
        value.write(serializer)
    }

    fn absent() -> Option<VisitorId> {
        None
    }

    fn is_absent(_: &VisitorId) -> bool {
        false
    }

    #[cfg(feature = "openapi")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": ["string", "integer"] })
    }
}
