//! The 70 documented endpoints.

/// Method, path with values of the seeded account, what is required (query or form), permission.
pub(crate) type Documented = (
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
);

const AGENTS: Option<&str> = Some("Manage Agent & Agent Groups");
const CAMPAIGNS: Option<&str> = Some("Manage Campaigns");
const SETTINGS: Option<&str> = Some("Manage Settings");
const METRICS: Option<&str> = Some("Manage Dashboard Custom Metrics");
const REPORTS: Option<&str> = Some("View Reports");
const PERIOD: &str = "timeFrom=2024-05-01T00:00:00&timeTo=2024-05-14T00:00:00";
const BY_DAY: &str = "timeFrom=2024-05-01T00:00:00&timeTo=2024-05-14T00:00:00&group=day";

/// `{chat}`, `{message}` and `{visitor}` stand for ids of the account's. What removes comes last.
pub(crate) const ENDPOINTS: [Documented; 70] = [
    ("GET", "operators", "", AGENTS),
    ("GET", "operators/lead@example.com", "", AGENTS),
    (
        "POST",
        "operators",
        "email=new@example.com&password=p&display_name=New&first_name=N&last_name=W",
        AGENTS,
    ),
    ("PUT", "operators/lead@example.com", "", AGENTS),
    (
        "PUT",
        "operators/lead@example.com/reset_api_key",
        "",
        AGENTS,
    ),
    ("GET", "departments", "", None),
    ("GET", "departments/11", "", None),
    ("POST", "departments", "name=New", None),
    ("PUT", "departments/11", "", None),
    ("GET", "cannedMessages", "", None),
    ("GET", "cannedMessages/101", "", None),
    ("POST", "cannedMessages", "name=New&message=Text", None),
    ("PUT", "cannedMessages/101", "", None),
    ("GET", "cannedMessageCategories", "", None),
    ("GET", "cannedMessageCategories/41", "", None),
    ("POST", "cannedMessageCategories", "name=New", None),
    ("PUT", "cannedMessageCategories/41", "", None),
    ("GET", "cannedMessageCategories/41/cannedMessages", "", None),
    (
        "POST",
        "cannedMessageCategories/41/cannedMessages",
        "name=New&message=Text",
        None,
    ),
    ("GET", "campaigns", "", CAMPAIGNS),
    ("GET", "campaigns/21/prechat", "", CAMPAIGNS),
    ("GET", "campaigns/21/postChat", "", CAMPAIGNS),
    ("GET", "campaigns/21/offlineMessage", "", CAMPAIGNS),
    (
        "GET",
        "campaigns/21/invitation/autoInvitations",
        "",
        CAMPAIGNS,
    ),
    ("GET", "campaigns/21/agentWrapup", "", CAMPAIGNS),
    ("GET", "chats", "", None),
    ("GET", "chats/{chat}", "", None),
    ("GET", "visitors", "", None),
    ("GET", "visitors/chatting", "", None),
    ("GET", "visitors/{visitor}", "", None),
    ("PUT", "visitors/{visitor}", "[]", None),
    ("GET", "offline_messages", "", None),
    ("GET", "offline_messages/{message}", "", None),
    ("GET", "conversions", "", SETTINGS),
    (
        "POST",
        "mark_api_conversion_successful",
        "conversion_name=Signup&visitorId={visitor}&value=1.5",
        None,
    ),
    ("GET", "customMetrics", "", METRICS),
    ("GET", "custom_variables", "", None),
    ("GET", "site_status", "", None),
    ("GET", "visitorSegments", "", SETTINGS),
    ("GET", "reports/chatVolume", BY_DAY, REPORTS),
    ("GET", "reports/visits", BY_DAY, REPORTS),
    ("GET", "reports/chatSource", BY_DAY, REPORTS),
    ("GET", "reports/chatSource/requestPage", PERIOD, REPORTS),
    ("GET", "reports/queue", BY_DAY, REPORTS),
    ("GET", "reports/waitTime", BY_DAY, REPORTS),
    ("GET", "reports/chatTransfer", BY_DAY, REPORTS),
    ("GET", "reports/availability", BY_DAY, REPORTS),
    ("GET", "reports/agentStatus", PERIOD, REPORTS),
    ("GET", "reports/agentPerformance", BY_DAY, REPORTS),
    ("GET", "reports/workload", BY_DAY, REPORTS),
    ("GET", "reports/efficiency", BY_DAY, REPORTS),
    ("GET", "reports/rating", BY_DAY, REPORTS),
    ("GET", "reports/postChatSurvey", PERIOD, REPORTS),
    ("GET", "reports/prechatSurvey", PERIOD, REPORTS),
    ("GET", "reports/wrapup/survey", PERIOD, REPORTS),
    ("GET", "reports/wrapup/completion", BY_DAY, REPORTS),
    ("GET", "reports/conversions", BY_DAY, REPORTS),
    ("GET", "reports/manualInvitation", BY_DAY, REPORTS),
    ("GET", "reports/autoInvitation", BY_DAY, REPORTS),
    ("GET", "reports/offlineMessage", BY_DAY, REPORTS),
    ("GET", "reports/cannedMessage", PERIOD, REPORTS),
    ("GET", "reports/realtime/rightnow", "", REPORTS),
    ("GET", "reports/realtime/today", "", REPORTS),
    ("GET", "reports/realtime/today/customMetrics", "", REPORTS),
    ("GET", "reports/realtime/agents", "", REPORTS),
    ("GET", "reports/realtime/queue", "", REPORTS),
    ("DELETE", "operators/sales@example.com", "", AGENTS),
    ("DELETE", "departments/13", "", None),
    ("DELETE", "cannedMessages/102", "", None),
    ("DELETE", "cannedMessageCategories/42", "", None),
];

/// What only the Enterprise edition has.
pub(crate) const ENTERPRISE: [&str; 15] = [
    "conversions",
    "mark_api_conversion_successful",
    "customMetrics",
    "reports/chatSource",
    "reports/chatSource/requestPage",
    "reports/queue",
    "reports/waitTime",
    "reports/chatTransfer",
    "reports/workload",
    "reports/efficiency",
    "reports/conversions",
    "reports/manualInvitation",
    "reports/autoInvitation",
    "reports/realtime/queue",
    "reports/realtime/today/customMetrics",
];
/// What the smallest edition lacks beside it.
pub(crate) const BUSINESS: &str = "reports/agentPerformance";
