//! The documented forms of fields that contradict each other are all read.

use comm100::jiff::civil::date;
use comm100::v2::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

pub(crate) fn read<T: DeserializeOwned>(body: &Value) -> T {
    serde_json::from_str(&body.to_string()).unwrap_or_else(|error| panic!("{body}: {error}"))
}

pub(crate) fn write(value: impl Serialize) -> Value {
    serde_json::to_value(value).expect("JSON")
}

#[test]
fn lists_of_ids_contain_ids_or_objects() {
    let agent: AccountAgent = read(&json!({
        "id": "7", "groups": [1, "2", { "ID": 3, "name": "Sales" }, {}, null],
    }));
    assert_eq!(agent.id, AgentId(7));
    assert_eq!(agent.groups, [GroupId(1), GroupId(2), GroupId(3)]);
    let group: Group = read(&json!({ "id": 1, "agents": [{ "id": 4, "name": "Ann" }, 5] }));
    let agents: Vec<_> = group.agents;
    let ids: Vec<_> = agents.iter().map(|agent| agent.id.0).collect();
    assert_eq!(ids, [4, 5]);
}

#[test]
fn unknown_permissions_are_kept_and_written_back() {
    let body = json!({
        "liveChat": { "manageBan": true, "manageRobots": false, "viewReports": "true" },
        "account": { "manageSite": false },
        "knowledgeBase": { "manageArticles": true },
    });
    let permissions: Permissions = read(&body);
    let live_chat = permissions.live_chat.clone().expect("permissions");
    assert_eq!(
        (
            live_chat.manage_ban,
            live_chat.view_reports,
            live_chat.join_chats
        ),
        (Some(true), Some(true), None)
    );
    let mut expected = body;
    expected["liveChat"]["viewReports"] = json!(true);
    assert_eq!(write(permissions), expected);
}

#[test]
fn permissions_are_one_object_or_a_list_of_objects() {
    let whole = json!({
        "liveChat": { "manageBan": true }, "account": { "manageSite": false },
        "knowledgeBase": { "manageArticles": true },
    });
    let parts = json!([
        { "liveChat": { "manageBan": true } }, {},
        { "account": { "manageSite": false }, "knowledgeBase": { "manageArticles": true } },
    ]);
    for body in [&whole, &parts] {
        assert_eq!(write(read::<Permissions>(body)), whole);
    }
    assert_eq!(read::<Permissions>(&json!([])), Permissions::default());
    assert!(serde_json::from_str::<Permissions>("\"all\"").is_err());
}

#[test]
fn misspelt_keys_are_read_and_the_documented_ones_written() {
    let header: PreChatHeader = read(&json!({ "isShowAvatars": true }));
    assert_eq!(write(header), json!({ "isShowAdatar": true }));
    let header: OfflineMessageHeader = read(&json!({ "isShowAvatar": true }));
    assert_eq!(write(header), json!({ "isShowAvator": true }));
    let body: ChatWindowBody = read(&json!({ "backgroudImageId": 5 }));
    assert_eq!(body.background_image_id, Some(5));
    let config: LiveChatConfig = read(&json!({ "isEnableGotoMeeting": true }));
    assert_eq!(write(config)["isEnableGotoMetting"], json!(true));
    let fail: RoutingFail = read(&json!({ "routeTobject": "Agent" }));
    assert_eq!(fail.route_to_object, Some(RouteToObject::Agent));
    let site: PartnerSite = read(&json!({ "id": 1, "timeZone": "71" }));
    assert_eq!(write(site)["timezone"], json!("71"));
    let visitor: Visitor = read(&json!({
        "id": "v", "custom_variable": { "name": "cart" }, "department": -1,
        "visit_time": "2019-01-05T07:17:08.895Z", "status": 3,
    }));
    assert_eq!(visitor.custom_variables[0].name, "cart");
    assert_eq!(visitor.department, None);
    assert_eq!(visitor.status, VisitorStatus::PreChat);
    let time = date(2019, 1, 5).at(7, 17, 8, 895_000_000);
    assert_eq!(visitor.visit_time, Some(time));
}

#[test]
fn the_image_of_a_popup_is_an_object_or_beside_the_popups_other_settings() {
    let nested = json!({ "image": { "id": 5, "type": "custom" } });
    for body in [
        nested.clone(),
        json!({ "imageId": 5, "imageType": "Custom" }),
        json!({ "imagetype": "custom", "imageid": "5" }),
        json!({ "imageId": 5, "image": null, "imageType": "custom" }),
    ] {
        let popup: InvitationPopup = read(&body);
        assert_eq!(write(popup), nested, "{body}");
    }
    let odd: InvitationPopup = read(&json!({ "imageId": "n/a", "imageType": [] }));
    assert_eq!(odd.image, None);
    let only: InvitationPopup = read(&json!({ "imageType": "custom" }));
    assert_eq!(write(only), json!({ "image": { "type": "custom" } }));
}

#[test]
fn notifications_are_objects_json_in_a_string_or_none() {
    let notified = |value: Value| {
        let segment: VisitorSegmentation = read(&json!({ "id": 1, "notification": value }));
        segment
            .notification
            .map(|notification| notification.departments)
    };
    for nobody in [Value::Null, json!("None"), json!("none"), json!("")] {
        assert_eq!(notified(nobody), None);
    }
    let departments = Some(Some(vec![DepartmentId(3)]));
    assert_eq!(notified(json!({ "departments": [3] })), departments);
    assert_eq!(notified(json!("{\"departments\": [3]}")), departments);
}

#[test]
fn chats_have_their_own_forms_of_times_ratings_and_categories() {
    let chat: Chat = read(&json!({
        "id": "c1", "requestTime": "2019-03-25T14:06:07.89", "endTime": null,
        "waitingTime": "00:01:03", "postChat": { "ratingGrade": "-1" },
        "agents": [{ "id": 5, "display_name": "Ann" }, { "id": 6, "name": "Bob" }],
        "chatTranscript": [
            { "time": "03/25/2019 14:06:07", "sender": "", "type": "enumSystem", "content": "Hi" },
            { "time": "2019-03-25T14:06:08", "type": "visitor", "content": "Hello" },
        ],
        "wrapup": { "category": "Refund" },
    }));
    let requested = date(2019, 3, 25).at(14, 6, 7, 890_000_000);
    assert_eq!((chat.request_time, chat.end_time), (Some(requested), None));
    assert_eq!(chat.waiting_time, WaitingTime::Seconds(63));
    assert_eq!(chat.post_chat.expect("a survey").rating_grade, None);
    assert_eq!(chat.agents[1].display_name, "Bob");
    let times: Vec<_> = chat
        .chat_transcript
        .iter()
        .map(|message| message.time.date_time())
        .collect();
    let sent = date(2019, 3, 25).at(14, 6, 7, 0);
    assert_eq!(times, [Some(sent), Some(date(2019, 3, 25).at(14, 6, 8, 0))]);
    assert_eq!(chat.chat_transcript[0].r#type, ChatMessageType::System);
    assert_eq!(chat.chat_transcript[1].r#type, ChatMessageType::Visitor);
    let category = &chat.wrapup.expect("a wrap-up").category[0];
    assert_eq!(category.category.as_deref(), Some("Refund"));
    let rated: PostChatSurvey = read(&json!({ "ratingGrade": 4 }));
    assert_eq!(rated.rating_grade, Some(4));
    let days: Chat = read(&json!({ "id": "c", "waitingTime": "1.02:00:00" }));
    assert_eq!(write(days)["waitingTime"], json!("1.02:00:00"));
}

#[test]
fn a_message_keeps_its_time_in_any_format() {
    for (text, known) in [
        ("03/25/2019 14:06:07", Some("2019-03-25T14:06:07")),
        (" 03/25/2019 14:06:07 ", Some("2019-03-25T14:06:07")),
        ("2019-03-25T14:06:07.89Z", Some("2019-03-25T14:06:07.89")),
        ("25/03/2019 14:06:07", None),
        ("25.03.2019 14:06", None),
        ("3/25/2019 2:06:07 PM", None),
        ("02/30/2019 14:06:07", None),
    ] {
        let message: ChatMessage = read(&json!({ "time": text }));
        let time = message.time.date_time().map(|time| time.to_string());
        assert_eq!(time.as_deref(), known, "{text}");
        assert_eq!(message.time.to_string(), known.unwrap_or(text));
        let expected = known.map_or(text, |_| "03/25/2019 14:06:07");
        assert_eq!(write(message)["time"], json!(expected));
    }
    let number: ChatMessage = read(&json!({ "time": 1_553_522_767 }));
    assert_eq!(number.time.to_string(), "1553522767");
    for nothing in [json!({}), json!({ "time": null }), json!({ "time": [] })] {
        let message: ChatMessage = read(&nothing);
        assert_eq!(message.time, MessageTime::default());
        assert_eq!(write(message).get("time"), None, "{nothing}");
    }
}

#[test]
fn an_attachment_is_an_object_or_a_list() {
    let file = json!({ "name": "a.pdf", "uri": "https://hosted.comm100.com/a" });
    for attachment in [file.clone(), json!([file])] {
        let message: OfflineMessage = read(&json!({ "id": "m", "attachment": attachment }));
        assert_eq!(message.attachment[0].name, "a.pdf");
    }
}

#[test]
fn words_are_read_in_any_letter_case_and_written_as_documented() {
    let conditions: Conditions = read(&json!({ "when": "LogicalExpression", "list": null }));
    assert_eq!(write(conditions), json!({ "when": "logicalExpression" }));
    let position: ChatButtonPosition = read(&json!({ "type": "bottomright" }));
    assert_eq!(position.r#type, Some(ChatButtonAnchor::BottomRight));
    let hook: Webhook = read(&json!({ "id": 1, "event": "chatended" }));
    assert_eq!(write(hook)["event"], json!("chatEnded"));
    let missed: MissedOrRefusedChat = read(&json!({ "type": "Refused", "chat": { "id": "c" } }));
    assert_eq!(missed.r#type, MissedOrRefused::Refused);
}

#[test]
fn secrets_are_not_shown() {
    let client = comm100::Client::builder()
        .credentials(comm100::Credentials::new("a@example.com", "key"))
        .build()
        .expect("a client");
    let call = client.change_my_password("T0psecret", "T0psecret2");
    assert!(!format!("{call:?}").contains("T0psecret"));
}
