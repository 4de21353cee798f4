//! Rows of reports: their keys, and the metrics under all their names.

#![expect(clippy::float_cmp, reason = "the numbers of these bodies are exact")]

use comm100::v1::*;
use serde_json::json;

fn row<M: Metrics>(json: &serde_json::Value) -> ReportRow<M> {
    serde_json::from_str(&json.to_string()).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn key(json: &serde_json::Value) -> RowKey {
    row::<ConversionsMetrics>(json).key
}

#[test]
fn each_key_is_read() {
    let span = TimeSpan::new(
        Moment::from("2013-01-17T00:00:00"),
        Moment::from("2013-01-18T00:00:00"),
    );
    let time = json!({ "from": "2013-01-17T00:00:00", "to": "2013-01-18T00:00:00" });
    let invitation = RowKey::AutoInvitation {
        campaign: CampaignId(6),
        invitation: AutoInvitationId(8),
    };
    let table = [
        (json!({}), RowKey::None),
        (json!({ "agentId": null, "time": null }), RowKey::None),
        (json!({ "time": time }), RowKey::Time(span.clone())),
        (json!({ "agentId": 1 }), RowKey::Agent(AgentId(1))),
        (json!({ "agentId": "1" }), RowKey::Agent(AgentId(1))),
        (
            json!({ "departmentId": 3 }),
            RowKey::Department(DepartmentId(3)),
        ),
        (json!({ "campaignId": 6 }), RowKey::Campaign(CampaignId(6))),
        (
            json!({ "visitorSegmentId": 12 }),
            RowKey::VisitorSegment(VisitorSegmentId(12)),
        ),
        (
            json!({ "campaignId": 6, "autoInvitationId": 8 }),
            invitation.clone(),
        ),
        (
            json!({ "autoInvitationId": 8, "campaignId": 6 }),
            invitation,
        ),
        // An id says more than the span of time beside it.
        (
            json!({ "time": time, "agentId": 1 }),
            RowKey::Agent(AgentId(1)),
        ),
        // Names that are not documented are kept, unless a documented one is there.
        (
            json!({ "conversionActionId": 5, "label": "Sold", "detail": { "x": [1] }, "gone": null }),
            RowKey::Other(
                [
                    ("conversionActionId".to_owned(), "5".to_owned()),
                    ("label".to_owned(), "Sold".to_owned()),
                ]
                .into(),
            ),
        ),
        (
            json!({ "conversionActionId": 5, "time": time }),
            RowKey::Time(span),
        ),
    ];
    for (mut body, expected) in table {
        assert_eq!(key(&body), expected, "{body}");
        body["chats"] = json!(2);
        let row = row::<ConversionsMetrics>(&body);
        assert_eq!((row.key, row.metrics.chats), (expected, 2.0), "{body}");
    }
}

/// A metric under its own name, and under the names that it has in a distribution.
macro_rules! averages {
    ($($metrics:ty { $($field:ident: $name:literal $(, $average:literal)*;)* })*) => {
        #[test]
        fn each_average_is_read_as_its_metric() {
            $($(
                let plain = row::<$metrics>(&json!({ $name: 2 }));
                assert_eq!(plain.metrics.$field, 2.0, $name);
                assert!(!plain.is_average(), $name);
                $(
                    let average = row::<$metrics>(&json!({ $average: "2.5" }));
                    assert_eq!(average.metrics.$field, 2.5, $average);
                    assert!(average.is_average(), $average);
                )*
            )*)*
        }
    };
}

averages! {
    ChatVolumeMetrics {
        chat_requests: "chatRequests", "avgChatRequests";
        chats: "chats", "avgChats";
        missed_chats: "missedChats", "avgMissedChats";
        refused_chats: "refusedChats", "avgRefusedChats";
    }
    VisitsMetrics { visits: "visits", "avgVisits"; }
    ChatSourceMetrics {
        chats: "chats", "avgChats";
        chats_initiated_by_visitors: "chatsInitialtedByVisitors", "avgChatsInitialtedByVisitors",
            "avgChatsInitiatedByVisitors";
        chats_initiated_by_visitors: "chatsInitiatedByVisitors";
        chats_from_manual_invitations: "chatsFromManualInvitations",
            "avgChatsFromManualInvitations";
        chats_from_auto_invitations: "chatsFromAutoInvitations", "avgChatsFromAutoInvitations";
    }
    QueueMetrics {
        queued_chat_requests: "queuedChatRequests", "avgQueuedChatRequests";
        chats_from_queue: "chatsFromQueue", "avgChatsFromQueue";
        switched_to_messages: "switchedToMessages", "avgSwitchedToMessages";
        abandoned_chats: "abandonedChats", "avgAbandonedChats";
        refused_chats: "refusedChats", "avgRefusedChats";
        max_queue_size: "maxQueueSize", "avgMmaxQueueSize", "avgMaxQueueSize";
    }
    WaitTimeMetrics {
        avg_wait_time: "avgWaitTime";
        avg_wait_time_of_missed_chats: "avgWaitTimeOfMissedChats";
        max_wait_time: "maxWaitTime", "avgMaxWaitTime";
        max_wait_time_of_missed_chats: "maxWaitTimeOfMissedChats", "avgMaxWaitTimeOfMissedChats";
    }
    WorkloadMetrics {
        linear_chat_time: "linearChatTime", "avgLinearChatTime";
        idle_time: "idleTime", "avgIdleTime";
        agent_utilization: "agentUtilization", "avgAgentUtilization";
        avg_concurrent_chats: "avgConcurrentChats";
        total_chat_time: "totalChatTime", "avgTotalChatTime";
        chats: "chats", "avgChats";
    }
    EfficiencyMetrics {
        avg_agent_response_time: "avgAgentResponseTime";
        avg_wait_time: "avgWaitTime";
        avg_chat_time: "avgChatTime";
        avg_agents_chat_messages: "avgAgentsChatMessages";
        avg_visitors_chat_messages: "avgVisitorsChatMessages";
        avg_canned_messages: "avgCannedMessages";
        last_message_sent_by_agent: "lastMessageSentByAgent";
        last_message_sent_by_agent: "avgLastMessageSentByAgent";
    }
    RatingMetrics {
        score5: "score5", "avgScore5";
        score4: "score4", "avgScore4";
        score3: "score3", "avgScore3";
        score2: "score2", "avgScore2";
        score1: "score1", "avgScore1";
    }
    OfflineMessageMetrics {
        messages: "messages", "avgMessages";
        from_offline_button: "fromOfflineButton", "avgFromOfflineButton";
        from_chat_queue: "fromChatQueue", "avgFromChatQueue";
    }
}

#[test]
fn a_row_of_a_distribution_is_an_average_by_whatever_names() {
    // The documented sample of visits by half-hours has the plain name.
    let half_hour = json!({ "time": { "from": "23:30", "to": "24:00" }, "visits": 3 });
    assert!(row::<VisitsMetrics>(&half_hour).is_average());
    let hour = json!({ "time": { "from": "Sat. 23:00", "to": "Sat. 24:00" }, "avgWaitTime": 3 });
    assert!(row::<WaitTimeMetrics>(&hour).is_average());
    let day = json!({ "time": { "from": "2013-01-17T00:00:00", "to": "2013-01-18T00:00:00" } });
    assert!(!row::<WaitTimeMetrics>(&day).is_average());
}

#[test]
fn an_average_is_written_with_the_services_names() {
    let body = json!({
        "time": { "from": "23:30", "to": "24:00" }, "avgQueuedChatRequests": 1.0,
        "avgChatsFromQueue": 2.0, "avgSwitchedToMessages": 3.0, "avgAbandonedChats": 4.0,
        "avgRefusedChats": 5.0, "avgMmaxQueueSize": 6.0,
    });
    let written = serde_json::to_value(row::<QueueMetrics>(&body)).expect("JSON");
    assert_eq!(written, body);
}

#[test]
fn a_list_of_rows_may_repeat_a_span() {
    let span = json!({ "from": "2013-01-17T00:00:00", "to": "2013-01-17T01:00:00" });
    let body = json!([{ "time": span, "maxWaitTime": 1 }, { "time": span, "maxWaitTime": 2 }]);
    let rows: Vec<ReportRow<WaitTimeMetrics>> = serde_json::from_value(body).expect("rows");
    assert_eq!(rows[0].key, rows[1].key);
    assert_eq!(rows[1].metrics.max_wait_time, 2.0);
}

#[test]
fn rows_can_be_made_in_tests() {
    let mut row = ReportRow::<ChatVolumeMetrics>::default();
    row.key = RowKey::Agent(AgentId(1));
    row.metrics.chats = 3.0;
    assert_eq!(
        row,
        ReportRow::new(RowKey::Agent(AgentId(1)), row.metrics.clone())
    );
}
