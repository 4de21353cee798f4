use comm100::Client;
use comm100::v1::{ChatVolumeGroup, QueueGroup, ReportPeriod, ReportsApi};

fn group_that_the_report_has_not() {
    let _ = ChatVolumeGroup::Agent;
}

fn group_of_another_report(client: &Client, period: &ReportPeriod) {
    let _ = client.chat_volume_report(period, QueueGroup::Day);
}

fn main() {}
