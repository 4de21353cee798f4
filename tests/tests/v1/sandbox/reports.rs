//! The reports, and their numbers.

use comm100::Client;
use comm100::v1::*;
use jiff::civil::date;
use jiff::tz;

use super::name_of;

pub(super) fn fortnight() -> ReportPeriod {
    ReportPeriod::new(
        date(2024, 5, 1).at(0, 0, 0, 0),
        date(2024, 5, 15).at(0, 0, 0, 0),
    )
}

pub(super) async fn call_reports(client: &Client) {
    let period = fortnight().timezone(tz::offset(2));
    let support = DepartmentId(12);
    let report = client.chat_volume_report(&period, ChatVolumeGroup::HourOfWeekDistribution);
    let rows = call!(report.filter(ChatVolumeFilter::Department(support)));
    assert_eq!(rows.len(), 7 * 24);
    assert!(rows.iter().all(ReportRow::is_average));
    assert!(rows.iter().any(|row| row.metrics.chats > 0.0));
    let report = client.visits_report(&period, VisitsGroup::HalfHourDistribution);
    let rows = call!(report);
    assert_eq!(rows.len(), 48);
    assert!(rows.iter().all(ReportRow::is_average));
    assert!(rows.iter().any(|row| row.metrics.visits > 0.0));
    let rows = call!(client.chat_source_report(&period, ChatSourceGroup::Department));
    assert!(
        rows.iter()
            .all(|row| matches!(row.key, RowKey::Department(_)))
    );
    assert!(
        rows.iter()
            .any(|row| row.metrics.chats_initiated_by_visitors > 0.0)
    );
    call!(client.chat_source_request_page_report(&period));
    let rows = call!(client.queue_report(&period, QueueGroup::HalfHourDistribution));
    assert!(rows.iter().any(|row| row.metrics.max_queue_size > 0.0));
    call!(client.wait_time_report(&period, WaitTimeGroup::Hour));
    call!(client.chat_transfer_report(&period, ChatTransferGroup::Department));
    let rows = call!(client.availability_report(&period, AvailabilityGroup::Agent));
    assert!(
        rows.iter()
            .any(|row| !row.metrics.status_distribution.is_empty())
    );
    let log = call!(client.agent_status_report(&period));
    assert!(
        log.iter()
            .flat_map(|log| &log.change_logs)
            .all(|change| !change.status.is_empty())
    );
    call!(client.agent_performance_report(&period, AgentPerformanceGroup::Week));
    call!(client.workload_report(&period, WorkloadGroup::Month));
    call!(client.efficiency_report(&period, EfficiencyGroup::HalfHourDistribution));
}

pub(super) async fn call_more_reports(client: &Client) {
    let period = fortnight();
    call!(client.rating_report(&period, RatingGroup::Agent));
    call!(client.post_chat_survey_report(&period));
    call!(client.pre_chat_survey_report(&period));
    let survey = call!(client.wrap_up_survey_report(&period));
    assert!(
        survey
            .iter()
            .flat_map(|one| &one.fields)
            .any(|field| !field.groups.is_empty())
    );
    call!(client.wrap_up_completion_report(&period, WrapUpCompletionGroup::Day));
    call!(client.conversions_report(&period, ConversionsGroup::ConversionAction));
    call!(client.manual_invitation_report(&period, ManualInvitationGroup::Agent));
    let rows = call!(client.auto_invitation_report(&period, AutoInvitationGroup::AutoInvitation));
    assert!(
        rows.iter()
            .all(|row| matches!(row.key, RowKey::AutoInvitation { .. }))
    );
    call!(client.offline_message_report(&period, OfflineMessageGroup::VisitorSegment));
    let uses = call!(client.canned_message_report(&period));
    assert!(!uses.is_empty());

    call!(client.realtime_right_now());
    call!(client.realtime_today().timezone(tz::offset(2)));
    call!(client.realtime_custom_metrics());
    let filter = RealtimeAgentsFilter::Department(DepartmentId(12));
    call!(client.realtime_agents().filter(filter));
    call!(client.realtime_queue().timezone(tz::offset(-8)));
}
