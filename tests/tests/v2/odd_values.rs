//! Values that the documentation writes in several forms, in words of older drafts, or for nothing.

use comm100::jiff::civil::date;
use comm100::v2::*;
use comm100_tests::recorder::{Recorder, response};
use futures_util::TryStreamExt;
use serde_json::{Value, json};

use crate::forms::{read, write};

#[test]
fn texts_are_read_from_numbers() {
    let site: SiteProfile = read(&json!({ "id": 1, "timeZone": 71 }));
    assert_eq!(site.time_zone, "71");
    let partner: PartnerSite = read(&json!({ "id": 1, "timezone": "GMT+08:00" }));
    assert_eq!(partner.time_zone, "GMT+08:00");
    let position: ChatButtonPosition = read(&json!({ "x": 20, "y": "0%" }));
    assert_eq!(write(position), json!({ "x": "20", "y": "0%" }));
    let visitor: Visitor = read(&json!({ "id": "v", "state": 5 }));
    assert_eq!(visitor.state, "5");
    let action: ConversionAction = read(&json!({ "id": 1, "assignValue": 0.5 }));
    assert_eq!(action.assign_value.as_deref(), Some("0.5"));
    let ban: Ban = read(&json!({ "id": 1, "visitorId": 1 }));
    assert_eq!(ban.visitor_id.as_str(), "1");
    let chat: Chat = read(&json!({ "id": 31416 }));
    assert_eq!(chat.id.as_str(), "31416");
    let queued: QueuedVisitor = read(&json!({ "visitorId": 230 }));
    assert_eq!(queued.visitor_id.as_str(), "230");
    // Colors and pages have several forms, which are all kept.
    for color in ["339FD9", "#339fd9"] {
        let segment: VisitorSegmentation = read(&json!({ "id": 1, "color": color }));
        assert_eq!(segment.color, color);
    }
    for page in ["https://x.example/", "Shop https://x.example/"] {
        let visitor: Visitor = read(&json!({ "id": "v", "landing_page": page }));
        assert_eq!(visitor.landing_page, page);
    }
}

#[test]
fn whole_numbers_are_read_from_floats() {
    let frame: InvitationFrame = read(&json!({ "x": 5.0, "y": "7", "width": -1.0 }));
    assert_eq!(
        (frame.x, frame.y, frame.width),
        (Some(5), Some(7), Some(-1))
    );
    let row: ReportRow<ConversionsMetrics> =
        read(&json!({ "conversions": 2, "chats": 1.0, "value": "0.5" }));
    let metrics = [
        row.metrics.conversions,
        row.metrics.chats,
        row.metrics.value,
    ];
    assert_eq!(metrics.map(|metric| metric.to_string()), ["2", "1", "0.5"]);
}

#[test]
fn words_of_older_drafts_are_read_and_todays_written() {
    let words = [
        write(read::<InvitationPosition>(&json!("buttomLeft"))),
        write(read::<ChatButtonAnchor>(&json!("buttomMiddle"))),
        write(read::<MobileButtonPosition>(&json!("buttomRight"))),
        write(read::<InvitationStyle>(&json!("chatwindow"))),
        write(read::<AllocationRule>(&json!("load banlancing"))),
        write(read::<ConversionActionType>(&json!("API"))),
        write(read::<FieldType>(&json!("product"))),
        write(read::<FieldType>(&json!("ticket"))),
        write(read::<FieldType>(&json!("content"))),
    ];
    let today = [
        "bottomLeft",
        "bottomMiddle",
        "bottomRight",
        "embedded",
        "load balancing",
        "livechatapi",
        "product service",
        "ticket id",
        "message",
    ];
    assert_eq!(words, today.map(Value::from));
}

#[test]
fn unknown_words_are_kept_as_they_were() {
    for word in ["Lunch", "in a meeting", "\u{5728}\u{7ebf}"] {
        let agent: LiveChatAgent = read(&json!({ "id": 1, "status": word }));
        assert_eq!(agent.status, LiveChatAgentStatus::Other(word.to_owned()));
        assert_eq!(write(agent)["status"], json!(word));
    }
    let condition: Condition =
        read(&json!({ "field": "CurrentPageUrl", "operator": "Include", "value": 3 }));
    let written = write(condition);
    assert_eq!(written["field"], "CurrentPageUrl");
    assert_eq!(
        (&written["operator"], &written["value"]),
        (&json!("Include"), &json!("3"))
    );
    let log: AuditLog = read(&json!({ "id": 1, "product": "Live Chat", "actionType": "Login" }));
    assert_eq!((&*log.product, &*log.action_type), ("Live Chat", "Login"));
}

#[test]
fn one_value_is_a_list_of_one() {
    let field = json!({ "id": 7, "name": "Plan", "value": "Gold" });
    let variable = json!({ "name": "cart", "value": "3", "url": "https://x.example/" });
    let one: Visitor = read(&json!({
        "id": "v", "custom_fields": field, "custom_variable": variable,
    }));
    let several: Visitor = read(&json!({
        "id": "v", "custom_fields": [field], "custom_variables": [variable],
    }));
    assert_eq!(one, several);
    assert_eq!(one.custom_fields[0].value, "Gold");
    assert_eq!(one.custom_variables[0].value.as_deref(), Some("3"));
}

#[test]
fn some_values_mean_none() {
    let visitor: Visitor = read(&json!({
        "id": "v", "department": -1, "custom_fields": null, "company": null,
    }));
    assert_eq!((visitor.department, visitor.company), (None, None));
    assert_eq!(visitor.custom_fields, []);
    let ban: Ban = read(&json!({ "id": 1, "type": "visitor", "ipAddress": "", "visitorId": "" }));
    assert_eq!((ban.visitor_id.as_str(), &*ban.ip_address), ("", ""));
    let department: Department = read(&json!({ "id": 1, "backupDepartmentId": 0 }));
    assert_eq!(department.backup_department_id, DepartmentId(0));
    let survey: PostChatSurvey = read(&json!({ "ratingGrade": "-1" }));
    assert_eq!(survey.rating_grade, None);
    // A row about no department is a row.
    let row: ReportRow<ChatTransferMetrics> = read(&json!({ "departmentId": -1, "chats": 2 }));
    assert_eq!(row.key, RowKey::None);
    let missed: MissedOrRefusedChat = read(&json!({
        "type": "Missed", "chat": { "id": "c", "chatTranscript": null, "wrapup": null },
    }));
    assert_eq!(
        (missed.r#type, missed.chat.chat_transcript.len()),
        (MissedOrRefused::Missed, 0)
    );
}

#[test]
fn conditions_need_neither_an_expression_nor_a_list() {
    let segment: VisitorSegmentation = read(&json!({
        "id": 1, "conditions": { "when": "LogicalExpression", "logicalExpression": "", "list": [] },
    }));
    assert_eq!(
        segment.conditions.when,
        Some(ConditionsWhen::LogicalExpression)
    );
    assert_eq!(segment.conditions.list.as_deref(), Some(&[][..]));
    let nothing: VisitorSegmentation = read(&json!({ "id": 1, "conditions": null }));
    assert_eq!(nothing.conditions, Conditions::default());
}

#[test]
fn nested_settings_are_written_in_part() {
    let mut message = InvitationMessage::default();
    message.content = Some("Hello".to_owned());
    assert_eq!(write(&message), json!({ "content": "Hello" }));
    let mut image = InvitationImage::default();
    image.id = Some(5);
    let mut popup = InvitationPopup::default();
    popup.image = Some(image);
    assert_eq!(write(&popup), json!({ "image": { "id": 5 } }));
    let mut options = ChatWindowOptions::default();
    options.is_can_sent_seen = Some(true);
    assert_eq!(write(&options), json!({ "isCanSentSeen": true }));
    let mut fail = RoutingFail::default();
    fail.route_to_object = Some(RouteToObject::Agent);
    fail.route_to_id = Some(3);
    assert_eq!(
        write(&fail),
        json!({ "routeToObject": "agent", "routeToId": 3 })
    );
    let rule = CampaignSsoOptions::new(CampaignId(3), SignInType::Optional);
    assert_eq!(
        write(rule),
        json!({ "campaignId": 3, "signInType": "optional" })
    );
    let text = LanguageText::new(LanguageTextCategory::Buttons, "Send", "Go");
    let written = json!({ "category": "buttons", "name": "Send", "currentText": "Go" });
    assert_eq!(write(text), written);
}

#[test]
fn times_have_any_number_of_digits_and_perhaps_a_z() {
    let second = date(2019, 1, 5).at(7, 17, 8, 0);
    for (text, nanoseconds) in [
        ("2019-01-05T07:17:08", 0),
        ("2019-01-05T07:17:08.7", 700_000_000),
        ("2019-01-05T07:17:08.79", 790_000_000),
        ("2019-01-05T07:17:08.895Z", 895_000_000),
    ] {
        let expected = second.with().subsec_nanosecond(nanoseconds).build().ok();
        let chat: Chat = read(&json!({ "id": "c", "requestTime": text }));
        assert_eq!(chat.request_time, expected, "{text}");
        let visitor: Visitor = read(&json!({ "id": "v", "visit_time": text }));
        assert_eq!(visitor.visit_time, expected, "{text}");
        let message: AgentChatMessage = read(&json!({ "time": text }));
        assert_eq!(message.time, expected, "{text}");
    }
}

#[tokio::test]
async fn any_2xx_status_is_a_success() {
    for status in [200, 201, 202] {
        let body = br#"{"id":1,"name":"Sales"}"#;
        let recorder = Recorder::start(move |_| response(status, "application/json", body)).await;
        let client = recorder.client();
        let created = client
            .create_department("Sales")
            .await
            .expect("a department");
        assert_eq!(created.id, DepartmentId(1), "{status}");
    }
    for (status, body) in [(200, "\"The ban is removed.\""), (200, ""), (204, "")] {
        let body = body.as_bytes();
        let recorder = Recorder::start(move |_| response(status, "application/json", body)).await;
        let removed = recorder.client().remove_ban(BanId(1)).await;
        removed.unwrap_or_else(|error| panic!("{status}: {error}"));
    }
}

#[tokio::test]
async fn the_url_of_the_next_page_may_be_empty_null_or_absent_at_the_end() {
    for end in [r#","nextPage":"""#, r#","nextPage":null"#, ""] {
        let recorder = Recorder::start(move |request| {
            let is_last = request.target().contains("pageIndex=1");
            // The URL has another version, and none of the filters: it is not followed.
            let next = r#","nextPage":"https://x.example/api/v2.0/livechat/chats?pageIndex=1""#;
            let next = if is_last { end } else { next };
            let body = format!(r#"{{"chats":[{{"id":"c"}}],"total":2{next}}}"#);
            response(200, "application/json", body.as_bytes())
        })
        .await;
        let client = recorder.client();
        let list = client.list_chats().keywords("refund");
        let chats: Vec<Chat> = list.items().try_collect().await.expect("all chats");
        assert_eq!(chats.len(), 2, "{end}");
        let sent = recorder.requests();
        let target = sent.last().expect("a request").target();
        assert_eq!(target, "/api/v2/livechat/chats?keywords=refund&pageIndex=1");
    }
}
