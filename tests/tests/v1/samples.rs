//! A full sample of each model, in the form that the model is written in again.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A model and a value of it.
pub(crate) struct Sample {
    /// The name of the Rust type.
    pub(crate) model: &'static str,
    /// All its fields.
    pub(crate) json: Value,
    /// The fields without which it is not read.
    pub(crate) required: &'static [&'static str],
    /// Reads a body and writes it again.
    pub(crate) rewrite: fn(&str) -> Result<Value, String>,
}

/// Reads a body as a `T` and writes it again; the value read from that is the same.
pub(crate) fn rewrite<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(
    body: &str,
) -> Result<Value, String> {
    let value: T = serde_json::from_str(body).map_err(|error| error.to_string())?;
    let written = serde_json::to_value(&value).map_err(|error| error.to_string())?;
    let again: T = serde_json::from_value(written.clone()).map_err(|error| error.to_string())?;
    assert_eq!(again, value, "read, written and read again");
    Ok(written)
}

macro_rules! samples {
    ($($model:ty, requires $required:expr, $json:tt;)*) => {
        /// All samples.
        pub(crate) fn samples() -> Vec<Sample> {
            use comm100::v1::*;
            vec![$(Sample {
                model: stringify!($model),
                json: json!($json),
                required: &$required,
                rewrite: rewrite::<$model>,
            }),*]
        }
    };
}

samples! {
    Agent, requires ["id"], {
        "id": 1, "email": "tom@example.com", "display_name": "Tom", "api_key": "K1", "status": 1,
        "ongoing_chats": 2, "departments": [1, 2], "max_chats_count": 3, "first_name": "Tom",
        "last_name": "Miller", "phone": "1", "title": "Support", "description": "", "is_admin": true,
        "is_active": false,
    };
    Department, requires ["id"], {
        "id": 3, "name": "Sales", "description": "d", "members": [1, 2], "status": 0,
    };
    Removed, requires [], { "result": "The agent has been removed." };
    CannedMessage, requires ["id"], {
        "id": 4, "name": "Hello", "message": "Hello!", "categoryId": 5, "isPrivate": true,
        "shortcuts": "hi",
    };
    CannedMessageCategory, requires ["id"], {
        "id": 5, "name": "Greetings", "parentId": 0, "isPrivate": false,
    };
    Campaign, requires ["id"], { "id": 6, "name": "Shop", "description": "d" };
    FormField, requires ["id"], {
        "id": 7, "name": "Plan", "type": "select", "isSystem": false, "isVisible": true,
        "isRequired": true, "options": ["a", "b"],
        "categories": [{ "name": "c", "options": ["d"] }],
    };
    FormCategory, requires [], { "name": "c", "options": ["d"] };
    PreChatForm, requires ["isEnable"], {
        "isEnable": true, "greetingMessage": "Hello",
        "socialLogin": { "isEnableGoogle": true, "isEnableFacebook": false },
        "isRememberForm": true, "fieldLayoutStyle": "horizontal", "fields": [{
            "id": 7, "name": "Name", "type": "name", "isSystem": true, "isVisible": true,
            "isRequired": false, "options": [], "categories": [],
        }],
    };
    SocialLogin, requires [], { "isEnableGoogle": true, "isEnableFacebook": true };
    PostChatForm, requires ["isEnable"], {
        "isEnable": true, "greetingMessage": "Thanks", "fieldLayoutStyle": "vertical", "fields": [],
    };
    OfflineMessageForm, requires [], {
        "isEnable": true, "isUseCustomOfflinePage": true,
        "customOfflinePage": { "url": "https://example.com/", "isOpenInNewWindow": true },
        "greetingMessage": "Sorry", "fieldLayoutStyle": "vertical", "fields": [],
    };
    CustomOfflinePage, requires [], { "url": "https://example.com/", "isOpenInNewWindow": true };
    AutoInvitation, requires ["id"], { "id": 8, "name": "After 10 s", "isEnable": true };
    WrapUpForm, requires [], { "fields": [{
        "id": 9, "name": "Category", "type": "category", "isSystem": true, "isVisible": true,
        "isRequired": false, "options": [], "categories": [{ "name": "c", "options": ["d"] }],
    }] };
    Attachment, requires [], { "name": "a.pdf", "uri": "https://example.com/a.pdf" };
    CustomField, requires ["id"], { "id": 17, "name": "Order", "value": "A-1" };
    CustomVariable, requires [], { "name": "cart", "value": "1" };
    WrapUp, requires [], {
        "category": "Refund", "comment": "done", "fields": [{ "id": 3, "name": "n", "value": "v" }],
        "time": "/Date(1358454297)/",
    };
    ChatOperator, requires [], { "id": 1, "display_name": "Tom", "email": "tom@example.com" };
    Chat, requires ["id"], {
        "id": "0a-1", "name": "Jane", "email": "jane@example.com", "company": "Ltd", "phone": "2",
        "product_service": "Chat", "department": "Sales", "operators": "Tom,Ann",
        "custom_fields": [{ "id": 17, "name": "Order", "value": "A-1" }],
        "custom_variable": [{ "name": "cart", "value": "1" }],
        "start_time": "/Date(1358453897)/", "waiting_time": "10s", "end_time": "/Date(1358453999)/",
        "chat_transcript": "Jane: hello\nTom: hello",
        "attachment": [{ "name": "a.pdf", "uri": "https://example.com/a.pdf" }],
        "note_attachment": [{ "name": "b.pdf", "uri": "https://example.com/b.pdf" }],
        "rating": "5", "rating_comment": "good", "operator_comment": "nice",
        "wrap_up": { "category": "c", "comment": "d", "fields": [], "time": "/Date(1358454297)/" },
    };
    ChatPage, requires ["pages"], { "chats": [{
        "id": "0a-1", "name": "", "email": "", "company": "", "phone": "", "operators": "",
        "custom_fields": [], "custom_variable": [], "start_time": "/Date(1)/", "waiting_time": "0s",
        "end_time": "/Date(2)/", "chat_transcript": "", "attachment": [], "note_attachment": [],
    }], "pages": 3, "total": 120 };
    OfflineMessage, requires ["id"], {
        "id": "0b-1", "name": "Jane", "email": "jane@example.com", "company": "Ltd", "phone": "2",
        "department": "Sales", "subject": "Hello", "content": "Where is it?",
        "custom_fields": [{ "id": 17, "name": "Order", "value": "A-1" }],
        "attachment": [{ "name": "a.pdf", "uri": "https://example.com/a.pdf" }],
        "time": "/Date(1358453897)/",
    };
    OfflineMessagePage, requires ["pages"], { "offline_messages": [{
        "id": "0b-1", "name": "", "email": "", "company": "", "phone": "", "department": "",
        "subject": "", "content": "", "custom_fields": [], "attachment": [], "time": "/Date(1)/",
    }], "pages": 1, "total": 1 };
    Visitor, requires ["id"], {
        "id": "0c-1", "name": "Jane", "email": "jane@example.com", "status": 2, "phone": "2",
        "company": "Ltd", "first_visit_time": "/Date(13584868423)/",
        "visit_time": "/Date(13584868424)/", "city": "Vancouver", "state": "BC", "country": "Canada",
        "ip": "2001:db8::1", "language": "en_us", "screen_resolution": "1440*900",
        "time_zone": "UTC-08:00", "flash_version": "11", "operating_system": "Linux",
        "browser": "Firefox", "custom_fields": [{ "id": 17, "name": "Order", "value": "A-1" }],
        "product_service": "Chat", "department": "Sales",
        "custom_variable": [{ "name": "cart", "value": "1" }],
        "current_browsing": "https://example.com/shop", "visits": 3, "chats": 1,
        "referrer_url": "https://example.org/", "search_engine": "S", "keywords": "chat",
        "landing_page": "https://example.com/", "page_views": 12,
    };
    Conversion, requires ["id"], { "id": 10, "isEnable": true, "name": "" };
    ConversionMarked, requires ["error_code"], { "error_code": 0, "error_message": "" };
    CustomMetric, requires ["id"], {
        "id": 11, "name": "Ratio", "description": "d", "expression": "chats/visits", "isEnable": true,
    };
    CustomVariableDefinition, requires [], { "name": "cart", "value": "window.cart" };
    SiteStatus, requires ["status"], { "status": "online" };
    VisitorSegment, requires ["id"], {
        "id": 12, "name": "New", "color": "#ff0000", "isEnable": true,
    };
    TimeSpan, requires ["from", "to"], {
        "from": "2013-01-17T00:00:00", "to": "2013-01-18T00:00:00",
    };
    ReportRow<ChatVolumeMetrics>, requires [], {
        "departmentId": 3, "chatRequests": 4.0, "chats": 3.0, "missedChats": 1.0, "refusedChats": 0.5,
    };
    ReportRow<VisitsMetrics>, requires [], { "campaignId": 6, "visits": 7.0 };
    ReportRow<ChatSourceMetrics>, requires [], {
        "departmentId": 3, "chats": 3.0, "chatsInitialtedByVisitors": 1.0,
        "chatsFromManualInvitations": 2.0, "chatsFromAutoInvitations": 0.0,
    };
    ReportRow<QueueMetrics>, requires [], {
        "departmentId": 3, "queuedChatRequests": 1.0, "chatsFromQueue": 2.0,
        "switchedToMessages": 3.0, "abandonedChats": 4.0, "refusedChats": 5.0, "maxQueueSize": 6.0,
    };
    ReportRow<WaitTimeMetrics>, requires [], {
        "departmentId": 3, "avgWaitTime": 1.5, "avgWaitTimeOfMissedChats": 2.0, "maxWaitTime": 3.0,
        "maxWaitTimeOfMissedChats": 4.0,
    };
    ReportRow<ChatTransferMetrics>, requires [], {
        "departmentId": 3, "chats": 1.0, "totalTransferredChats": 2.0,
        "departmentTransferredChats": 3.0, "departmentTransferredInChats": 4.0,
        "departmentTransferredOutChats": 5.0,
    };
    ReportRow<AvailabilityMetrics>, requires [], {
        "agentId": 1, "online": 3600.0,
        "statusDistribution": [{ "status": "Logged-in", "time": 4000.0 }],
    };
    ReportRow<AgentPerformanceMetrics>, requires [], {
        "agentId": 1, "avgChatTime": 1.0, "avgWaitTime": 2.0, "totalChatTime": 3.0,
        "lastMessageSentByAgent": 4.0,
    };
    ReportRow<WorkloadMetrics>, requires [], {
        "agentId": 1, "linearChatTime": 1.0, "idleTime": 2.0, "agentUtilization": 0.5,
        "avgConcurrentChats": 1.5, "totalChatTime": 4.0, "chats": 5.0,
    };
    ReportRow<EfficiencyMetrics>, requires [], {
        "agentId": 1, "avgAgentResponseTime": 1.0, "avgWaitTime": 2.0, "avgChatTime": 3.0,
        "avgAgentsChatMessages": 4.0, "avgVisitorsChatMessages": 5.0, "avgCannedMessages": 6.0,
        "lastMessageSentByAgent": 7.0,
    };
    ReportRow<RatingMetrics>, requires [], {
        "agentId": 1, "score5": 5.0, "score4": 4.0, "score3": 3.0, "score2": 2.0, "score1": 1.0,
    };
    ReportRow<WrapUpCompletionMetrics>, requires [], {
        "departmentId": 3, "wrapups": 1.0, "chats": 2.0,
    };
    ReportRow<ConversionsMetrics>, requires [], {
        "conversions": 1.0, "chats": 2.0, "chattedVisitors": 3.0, "convertedVisitors": 4.0,
        "convertedChattedVisitors": 5.0, "value": 6.5,
    };
    ReportRow<ManualInvitationMetrics>, requires [], { "agentId": 1, "sent": 2.0, "accepted": 1.0 };
    ReportRow<AutoInvitationMetrics>, requires [], {
        "campaignId": 6, "autoInvitationId": 8, "sent": 2.0, "accepted": 1.0,
    };
    ReportRow<OfflineMessageMetrics>, requires [], {
        "visitorSegmentId": 12, "messages": 3.0, "fromOfflineButton": 2.0, "fromChatQueue": 1.0,
    };
    RequestPageRow, requires [], { "requestPage": "https://example.com/", "chats": 3.0 };
    AgentStatusLog, requires ["agentId"], {
        "time": { "from": "2013-01-17T00:00:00", "to": "2013-01-18T00:00:00" }, "agentId": 1,
        "changeLogs": [{ "time": "2013-01-17T08:00:00", "status": "Online" }],
    };
    StatusChange, requires [], { "time": "2013-01-17T08:00:00", "status": "Lunch" };
    StatusTime, requires [], { "status": "Total Away", "time": 60.0 };
    SurveyResult, requires ["campaignId"], { "campaignId": 6, "fields": [{
        "fieldId": 7, "fieldName": "Plan", "options": [{ "name": "a", "count": 2.0 }],
        "groups": [{ "name": "g", "options": [{ "name": "b", "count": 1.0 }] }],
    }] };
    SurveyField, requires ["fieldId"], {
        "fieldId": 7, "fieldName": "Plan", "options": [], "groups": [],
    };
    OptionGroup, requires [], { "name": "g", "options": [] };
    OptionCount, requires [], { "name": "a", "count": 2.0 };
    CannedMessageUse, requires ["id"], { "id": 4, "usedTimes": 3.0, "agentsUsedIt": 2.0 };
    RightNow, requires ["agentsInChat", "ongoingChats", "visitorsOnSite", "loggedInAgents"], {
        "agentsInChat": 1.0, "ongoingChats": 2.0, "visitorsOnSite": 3.0, "loggedInAgents": 4.0,
        "currentQueueLength": 5.0, "chatUtilization": 0.5, "ongoingChatsWithAgents": 1.0,
        "ongoingChatsWithChatbot": 1.0,
    };
    Today, requires [], {
        "chatOverview": {
            "chatRequests": 6.0, "chats": 5.0, "chatAcceptanceRate": 0.8, "abandonedChats": 1.0,
            "switchToMessages": 0.0, "missedChats": 1.0,
        },
        "serviceEfficiency": {
            "avgWaitTime": 1.0, "avgChatTime": 2.0, "avgResponseTime": 3.0,
            "acceptedInvitations": 4.0, "departmentTransferChats": 5.0, "totalTransferChats": 6.0,
        },
        "agentPerformance": { "uniqueChatRate": 0.1, "agentUtilization": 0.2, "avgScore": 4.5 },
        "chatbot": {
            "chatbotOnlyChats": 1.0, "chatsFromChatbotToAgent": 2.0, "answers": 3.0,
            "highConfidenceAnswers": 4.0,
        },
    };
    ChatOverview, requires [], {
        "chatRequests": 6.0, "chats": 5.0, "chatAcceptanceRate": 0.8, "abandonedChats": 1.0,
        "switchToMessages": 0.0, "missedChats": 1.0,
    };
    ServiceEfficiency, requires [], {
        "avgWaitTime": 1.0, "avgChatTime": 2.0, "avgResponseTime": 3.0, "acceptedInvitations": 4.0,
        "departmentTransferChats": 5.0, "totalTransferChats": 6.0,
    };
    AgentPerformance, requires [], {
        "uniqueChatRate": 0.1, "agentUtilization": 0.2, "avgScore": 4.5,
    };
    ChatbotToday, requires [], {
        "chatbotOnlyChats": 1.0, "chatsFromChatbotToAgent": 2.0, "answers": 3.0,
        "highConfidenceAnswers": 4.0,
    };
    CustomMetricValue, requires ["id", "value"], { "id": 11, "value": 0.5 };
    AgentNow, requires ["agentId"], {
        "agentId": 1, "currentStatus": "Lunch", "ongoingChats": 1.0, "todayChats": 2.0,
        "todayLinearChatTime": 3.0, "statusDistribution": [{ "status": "Online", "time": 60.0 }],
    };
    QueueNow, requires ["routeTo"], {
        "routeTo": { "type": 1, "id": 3 }, "ongoingChats": 1.0, "avgWaitTimeInLast30Mins": 2.0,
        "avgWaitTimeInLast60Mins": 3.0, "abandonedChatsInLast30Mins": 4.0,
        "switchedToMessagesInLast30Mins": 5.0, "queue": [{ "visitorId": "0c-1", "waitTime": 6.0 }],
    };
    QueuedVisitor, requires ["visitorId"], { "visitorId": "0c-1", "waitTime": 6.0 };
}

/// Returns the body of a response: the sample of a model, or of `[Model]` a list with it.
pub(crate) fn body(response: &str) -> String {
    let model = response.trim_matches(['[', ']']);
    let sample = samples()
        .into_iter()
        .find(|sample| sample.model == model)
        .unwrap_or_else(|| panic!("no sample of {model}"))
        .json;
    if model == response {
        sample.to_string()
    } else {
        format!("[{sample}]")
    }
}
