//! Every endpoint through the client against the sandbox, in the ordinary forms and in each odd one.

use std::collections::BTreeMap;
use std::fmt::Debug;

use comm100::sandbox::{Quirk, Quirks, Sandbox};
use comm100::v1::*;
use comm100::{Client, Endpoint, ErrorKind, Result};
use jiff::civil::date;
use jiff::tz;

async fn start(quirks: impl Into<Quirks>) -> (Sandbox, Client) {
    let noon = "2024-05-15T12:00:00Z".parse().expect("a time");
    let sandbox = Sandbox::builder()
        .quirks(quirks)
        .clock(move || noon)
        .start()
        .await;
    let sandbox = sandbox.expect("a sandbox");
    let client = sandbox.client().expect("a client");
    (sandbox, client)
}

/// What each endpoint answered, by the name of its method.
#[derive(Default)]
struct Answers(BTreeMap<&'static str, String>);

/// Makes a call and keeps its answer as text.
macro_rules! call {
    ($answers:ident, $call:expr) => {{
        let call = $call;
        let name = name_of(&call);
        let answer = call.await.unwrap_or_else(|error| panic!("{name}: {error}"));
        $answers.keep(name, &answer);
        answer
    }};
}

fn name_of<E: Endpoint>(_: &E) -> &'static str {
    E::ENDPOINT.name()
}

impl Answers {
    fn keep(&mut self, name: &'static str, answer: &impl Debug) {
        let text = format!("{answer:?}");
        assert_eq!(self.0.insert(name, text), None, "{name} is called twice");
    }
}

/// All 70: what is created is read, changed and removed.
async fn call_everything(client: &Client) -> BTreeMap<&'static str, String> {
    let mut answers = Answers::default();
    call_agents_and_departments(client, &mut answers).await;
    call_canned_messages(client, &mut answers).await;
    call_lists(client, &mut answers).await;
    call_reports(client, &mut answers).await;
    call_more_reports(client, &mut answers).await;
    answers.0
}

async fn call_agents_and_departments(client: &Client, answers: &mut Answers) {
    let new = NewAgent::new("new+1@example.com", "P4ssword!", "New", "Newton", "Moore")
        .title("Trainee")
        .departments([DepartmentId(11), DepartmentId(12)])
        .max_chats_count(4);
    let created = call!(answers, client.create_agent(&new));
    assert_eq!(created.departments, [DepartmentId(11), DepartmentId(12)]);
    assert_eq!(
        (created.max_chats_count, created.is_active),
        (4, Some(true))
    );
    let update = client
        .update_agent("new+1@example.com")
        .title("")
        .is_admin(true);
    let updated = call!(answers, update.departments(&[]));
    assert_eq!(
        (updated.title.as_deref(), updated.is_admin),
        (Some(""), Some(true))
    );
    assert_eq!((updated.id, &*updated.departments), (created.id, &[][..]));
    let agent = call!(answers, client.get_agent("new+1@example.com"));
    assert_eq!(agent, updated);
    let reset = call!(answers, client.reset_agent_api_key("new+1@example.com"));
    assert_ne!(reset.api_key, agent.api_key);
    let agents = call!(answers, client.list_agents());
    let listed = agents
        .iter()
        .find(|listed| listed.id == agent.id)
        .expect("the new one");
    assert_eq!((&*listed.display_name, listed.is_admin), ("New", None));
    call!(answers, client.remove_agent("new+1@example.com"));

    let create = client.create_department("R&D").members(&[AgentId(1)]);
    let created = call!(answers, create);
    assert_eq!(
        (&*created.name, &*created.members),
        ("R&D", &[AgentId(1)][..])
    );
    let update = client
        .update_department(created.id)
        .description("new")
        .members(&[]);
    let updated = call!(answers, update);
    assert_eq!((&*updated.name, &*updated.description), ("R&D", "new"));
    assert_eq!(call!(answers, client.get_department(created.id)), updated);
    let departments = call!(answers, client.list_departments());
    assert!(departments.contains(&updated));
    call!(answers, client.remove_department(created.id));
}

async fn call_canned_messages(client: &Client, answers: &mut Answers) {
    let create = client
        .create_canned_message_category("Top")
        .is_private(false);
    let category = call!(answers, create);
    assert_eq!(category.parent_id, CannedMessageCategoryId::NONE);
    let update = client
        .update_canned_message_category(category.id)
        .name("Best");
    let updated = call!(answers, update);
    assert_eq!(
        call!(answers, client.get_canned_message_category(category.id)),
        updated
    );
    assert!(call!(answers, client.list_canned_message_categories()).contains(&updated));

    let create = client
        .create_canned_message("Hi", "Hello & welcome!")
        .category_id(category.id);
    let message = call!(answers, create);
    let create = client.create_canned_message_in_category(category.id, "Bye", "Good bye");
    let second = call!(answers, create.shortcuts("bb"));
    assert_eq!(
        (message.category_id, second.category_id),
        (category.id, category.id)
    );
    let in_category = call!(
        answers,
        client.list_canned_messages_in_category(category.id)
    );
    assert_eq!(in_category, [message.clone(), second.clone()]);
    let updated = call!(
        answers,
        client.update_canned_message(message.id).message("Hello.")
    );
    assert_eq!((&*updated.name, &*updated.message), ("Hi", "Hello."));
    assert_eq!(
        call!(answers, client.get_canned_message(message.id)),
        updated
    );
    assert!(call!(answers, client.list_canned_messages()).contains(&updated));
    call!(answers, client.remove_canned_message(message.id));
    call!(answers, client.remove_canned_message_category(category.id));
}

async fn call_lists(client: &Client, answers: &mut Answers) {
    let campaigns = call!(answers, client.list_campaigns());
    let campaign = campaigns.first().expect("a campaign").id;
    call!(answers, client.get_pre_chat_form(campaign));
    call!(answers, client.get_post_chat_form(campaign));
    call!(answers, client.get_offline_message_form(campaign));
    call!(answers, client.list_auto_invitations(campaign));
    assert!(
        !call!(answers, client.get_wrap_up_form(campaign))
            .fields
            .is_empty()
    );

    let days = client
        .list_chats()
        .date_from(date(2024, 5, 1))
        .date_to(date(2024, 5, 14));
    let chats = call!(answers, days.department(DepartmentId(12)).page(2)).chats;
    let chat = chats.first().expect("a chat");
    assert_eq!(&call!(answers, client.get_chat(&chat.id)), chat);
    let days = client.list_offline_messages().date_from(date(2024, 5, 1));
    let messages = call!(answers, days.date_to(date(2024, 5, 14)).page(1)).offline_messages;
    let message = messages.get(1).expect("a message");
    assert_eq!(
        &call!(answers, client.get_offline_message(&message.id)),
        message
    );

    let visitors = call!(answers, client.list_visitors());
    call!(answers, client.list_chatting_visitors());
    let visitor = visitors.first().expect("a visitor");
    let variables = [CustomVariable::new("cart", "1 \"é\"")];
    let update = client.update_visitor_custom_variables(&visitor.id, &variables);
    let updated = call!(answers, update);
    assert!(updated.custom_variable.contains(&variables[0]));
    assert_eq!(call!(answers, client.get_visitor(&visitor.id)), updated);

    let conversions = call!(answers, client.list_conversions());
    let named = conversions
        .iter()
        .find(|one| one.is_enable && !one.name.is_empty());
    let name = &named.expect("a conversion").name;
    let mark = client.mark_conversion_successful(name, &visitor.id, 12.5);
    assert_eq!(call!(answers, mark).error_code, ConversionCode::Ok);
    call!(answers, client.list_custom_metrics());
    call!(answers, client.list_custom_variables());
    call!(answers, client.get_site_status());
    call!(answers, client.list_visitor_segments());
}

fn fortnight() -> ReportPeriod {
    ReportPeriod::new(
        date(2024, 5, 1).at(0, 0, 0, 0),
        date(2024, 5, 15).at(0, 0, 0, 0),
    )
}

async fn call_reports(client: &Client, answers: &mut Answers) {
    let period = fortnight().timezone(tz::offset(2));
    let support = DepartmentId(12);
    let report = client.chat_volume_report(&period, ChatVolumeGroup::HourOfWeekDistribution);
    let rows = call!(
        answers,
        report.filter(ChatVolumeFilter::Department(support))
    );
    assert_eq!(rows.len(), 7 * 24);
    assert!(rows.iter().all(ReportRow::is_average));
    assert!(rows.iter().any(|row| row.metrics.chats > 0.0));
    let report = client.visits_report(&period, VisitsGroup::HalfHourDistribution);
    let rows = call!(answers, report);
    assert_eq!(rows.len(), 48);
    assert!(rows.iter().all(ReportRow::is_average));
    assert!(rows.iter().any(|row| row.metrics.visits > 0.0));
    let rows = call!(
        answers,
        client.chat_source_report(&period, ChatSourceGroup::Department)
    );
    assert!(
        rows.iter()
            .all(|row| matches!(row.key, RowKey::Department(_)))
    );
    assert!(
        rows.iter()
            .any(|row| row.metrics.chats_initiated_by_visitors > 0.0)
    );
    call!(answers, client.chat_source_request_page_report(&period));
    let rows = call!(
        answers,
        client.queue_report(&period, QueueGroup::HalfHourDistribution)
    );
    assert!(rows.iter().any(|row| row.metrics.max_queue_size > 0.0));
    call!(
        answers,
        client.wait_time_report(&period, WaitTimeGroup::Hour)
    );
    call!(
        answers,
        client.chat_transfer_report(&period, ChatTransferGroup::Department)
    );
    let rows = call!(
        answers,
        client.availability_report(&period, AvailabilityGroup::Agent)
    );
    assert!(
        rows.iter()
            .any(|row| !row.metrics.status_distribution.is_empty())
    );
    let log = call!(answers, client.agent_status_report(&period));
    assert!(
        log.iter()
            .flat_map(|log| &log.change_logs)
            .all(|change| !change.status.is_empty())
    );
    call!(
        answers,
        client.agent_performance_report(&period, AgentPerformanceGroup::Week)
    );
    call!(
        answers,
        client.workload_report(&period, WorkloadGroup::Month)
    );
    call!(
        answers,
        client.efficiency_report(&period, EfficiencyGroup::HalfHourDistribution)
    );
}

async fn call_more_reports(client: &Client, answers: &mut Answers) {
    let period = fortnight();
    call!(answers, client.rating_report(&period, RatingGroup::Agent));
    call!(answers, client.post_chat_survey_report(&period));
    call!(answers, client.pre_chat_survey_report(&period));
    let survey = call!(answers, client.wrap_up_survey_report(&period));
    assert!(
        survey
            .iter()
            .flat_map(|one| &one.fields)
            .any(|field| !field.groups.is_empty())
    );
    call!(
        answers,
        client.wrap_up_completion_report(&period, WrapUpCompletionGroup::Day)
    );
    call!(
        answers,
        client.conversions_report(&period, ConversionsGroup::ConversionAction)
    );
    call!(
        answers,
        client.manual_invitation_report(&period, ManualInvitationGroup::Agent)
    );
    let rows = call!(
        answers,
        client.auto_invitation_report(&period, AutoInvitationGroup::AutoInvitation)
    );
    assert!(
        rows.iter()
            .all(|row| matches!(row.key, RowKey::AutoInvitation { .. }))
    );
    call!(
        answers,
        client.offline_message_report(&period, OfflineMessageGroup::VisitorSegment)
    );
    let uses = call!(answers, client.canned_message_report(&period));
    assert!(!uses.is_empty());

    call!(answers, client.realtime_right_now());
    call!(answers, client.realtime_today().timezone(tz::offset(2)));
    call!(answers, client.realtime_custom_metrics());
    let filter = RealtimeAgentsFilter::Department(DepartmentId(12));
    call!(answers, client.realtime_agents().filter(filter));
    call!(answers, client.realtime_queue().timezone(tz::offset(-8)));
}

#[tokio::test]
async fn each_endpoint_answers() {
    let (_sandbox, client) = start(Quirks::none()).await;
    let answers = call_everything(&client).await;
    let mut names: Vec<_> = endpoints()
        .iter()
        .map(comm100::EndpointInfo::name)
        .collect();
    names.sort_unstable();
    assert!(answers.keys().eq(&names), "{:?}", answers.keys());
}

/// The odd forms that say something else, or more or less, than the ordinary ones.
const TELLING: &[Quirk] = &[
    Quirk::SingleAttachments,
    Quirk::OperatorObjects,
    Quirk::SecondDates,
    Quirk::OffsetDates,
    Quirk::TitledLandingPages,
    Quirk::SampleOfflineMessageForm,
    Quirk::RatingRowsByTime,
    Quirk::ConversionRowsWithoutKey,
    Quirk::UuidQueueVisitors,
    Quirk::UnknownValues,
];

#[tokio::test]
async fn each_odd_form_is_read_as_the_ordinary_one() {
    let (_sandbox, client) = start(Quirks::none()).await;
    let ordinary = call_everything(&client).await;
    for quirk in Quirk::ALL {
        let (_sandbox, client) = start(*quirk).await;
        let odd = call_everything(&client).await;
        if TELLING.contains(quirk) {
            assert_ne!(odd, ordinary, "{quirk:?}");
            continue;
        }
        for (name, answer) in &odd {
            if (*quirk, *name) == (Quirk::UnknownFields, "conversions_report") {
                continue; // A row whose key is not documented keeps every field that is none.
            }
            assert_eq!(answer, &ordinary[name], "{quirk:?}: {name}");
        }
    }
}

#[tokio::test]
async fn all_odd_forms_at_once_are_read() {
    let (_sandbox, client) = start(Quirks::all()).await;
    assert_eq!(call_everything(&client).await.len(), 70);
}

#[tokio::test]
async fn the_chats_of_a_day_are_the_chats_of_its_row() -> Result<()> {
    let (_sandbox, client) = start(Quirks::none()).await;
    let rows = client
        .chat_volume_report(&fortnight(), ChatVolumeGroup::Day)
        .await?;
    assert_eq!(rows.len(), 14);
    for row in rows {
        let span = row.key.time().expect("a span");
        let day = span.date_times().expect("a day").0.date();
        let page = client.list_chats().date_from(day).date_to(day).await?;
        #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
        let total = page.total as f64;
        assert!(
            (row.metrics.chats - total).abs() < 1e-9,
            "{day}: {row:?}, {total}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn refusals_are_errors_of_code_and_message() -> Result<()> {
    let (sandbox, client) = start(Quirks::none()).await;
    let visitor = client.list_visitors().await?.swap_remove(0).id;
    let refused = client
        .mark_conversion_successful("no such", &visitor, 1.0)
        .await;
    let error = refused.expect_err("no such conversion");
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some(1)));
    let missing = client
        .get_department(DepartmentId(999))
        .await
        .expect_err("none");
    assert_eq!(missing.status().map(|status| status.as_u16()), Some(404));
    let agent = sandbox.client_of("support@example.com")?;
    let refused = agent.list_agents().await.expect_err("no permission");
    assert_eq!(refused.status().map(|status| status.as_u16()), Some(403));
    assert!(!refused.is_quota_exhausted());
    Ok(())
}
