//! The metrics of each report, as `f64` since those of a distribution are averages. A metric that a
//! row does not have is 0.

use crate::reports::models::StatusTime;
use crate::reports::slots::metrics;

metrics! {
    /// Metrics of `chat_volume_report`.
    pub struct ChatVolumeMetrics {
        /// Chats that were asked for.
        chat_requests: f64 = "chatRequests", avg "avgChatRequests";
        /// Chats that took place.
        chats: f64 = "chats", avg "avgChats";
        /// Requests that no agent answered.
        missed_chats: f64 = "missedChats", avg "avgMissedChats";
        /// Requests that an agent refused.
        refused_chats: f64 = "refusedChats", avg "avgRefusedChats";
    }

    /// Metrics of `visits_report`.
    pub struct VisitsMetrics {
        /// Visits.
        visits: f64 = "visits", avg "avgVisits";
    }

    /// Metrics of `chat_source_report`.
    pub struct ChatSourceMetrics {
        /// All chats.
        chats: f64 = "chats", avg "avgChats";
        /// Chats that visitors began. The service spells the name `chatsInitialtedByVisitors`.
        chats_initiated_by_visitors: f64
            = "chatsInitialtedByVisitors" | "chatsInitiatedByVisitors",
            avg "avgChatsInitialtedByVisitors" | "avgChatsInitiatedByVisitors";
        /// Chats that came of an agent's invitation.
        chats_from_manual_invitations: f64
            = "chatsFromManualInvitations", avg "avgChatsFromManualInvitations";
        /// Chats that came of an automatic invitation.
        chats_from_auto_invitations: f64
            = "chatsFromAutoInvitations", avg "avgChatsFromAutoInvitations";
    }

    /// Metrics of `queue_report`.
    pub struct QueueMetrics {
        /// Chat requests that had to queue.
        queued_chat_requests: f64 = "queuedChatRequests", avg "avgQueuedChatRequests";
        /// Chats that came out of the queue.
        chats_from_queue: f64 = "chatsFromQueue", avg "avgChatsFromQueue";
        /// Visitors who left a message instead.
        switched_to_messages: f64 = "switchedToMessages", avg "avgSwitchedToMessages";
        /// Visitors who gave up.
        abandoned_chats: f64 = "abandonedChats", avg "avgAbandonedChats";
        /// Requests that an agent refused.
        refused_chats: f64 = "refusedChats", avg "avgRefusedChats";
        /// The longest that the queue was, in visitors. The service spells its average
        /// `avgMmaxQueueSize`.
        max_queue_size: f64 = "maxQueueSize", avg "avgMmaxQueueSize" | "avgMaxQueueSize";
    }

    /// Metrics of `wait_time_report`.
    pub struct WaitTimeMetrics {
        /// The average wait of visitors, in seconds.
        avg_wait_time: f64 = "avgWaitTime";
        /// The average wait in missed chats, in seconds.
        avg_wait_time_of_missed_chats: f64 = "avgWaitTimeOfMissedChats";
        /// The longest wait, in seconds.
        max_wait_time: f64 = "maxWaitTime", avg "avgMaxWaitTime";
        /// The longest wait in chats that were missed, in seconds.
        max_wait_time_of_missed_chats: f64
            = "maxWaitTimeOfMissedChats", avg "avgMaxWaitTimeOfMissedChats";
    }

    /// Metrics of `chat_transfer_report`.
    pub struct ChatTransferMetrics {
        /// All chats.
        chats: f64 = "chats";
        /// Chats that were transferred, in rows by time.
        total_transferred_chats: f64 = "totalTransferredChats";
        /// Chats that were transferred to a department, in rows by time.
        department_transferred_chats: f64 = "departmentTransferredChats";
        /// Chats that were transferred to the department, in rows by department.
        department_transferred_in_chats: f64 = "departmentTransferredInChats";
        /// Chats that were transferred away from the department, in rows by department.
        department_transferred_out_chats: f64 = "departmentTransferredOutChats";
    }

    /// Metrics of `availability_report`.
    pub struct AvailabilityMetrics {
        /// The time online, in seconds.
        online: f64 = "online";
        /// The time in each status, if the rows or the filter are of an agent.
        status_distribution: Vec<StatusTime> = "statusDistribution";
    }

    /// Metrics of `agent_performance_report`.
    pub struct AgentPerformanceMetrics {
        /// The average length of a chat, in seconds.
        avg_chat_time: f64 = "avgChatTime";
        /// The average wait of visitors, in seconds.
        avg_wait_time: f64 = "avgWaitTime";
        /// The total length of all chats, in seconds.
        total_chat_time: f64 = "totalChatTime";
        /// Chats in which the agent had the last word.
        last_message_sent_by_agent: f64 = "lastMessageSentByAgent";
    }

    /// Metrics of `workload_report`.
    pub struct WorkloadMetrics {
        /// The time with at least one chat, in seconds.
        linear_chat_time: f64 = "linearChatTime", avg "avgLinearChatTime";
        /// The time online without a chat, in seconds.
        idle_time: f64 = "idleTime", avg "avgIdleTime";
        /// The share of their time that agents were in chats: a fraction of 1 in the documented
        /// samples, although the documentation calls it a percentage.
        agent_utilization: f64 = "agentUtilization", avg "avgAgentUtilization";
        /// The average number of concurrent chats of an agent.
        avg_concurrent_chats: f64 = "avgConcurrentChats";
        /// The total length of all chats, in seconds.
        total_chat_time: f64 = "totalChatTime", avg "avgTotalChatTime";
        /// Chats.
        chats: f64 = "chats", avg "avgChats";
    }

    /// Metrics of `efficiency_report`.
    pub struct EfficiencyMetrics {
        /// The average response time of agents, in seconds.
        avg_agent_response_time: f64 = "avgAgentResponseTime";
        /// The average wait of visitors, in seconds.
        avg_wait_time: f64 = "avgWaitTime";
        /// The average length of a chat, in seconds.
        avg_chat_time: f64 = "avgChatTime";
        /// Messages of agents in a chat on average.
        avg_agents_chat_messages: f64 = "avgAgentsChatMessages";
        /// Messages of visitors in a chat on average.
        avg_visitors_chat_messages: f64 = "avgVisitorsChatMessages";
        /// Canned messages in a chat on average.
        avg_canned_messages: f64 = "avgCannedMessages";
        /// Chats in which the agent had the last word.
        last_message_sent_by_agent: f64 = "lastMessageSentByAgent" | "avgLastMessageSentByAgent";
    }

    /// Metrics of `rating_report`: how many chats were given
    /// each score.
    pub struct RatingMetrics {
        /// Chats rated 5, the best.
        score5: f64 = "score5", avg "avgScore5";
        /// Chats rated 4.
        score4: f64 = "score4", avg "avgScore4";
        /// Chats rated 3.
        score3: f64 = "score3", avg "avgScore3";
        /// Chats rated 2.
        score2: f64 = "score2", avg "avgScore2";
        /// Chats rated 1.
        score1: f64 = "score1", avg "avgScore1";
    }

    /// Metrics of `wrap_up_completion_report`.
    pub struct WrapUpCompletionMetrics {
        /// Chats whose wrap-up was filled in.
        wrapups: f64 = "wrapups";
        /// All chats.
        chats: f64 = "chats";
    }

    /// Metrics of `conversions_report`.
    pub struct ConversionsMetrics {
        /// Conversions.
        conversions: f64 = "conversions";
        /// Chats.
        chats: f64 = "chats";
        /// Visitors who chatted.
        chatted_visitors: f64 = "chattedVisitors";
        /// Visitors who converted.
        converted_visitors: f64 = "convertedVisitors";
        /// Visitors who chatted and converted.
        converted_chatted_visitors: f64 = "convertedChattedVisitors";
        /// The worth of the conversions, in the account's money.
        value: f64 = "value";
    }

    /// Metrics of `manual_invitation_report`.
    pub struct ManualInvitationMetrics {
        /// Invitations that were sent.
        sent: f64 = "sent";
        /// Invitations that were accepted.
        accepted: f64 = "accepted";
    }

    /// Metrics of `auto_invitation_report`.
    pub struct AutoInvitationMetrics {
        /// Invitations that were sent.
        sent: f64 = "sent";
        /// Invitations that were accepted.
        accepted: f64 = "accepted";
    }

    /// Metrics of `offline_message_report`.
    pub struct OfflineMessageMetrics {
        /// Offline messages.
        messages: f64 = "messages", avg "avgMessages";
        /// Of these, from the button while no one was online.
        from_offline_button: f64 = "fromOfflineButton", avg "avgFromOfflineButton";
        /// Of these, from visitors who were in the queue.
        from_chat_queue: f64 = "fromChatQueue", avg "avgFromChatQueue";
    }
}
