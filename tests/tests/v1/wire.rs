//! What each of the 70 calls sends, as the bytes that arrive at a server, and that its answer is
//! read.

use std::sync::{Arc, Mutex};

use comm100::v1::*;
use comm100::{Client, Endpoint};
use comm100_tests::recorder::{Recorder, response};
use jiff::civil::date;
use jiff::tz;

use crate::samples::samples;

/// A server that answers with the samples of a model: `Chat` with one, `[Chat]` with a list.
struct Server {
    recorder: Recorder,
    answer: Arc<Mutex<String>>,
}

impl Server {
    async fn start() -> Self {
        let answer = Arc::new(Mutex::new(String::new()));
        let body = Arc::clone(&answer);
        let recorder = Recorder::start(move |_| {
            let body = body.lock().expect("a body").clone();
            response(200, "application/json", body.as_bytes())
        })
        .await;
        Self { recorder, answer }
    }

    fn answer_with(&self, model: &str) {
        let name = model.trim_matches(['[', ']']);
        let body = samples()
            .into_iter()
            .find(|sample| sample.model == name)
            .map_or_else(String::new, |sample| sample.json.to_string());
        let body = if name == model {
            body
        } else {
            format!("[{body}]")
        };
        *self.answer.lock().expect("a body") = body;
    }
}

/// The name, of a request that is ready to be sent.
fn name_of<E: Endpoint>(_: &E) -> &'static str {
    E::ENDPOINT.name()
}

/// Makes each call, and compares what arrives with the request line and, after `=>`, the body;
/// `->` names the model that the server answers with.
macro_rules! calls {
    ($server:expr, $called:expr, $($call:expr, $line:expr $(=> $body:expr)?, -> $model:literal;)*) => {$({
        let server: &Server = &$server;
        server.answer_with($model);
        let call = $call;
        let name = name_of(&call);
        $called.push(name);
        let request = call.request().unwrap_or_else(|error| panic!("{name}: {error}"));
        call.await.unwrap_or_else(|error| panic!("{name}: {error}"));
        let arrived = server.recorder.take();
        let line: &str = &$line;
        assert_eq!(arrived.line, format!("{line} HTTP/1.1"), "{name}");
        #[allow(unused_mut, unused_assignments)]
        let mut body = "";
        $(body = $body;)?
        assert_eq!(arrived.text(), body, "{name}");
        // What `request` shows is what was sent.
        assert_eq!(
            format!("{} {}", request.method(), request.uri().path_and_query().expect("a path")),
            line,
            "{name}"
        );
        assert_eq!(request.body(), body.as_bytes(), "{name}");
    })*};
}

const CHAT: &str = "5b3c3f1e-0001-4a5c-9d3e-0123456789ab";

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "a table")]
async fn each_call_sends_what_the_documentation_says() {
    let server = Server::start().await;
    let client: Client = server.recorder.client();
    let mut called = Vec::new();
    let email = "tom+1@example.com";
    let new_agent = NewAgent::new(email, "p&ss w=rd", "Tom", "Tom", "Miller");
    let full_agent = new_agent
        .clone()
        .phone("+1 2")
        .title("Support")
        .description("")
        .is_admin(true)
        .is_active(false)
        .departments([DepartmentId(1), DepartmentId(2)])
        .max_chats_count(5);
    let operator = "/api/v1/livechat/operators/tom%2B1@example.com";
    let departments = [DepartmentId(1), DepartmentId(2)];
    let members = [AgentId(1), AgentId(2)];
    let chat = ChatId::from(CHAT);
    let visitor = VisitorId::from("0c-1");
    let message = OfflineMessageId::from("0b-1");
    let variables = [CustomVariable::new("cart", "1 \"x\"")];

    calls! { server, called,
        client.list_agents(), "GET /api/v1/livechat/operators", -> "[Agent]";
        client.get_agent(email), format!("GET {operator}"), -> "Agent";
        client.create_agent(&full_agent), "POST /api/v1/livechat/operators"
            => "email=tom%2B1%40example.com&password=p%26ss+w%3Drd&display_name=Tom&first_name=Tom\
                &last_name=Miller&phone=%2B1+2&title=Support&description=&is_admin=true\
                &is_active=false&departments=1%2C2&max_chats_count=5",
            -> "Agent";
        client.update_agent(email).password("p").display_name("Tom").first_name("T").last_name("M")
            .phone("2").title("x").description("").is_admin(false).is_active(true)
            .departments(&departments).max_chats_count(4),
            format!("PUT {operator}")
            => "password=p&display_name=Tom&first_name=T&last_name=M&phone=2&title=x&description=\
                &is_admin=false&is_active=true&departments=1,2&max_chats_count=4",
            -> "Agent";
        client.reset_agent_api_key(email), format!("PUT {operator}/reset_api_key"), -> "Agent";
        client.remove_agent(email), format!("DELETE {operator}"), -> "Removed";

        client.list_departments(), "GET /api/v1/livechat/departments", -> "[Department]";
        client.get_department(DepartmentId(3)), "GET /api/v1/livechat/departments/3", -> "Department";
        client.create_department("R&D").description("d").members(&members),
            "POST /api/v1/livechat/departments" => "name=R%26D&description=d&members=1,2",
            -> "Department";
        client.update_department(DepartmentId(3)).name("Sales").description("").members(&[]),
            "PUT /api/v1/livechat/departments/3" => "name=Sales&description=&members=",
            -> "Department";
        client.remove_department(DepartmentId(3)), "DELETE /api/v1/livechat/departments/3",
            -> "Removed";

        client.list_canned_messages(), "GET /api/v1/livechat/cannedMessages", -> "[CannedMessage]";
        client.get_canned_message(CannedMessageId(4)), "GET /api/v1/livechat/cannedMessages/4",
            -> "CannedMessage";
        client.create_canned_message("Hi", "Hello!").category_id(CannedMessageCategoryId(5))
            .is_private(true).shortcuts("hi"),
            "POST /api/v1/livechat/cannedMessages"
            => "name=Hi&message=Hello%21&categoryId=5&isPrivate=true&shortcuts=hi",
            -> "CannedMessage";
        client.update_canned_message(CannedMessageId(4)).name("Hi").message("Ho")
            .category_id(CannedMessageCategoryId::NONE).is_private(false).shortcuts(""),
            "PUT /api/v1/livechat/cannedMessages/4"
            => "name=Hi&message=Ho&categoryId=0&isPrivate=false&shortcuts=",
            -> "CannedMessage";
        client.remove_canned_message(CannedMessageId(4)),
            "DELETE /api/v1/livechat/cannedMessages/4", -> "nothing";

        client.list_canned_message_categories(), "GET /api/v1/livechat/cannedMessageCategories",
            -> "[CannedMessageCategory]";
        client.get_canned_message_category(CannedMessageCategoryId(5)),
            "GET /api/v1/livechat/cannedMessageCategories/5", -> "CannedMessageCategory";
        client.create_canned_message_category("Top").parent_id(CannedMessageCategoryId(2))
            .is_private(true),
            "POST /api/v1/livechat/cannedMessageCategories" => "name=Top&parentId=2&isPrivate=true",
            -> "CannedMessageCategory";
        client.update_canned_message_category(CannedMessageCategoryId(5)).name("Top")
            .parent_id(CannedMessageCategoryId::NONE).is_private(false),
            "PUT /api/v1/livechat/cannedMessageCategories/5"
            => "name=Top&parentId=0&isPrivate=false",
            -> "CannedMessageCategory";
        client.remove_canned_message_category(CannedMessageCategoryId(5)),
            "DELETE /api/v1/livechat/cannedMessageCategories/5", -> "nothing";
        client.list_canned_messages_in_category(CannedMessageCategoryId(5)),
            "GET /api/v1/livechat/cannedMessageCategories/5/cannedMessages", -> "[CannedMessage]";
        client.create_canned_message_in_category(CannedMessageCategoryId(5), "Hi", "Ho")
            .shortcuts("h"),
            "POST /api/v1/livechat/cannedMessageCategories/5/cannedMessages"
            => "name=Hi&message=Ho&shortcuts=h",
            -> "CannedMessage";

        client.list_campaigns(), "GET /api/v1/livechat/campaigns", -> "[Campaign]";
        client.get_pre_chat_form(CampaignId(6)), "GET /api/v1/livechat/campaigns/6/prechat",
            -> "PreChatForm";
        client.get_post_chat_form(CampaignId(6)), "GET /api/v1/livechat/campaigns/6/postChat",
            -> "PostChatForm";
        client.get_offline_message_form(CampaignId(6)),
            "GET /api/v1/livechat/campaigns/6/offlineMessage", -> "OfflineMessageForm";
        client.list_auto_invitations(CampaignId(6)),
            "GET /api/v1/livechat/campaigns/6/invitation/autoInvitations", -> "[AutoInvitation]";
        client.get_wrap_up_form(CampaignId(6)), "GET /api/v1/livechat/campaigns/6/agentWrapup",
            -> "WrapUpForm";

        client.list_chats().date_from(date(2024, 1, 5)).date_to(date(2024, 2, 10)).keyword("a b")
            .department(DepartmentId(3)).operator(AgentId(1)).rating(5).page(2),
            "GET /api/v1/livechat/chats?date_from=2024-01-05&date_to=2024-02-10&keyword=a%20b\
             &department=3&operator=1&rating=5&page=2",
            -> "ChatPage";
        client.get_chat(&chat), format!("GET /api/v1/livechat/chats/{CHAT}"), -> "Chat";

        client.list_visitors(), "GET /api/v1/livechat/visitors", -> "[Visitor]";
        client.list_chatting_visitors(), "GET /api/v1/livechat/visitors/chatting", -> "[Visitor]";
        client.get_visitor(&visitor), "GET /api/v1/livechat/visitors/0c-1", -> "Visitor";
        client.update_visitor_custom_variables(&visitor, &variables),
            "PUT /api/v1/livechat/visitors/0c-1" => r#"[{"name":"cart","value":"1 \"x\""}]"#,
            -> "Visitor";

        client.list_offline_messages().date_from(date(2024, 1, 5)).date_to(date(2024, 2, 10))
            .keyword("+").department(DepartmentId(3)).page(1),
            "GET /api/v1/livechat/offline_messages?date_from=2024-01-05&date_to=2024-02-10\
             &keyword=%2B&department=3&page=1",
            -> "OfflineMessagePage";
        client.get_offline_message(&message), "GET /api/v1/livechat/offline_messages/0b-1",
            -> "OfflineMessage";

        client.list_conversions(), "GET /api/v1/livechat/conversions", -> "[Conversion]";
        client.mark_conversion_successful("Sale", &visitor, 12.5),
            "POST /api/v1/livechat/mark_api_conversion_successful"
            => "conversion_name=Sale&visitorId=0c-1&value=12.5",
            -> "ConversionMarked";
        client.list_custom_metrics(), "GET /api/v1/livechat/customMetrics", -> "[CustomMetric]";
        client.list_custom_variables(), "GET /api/v1/livechat/custom_variables",
            -> "[CustomVariableDefinition]";
        client.get_site_status(), "GET /api/v1/livechat/site_status", -> "SiteStatus";
        client.list_visitor_segments(), "GET /api/v1/livechat/visitorSegments",
            -> "[VisitorSegment]";
    }

    let period = ReportPeriod::new(
        date(2024, 1, 1).at(0, 0, 0, 0),
        date(2024, 2, 1).at(0, 0, 0, 0),
    );
    let here = period.timezone(tz::offset(8));
    let report = |path: &str, more: &str| {
        format!(
            "GET /api/v1/livechat/reports/{path}?timeFrom=2024-01-01T00%3A00%3A00\
             &timeTo=2024-02-01T00%3A00%3A00{more}"
        )
    };
    calls! { server, called,
        client.chat_volume_report(&here, ChatVolumeGroup::HourOfWeekDistribution)
            .filter(ChatVolumeFilter::VisitorSegment(VisitorSegmentId(12))),
            report("chatVolume", "&timezone=%2B08%3A00&group=24%2A7Distribution&filterName=visitorSegment&filterValue=12"),
            -> "[ReportRow<ChatVolumeMetrics>]";
        client.visits_report(&period, VisitsGroup::Campaign)
            .filter(VisitsFilter::Campaign(CampaignId(6))),
            report("visits", "&group=campaign&filterName=campaign&filterValue=6"),
            -> "[ReportRow<VisitsMetrics>]";
        client.chat_source_report(&period, ChatSourceGroup::Department)
            .filter(ChatSourceFilter::Department(DepartmentId(3))),
            report("chatSource", "&group=department&filterName=department&filterValue=3"),
            -> "[ReportRow<ChatSourceMetrics>]";
        client.chat_source_request_page_report(&here),
            report("chatSource/requestPage", "&timezone=%2B08%3A00"), -> "[RequestPageRow]";
        client.queue_report(&period, QueueGroup::HalfHourDistribution)
            .filter(QueueFilter::Department(DepartmentId(3))),
            report("queue", "&group=halfHourDistribution&filterName=department&filterValue=3"),
            -> "[ReportRow<QueueMetrics>]";
        client.wait_time_report(&period, WaitTimeGroup::Hour)
            .filter(WaitTimeFilter::Department(DepartmentId(3))),
            report("waitTime", "&group=hour&filterName=department&filterValue=3"),
            -> "[ReportRow<WaitTimeMetrics>]";
        client.chat_transfer_report(&period, ChatTransferGroup::Day)
            .filter(ChatTransferFilter::Department(DepartmentId(3))),
            report("chatTransfer", "&group=day&filterName=department&filterValue=3"),
            -> "[ReportRow<ChatTransferMetrics>]";
        client.availability_report(&period, AvailabilityGroup::Agent)
            .filter(AvailabilityFilter::Agent(AgentId(1))),
            report("availability", "&group=agent&filterName=agent&filterValue=1"),
            -> "[ReportRow<AvailabilityMetrics>]";
        client.agent_status_report(&period).filter(AgentStatusFilter::Department(DepartmentId(3))),
            report("agentStatus", "&filterName=department&filterValue=3"), -> "[AgentStatusLog]";
        client.agent_performance_report(&period, AgentPerformanceGroup::Week)
            .filter(AgentPerformanceFilter::Agent(AgentId(1))),
            report("agentPerformance", "&group=week&filterName=agent&filterValue=1"),
            -> "[ReportRow<AgentPerformanceMetrics>]";
        client.workload_report(&period, WorkloadGroup::Month)
            .filter(WorkloadFilter::Department(DepartmentId(3))),
            report("workload", "&group=month&filterName=department&filterValue=3"),
            -> "[ReportRow<WorkloadMetrics>]";
        client.efficiency_report(&period, EfficiencyGroup::Agent)
            .filter(EfficiencyFilter::Agent(AgentId(1))),
            report("efficiency", "&group=agent&filterName=agent&filterValue=1"),
            -> "[ReportRow<EfficiencyMetrics>]";
        client.rating_report(&period, RatingGroup::Department)
            .filter(RatingFilter::Department(DepartmentId(3))),
            report("rating", "&group=department&filterName=department&filterValue=3"),
            -> "[ReportRow<RatingMetrics>]";
        client.post_chat_survey_report(&period).filter(PostChatSurveyFilter::Campaign(CampaignId(6))),
            report("postChatSurvey", "&filterName=campaign&filterValue=6"), -> "[SurveyResult]";
        client.pre_chat_survey_report(&period).filter(PreChatSurveyFilter::Campaign(CampaignId(6))),
            report("prechatSurvey", "&filterName=campaign&filterValue=6"), -> "[SurveyResult]";
        client.wrap_up_survey_report(&period).filter(WrapUpSurveyFilter::Campaign(CampaignId(6))),
            report("wrapup/survey", "&filterName=campaign&filterValue=6"), -> "[SurveyResult]";
        client.wrap_up_completion_report(&period, WrapUpCompletionGroup::Agent)
            .filter(WrapUpCompletionFilter::Department(DepartmentId(3))),
            report("wrapup/completion", "&group=agent&filterName=department&filterValue=3"),
            -> "[ReportRow<WrapUpCompletionMetrics>]";
        client.conversions_report(&period, ConversionsGroup::ConversionAction)
            .filter(ConversionsFilter::Conversion(ConversionId(10))),
            report("conversions", "&group=conversionAction&filterName=conversion&filterValue=10"),
            -> "[ReportRow<ConversionsMetrics>]";
        client.manual_invitation_report(&period, ManualInvitationGroup::Agent)
            .filter(ManualInvitationFilter::Agent(AgentId(1))),
            report("manualInvitation", "&group=agent&filterName=agent&filterValue=1"),
            -> "[ReportRow<ManualInvitationMetrics>]";
        client.auto_invitation_report(&period, AutoInvitationGroup::AutoInvitation)
            .filter(AutoInvitationFilter::Campaign(CampaignId(6))),
            report("autoInvitation", "&group=autoInvitation&filterName=campaign&filterValue=6"),
            -> "[ReportRow<AutoInvitationMetrics>]";
        client.offline_message_report(&period, OfflineMessageGroup::VisitorSegment)
            .filter(OfflineMessageFilter::Campaign(CampaignId(6))),
            report("offlineMessage", "&group=visitorSegment&filterName=campaign&filterValue=6"),
            -> "[ReportRow<OfflineMessageMetrics>]";
        client.canned_message_report(&period)
            .filter(CannedMessageFilter::Category(CannedMessageCategoryId(5))),
            report("cannedMessage", "&filterName=category&filterValue=5"), -> "[CannedMessageUse]";

        client.realtime_right_now(), "GET /api/v1/livechat/reports/realtime/rightnow", -> "RightNow";
        client.realtime_today().timezone(tz::offset(-8)),
            "GET /api/v1/livechat/reports/realtime/today?timezone=-08%3A00", -> "Today";
        client.realtime_custom_metrics().timezone(tz::offset(8)),
            "GET /api/v1/livechat/reports/realtime/today/customMetrics?timezone=%2B08%3A00",
            -> "[CustomMetricValue]";
        client.realtime_agents().timezone(tz::Offset::UTC)
            .filter(RealtimeAgentsFilter::Department(DepartmentId(3))),
            "GET /api/v1/livechat/reports/realtime/agents?timezone=%2B00%3A00&filterName=department\
             &filterValue=3",
            -> "[AgentNow]";
        client.realtime_queue().timezone(tz::offset(0)),
            "GET /api/v1/livechat/reports/realtime/queue?timezone=%2B00%3A00", -> "[QueueNow]";
    }
    let declared: Vec<_> = endpoints()
        .iter()
        .map(comm100::EndpointInfo::name)
        .collect();
    assert_eq!(called, declared, "each endpoint is called, once");

    // With nothing optional, nothing optional is sent.
    let mut called = Vec::new();
    calls! { server, called,
        client.create_agent(&new_agent), "POST /api/v1/livechat/operators"
            => "email=tom%2B1%40example.com&password=p%26ss+w%3Drd&display_name=Tom&first_name=Tom\
                &last_name=Miller",
            -> "Agent";
        client.update_agent(email), format!("PUT {operator}"), -> "Agent";
        client.create_department("R"), "POST /api/v1/livechat/departments" => "name=R",
            -> "Department";
        client.update_department(DepartmentId(3)), "PUT /api/v1/livechat/departments/3",
            -> "Department";
        client.create_canned_message("a", "b"), "POST /api/v1/livechat/cannedMessages"
            => "name=a&message=b", -> "CannedMessage";
        client.create_canned_message_category("a"), "POST /api/v1/livechat/cannedMessageCategories"
            => "name=a", -> "CannedMessageCategory";
        client.list_chats(), "GET /api/v1/livechat/chats", -> "ChatPage";
        client.list_offline_messages(), "GET /api/v1/livechat/offline_messages",
            -> "OfflineMessagePage";
        client.chat_volume_report(&period, ChatVolumeGroup::Day), report("chatVolume", "&group=day"),
            -> "[ReportRow<ChatVolumeMetrics>]";
        client.agent_status_report(&period), report("agentStatus", ""), -> "[AgentStatusLog]";
        client.realtime_today(), "GET /api/v1/livechat/reports/realtime/today", -> "Today";
        client.realtime_agents(), "GET /api/v1/livechat/reports/realtime/agents", -> "[AgentNow]";
    }
}

#[tokio::test]
async fn of_a_page_the_message_that_was_asked_for_is_taken() {
    let message = |id: &str| {
        let mut sample = samples()
            .into_iter()
            .find(|sample| sample.model == "OfflineMessage")
            .expect("a sample")
            .json;
        sample["id"] = id.into();
        sample
    };
    let messages = ["m-1", "m 2/é", "m-3"].map(message);
    let body = serde_json::json!({ "pages": 1, "offline_messages": messages, "total": 3 });
    let server = Server::start().await;
    *server.answer.lock().expect("a body") = body.to_string();
    let client = server.recorder.client();
    for (asked, expected) in [
        ("m-3", "m-3"),
        ("m 2/é", "m 2/é"),
        ("m-1", "m-1"),
        ("m-9", "m-1"),
    ] {
        let message = client
            .get_offline_message(&asked.into())
            .await
            .expect("a message");
        assert_eq!(message.id.as_str(), expected, "{asked}");
    }
}

#[tokio::test]
async fn a_conversion_that_was_not_marked_is_an_error_in_spite_of_the_status() {
    let server = Server::start().await;
    let client = server.recorder.client();
    for (code, body) in [
        (
            1,
            r#"{"error_code": 1, "error_message": "No such conversion."}"#,
        ),
        (
            2,
            r#"{"error_code": "2", "error_message": "No such conversion."}"#,
        ),
        (
            99,
            r#"{"error_code": 99, "error_message": "No such conversion."}"#,
        ),
    ] {
        body.clone_into(&mut server.answer.lock().expect("a body"));
        let call = client
            .mark_conversion_successful("x", &"v".into(), 1.0)
            .send();
        let error = call.await.expect_err("a refusal");
        assert_eq!(error.kind(), comm100::ErrorKind::Api);
        assert_eq!(
            (error.code(), error.message()),
            (Some(code), Some("No such conversion."))
        );
        assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    }
}

#[tokio::test]
async fn the_pages_of_chats_and_messages_are_walked() {
    use futures_util::TryStreamExt;

    let recorder = Recorder::start(|request| {
        let page = request.target().rsplit("page=").next().unwrap_or("1").to_owned();
        let body = if request.target().contains("/chats") {
            format!(
                r#"{{"chats":[{{"id":"c{page}","start_time":"/Date(1)/","end_time":"/Date(1)/"}}],"pages":3,"total":3}}"#
            )
        } else {
            format!(
                r#"{{"offline_messages":[{{"id":"m{page}","time":"/Date(1)/"}}],"pages":3,"total":3}}"#
            )
        };
        response(200, "application/json", body.as_bytes())
    })
    .await;
    let client = recorder.client();
    let chats: Vec<Chat> = client
        .list_chats()
        .items()
        .try_collect()
        .await
        .expect("all chats");
    let ids: Vec<_> = chats.iter().map(|chat| chat.id.as_str()).collect();
    assert_eq!(ids, ["c1", "c2", "c3"]);
    let messages = client.list_offline_messages().page(2).items();
    let messages: Vec<OfflineMessage> = messages.try_collect().await.expect("all messages");
    let ids: Vec<_> = messages.iter().map(|message| message.id.as_str()).collect();
    assert_eq!(ids, ["m2", "m3"]);
}
