//! The documented shape of each report of rows.

/// A report's path, whether it has distributions, its other groups with their keys, its filters
/// with an id, its metrics by time, and those in a distribution.
pub(crate) type Shape = (
    &'static str,
    bool,
    &'static [(&'static str, &'static str)],
    &'static [(&'static str, u64)],
    &'static [&'static str],
    &'static [&'static str],
);

const AGENT: (&str, &str) = ("agent", "agentId");
const DEPARTMENT: (&str, &str) = ("department", "departmentId");
const CAMPAIGN: (&str, &str) = ("campaign", "campaignId");
const SEGMENT: (&str, &str) = ("visitorSegment", "visitorSegmentId");

pub(crate) const SHAPES: &[Shape] = &[
    (
        "chatVolume",
        true,
        &[CAMPAIGN, DEPARTMENT, SEGMENT],
        &[("campaign", 21), ("department", 11), ("visitorSegment", 31)],
        &["chatRequests", "chats", "missedChats", "refusedChats"],
        &[
            "avgChatRequests",
            "avgChats",
            "avgMissedChats",
            "avgRefusedChats",
        ],
    ),
    (
        "visits",
        true,
        &[CAMPAIGN],
        &[("campaign", 22)],
        &["visits"],
        &["avgVisits"],
    ),
    (
        "chatSource",
        true,
        &[DEPARTMENT],
        &[("department", 12)],
        &[
            "chats",
            "chatsInitialtedByVisitors",
            "chatsFromManualInvitations",
            "chatsFromAutoInvitations",
        ],
        &[
            "avgChats",
            "avgChatsInitialtedByVisitors",
            "avgChatsFromManualInvitations",
            "avgChatsFromAutoInvitations",
        ],
    ),
    (
        "queue",
        true,
        &[DEPARTMENT],
        &[("department", 12)],
        &[
            "queuedChatRequests",
            "chatsFromQueue",
            "switchedToMessages",
            "abandonedChats",
            "refusedChats",
            "maxQueueSize",
        ],
        &[
            "avgQueuedChatRequests",
            "avgChatsFromQueue",
            "avgSwitchedToMessages",
            "avgAbandonedChats",
            "avgRefusedChats",
            "avgMmaxQueueSize",
        ],
    ),
    (
        "waitTime",
        true,
        &[DEPARTMENT],
        &[("department", 12)],
        &[
            "avgWaitTime",
            "avgWaitTimeOfMissedChats",
            "maxWaitTime",
            "maxWaitTimeOfMissedChats",
        ],
        &[
            "avgWaitTime",
            "avgWaitTimeOfMissedChats",
            "avgMaxWaitTime",
            "avgMaxWaitTimeOfMissedChats",
        ],
    ),
    (
        "chatTransfer",
        false,
        &[],
        &[("department", 12)],
        &[
            "chats",
            "totalTransferredChats",
            "departmentTransferredChats",
        ],
        &[],
    ),
    (
        "availability",
        false,
        &[DEPARTMENT],
        &[("department", 12)],
        &["online"],
        &[],
    ),
    (
        "agentPerformance",
        false,
        &[AGENT, DEPARTMENT],
        &[("agent", 1), ("department", 12)],
        &[
            "avgChatTime",
            "avgWaitTime",
            "totalChatTime",
            "lastMessageSentByAgent",
        ],
        &[],
    ),
    (
        "workload",
        true,
        &[AGENT, DEPARTMENT],
        &[("agent", 1), ("department", 12)],
        &[
            "linearChatTime",
            "idleTime",
            "agentUtilization",
            "avgConcurrentChats",
            "totalChatTime",
            "chats",
        ],
        &[
            "avgLinearChatTime",
            "avgIdleTime",
            "avgAgentUtilization",
            "avgConcurrentChats",
            "avgTotalChatTime",
            "avgChats",
        ],
    ),
    (
        "efficiency",
        true,
        &[AGENT, DEPARTMENT],
        &[("agent", 1), ("department", 12)],
        EFFICIENCY,
        EFFICIENCY,
    ),
    (
        "rating",
        true,
        &[AGENT, DEPARTMENT],
        &[("agent", 1), ("department", 12)],
        &["score5", "score4", "score3", "score2", "score1"],
        &[
            "avgScore5",
            "avgScore4",
            "avgScore3",
            "avgScore2",
            "avgScore1",
        ],
    ),
    (
        "wrapup/completion",
        false,
        &[AGENT, DEPARTMENT],
        &[("agent", 1), ("department", 12)],
        &["wrapups", "chats"],
        &[],
    ),
    (
        "conversions",
        false,
        &[
            AGENT,
            DEPARTMENT,
            ("conversionAction", "conversionActionId"),
        ],
        &[("agent", 1), ("department", 12), ("conversion", 51)],
        &[
            "conversions",
            "chats",
            "chattedVisitors",
            "convertedVisitors",
            "convertedChattedVisitors",
            "value",
        ],
        &[],
    ),
    (
        "manualInvitation",
        false,
        &[AGENT],
        &[("agent", 1)],
        &["sent", "accepted"],
        &[],
    ),
    (
        "autoInvitation",
        false,
        &[CAMPAIGN],
        &[("campaign", 21)],
        &["sent", "accepted"],
        &[],
    ),
    (
        "offlineMessage",
        true,
        &[CAMPAIGN, DEPARTMENT, SEGMENT],
        &[("campaign", 21), ("department", 11), ("visitorSegment", 31)],
        &["messages", "fromOfflineButton", "fromChatQueue"],
        &["avgMessages", "avgFromOfflineButton", "avgFromChatQueue"],
    ),
];

const EFFICIENCY: &[&str] = &[
    "avgAgentResponseTime",
    "avgWaitTime",
    "avgChatTime",
    "avgAgentsChatMessages",
    "avgVisitorsChatMessages",
    "avgCannedMessages",
    "lastMessageSentByAgent",
];
