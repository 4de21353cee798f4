use comm100::Client;
use comm100::v1::{
    AgentId, ChatVolumeFilter, ChatVolumeGroup, QueueFilter, ReportPeriod, ReportsApi, VisitsFilter,
};

fn filter_that_the_report_has_not(id: AgentId) {
    let _ = ChatVolumeFilter::Agent(id);
}

fn filter_of_another_report(client: &Client, period: &ReportPeriod, filter: QueueFilter) {
    let _ = client.chat_volume_report(period, ChatVolumeGroup::Day).filter(filter);
}

fn id_of_another_kind(id: AgentId) {
    let _ = VisitsFilter::Campaign(id);
}

fn report_without_filters(client: &Client, period: &ReportPeriod, filter: QueueFilter) {
    let _ = client.chat_source_request_page_report(period).filter(filter);
}

fn main() {}
