//! A program that calls all 70 endpoints, for `compile.sh` to build: it is as large
//! as a program gets by them. Nobody runs it.

use comm100::v1::*;
use comm100::{Client, Credentials, Result};
use jiff::civil::date;
use jiff::tz;

/// The answer is looked at, so that nothing of it is left out.
async fn show<T: std::fmt::Debug>(call: impl IntoFuture<Output = Result<T>>) {
    match call.await {
        Ok(value) => println!("{value:?}"),
        Err(error) => println!("{error}"),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let credentials = Credentials::new("agent@example.com", "API_KEY");
    let client = Client::builder().credentials(credentials).build()?;
    let email = "tom+1@example.com";
    let full_agent = NewAgent::new(email, "password", "Tom", "Tom", "Miller");
    let chat = ChatId::from("5b3c3f1e");
    let visitor = VisitorId::from("0c-1");
    let message = OfflineMessageId::from("0b-1");
    let variables = [CustomVariable::new("cart", "1")];
    let (from, to) = (date(2024, 1, 1), date(2024, 2, 1));
    let period = ReportPeriod::new(from.at(0, 0, 0, 0), to.at(0, 0, 0, 0));
    let here = period.timezone(tz::offset(8));

    show(client.list_agents()).await;
    show(client.get_agent(email)).await;
    show(client.create_agent(&full_agent)).await;
    show(client.update_agent(email)).await;
    show(client.reset_agent_api_key(email)).await;
    show(client.remove_agent(email)).await;
    show(client.list_departments()).await;
    show(client.get_department(DepartmentId(3))).await;
    show(client.create_department("R&D")).await;
    show(client.update_department(DepartmentId(3))).await;
    show(client.remove_department(DepartmentId(3))).await;
    show(client.list_canned_messages()).await;
    show(client.get_canned_message(CannedMessageId(4))).await;
    show(client.create_canned_message("Hi", "Hello!")).await;
    show(client.update_canned_message(CannedMessageId(4))).await;
    show(client.remove_canned_message(CannedMessageId(4))).await;
    show(client.list_canned_message_categories()).await;
    show(client.get_canned_message_category(CannedMessageCategoryId(5))).await;
    show(client.create_canned_message_category("Top")).await;
    show(client.update_canned_message_category(CannedMessageCategoryId(5))).await;
    show(client.remove_canned_message_category(CannedMessageCategoryId(5))).await;
    show(client.list_canned_messages_in_category(CannedMessageCategoryId(5))).await;
    show(client.create_canned_message_in_category(CannedMessageCategoryId(5), "Hi", "Ho")).await;
    show(client.list_campaigns()).await;
    show(client.get_pre_chat_form(CampaignId(6))).await;
    show(client.get_post_chat_form(CampaignId(6))).await;
    show(client.get_offline_message_form(CampaignId(6))).await;
    show(client.list_auto_invitations(CampaignId(6))).await;
    show(client.get_wrap_up_form(CampaignId(6))).await;
    show(client.list_chats()).await;
    show(client.get_chat(&chat)).await;
    show(client.list_visitors()).await;
    show(client.list_chatting_visitors()).await;
    show(client.get_visitor(&visitor)).await;
    show(client.update_visitor_custom_variables(&visitor, &variables)).await;
    show(client.list_offline_messages()).await;
    show(client.get_offline_message(&message)).await;
    show(client.list_conversions()).await;
    show(client.mark_conversion_successful("Sale", &visitor, 12.5)).await;
    show(client.list_custom_metrics()).await;
    show(client.list_custom_variables()).await;
    show(client.get_site_status()).await;
    show(client.list_visitor_segments()).await;
    show(client.chat_volume_report(&here, ChatVolumeGroup::HourOfWeekDistribution)).await;
    show(client.visits_report(&period, VisitsGroup::Campaign)).await;
    show(client.chat_source_report(&period, ChatSourceGroup::Department)).await;
    show(client.chat_source_request_page_report(&here)).await;
    show(client.queue_report(&period, QueueGroup::HalfHourDistribution)).await;
    show(client.wait_time_report(&period, WaitTimeGroup::Hour)).await;
    show(client.chat_transfer_report(&period, ChatTransferGroup::Day)).await;
    show(client.availability_report(&period, AvailabilityGroup::Agent)).await;
    show(client.agent_status_report(&period)).await;
    show(client.agent_performance_report(&period, AgentPerformanceGroup::Week)).await;
    show(client.workload_report(&period, WorkloadGroup::Month)).await;
    show(client.efficiency_report(&period, EfficiencyGroup::Agent)).await;
    show(client.rating_report(&period, RatingGroup::Department)).await;
    show(client.post_chat_survey_report(&period)).await;
    show(client.pre_chat_survey_report(&period)).await;
    show(client.wrap_up_survey_report(&period)).await;
    show(client.wrap_up_completion_report(&period, WrapUpCompletionGroup::Agent)).await;
    show(client.conversions_report(&period, ConversionsGroup::ConversionAction)).await;
    show(client.manual_invitation_report(&period, ManualInvitationGroup::Agent)).await;
    show(client.auto_invitation_report(&period, AutoInvitationGroup::AutoInvitation)).await;
    show(client.offline_message_report(&period, OfflineMessageGroup::VisitorSegment)).await;
    show(client.canned_message_report(&period)).await;
    show(client.realtime_right_now()).await;
    show(client.realtime_today()).await;
    show(client.realtime_custom_metrics()).await;
    show(client.realtime_agents()).await;
    show(client.realtime_queue()).await;
    Ok(())
}
