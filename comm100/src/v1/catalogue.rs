//! All endpoints in one list.

use std::sync::LazyLock;

use super::{
    AgentsApi, CampaignsApi, CannedMessageCategoriesApi, CannedMessagesApi, ChatsApi,
    ConversionsApi, CustomMetricsApi, CustomVariablesApi, DepartmentsApi, OfflineMessagesApi,
    RealTimeReportsApi, ReportsApi, SiteStatusApi, VisitorSegmentsApi, VisitorsApi,
};
use crate::{Client, EndpointInfo};

static ENDPOINTS: LazyLock<Vec<EndpointInfo>> = LazyLock::new(|| {
    [
        <Client as AgentsApi>::endpoints(),
        <Client as DepartmentsApi>::endpoints(),
        <Client as CannedMessagesApi>::endpoints(),
        <Client as CannedMessageCategoriesApi>::endpoints(),
        <Client as CampaignsApi>::endpoints(),
        <Client as ChatsApi>::endpoints(),
        <Client as VisitorsApi>::endpoints(),
        <Client as OfflineMessagesApi>::endpoints(),
        <Client as ConversionsApi>::endpoints(),
        <Client as CustomMetricsApi>::endpoints(),
        <Client as CustomVariablesApi>::endpoints(),
        <Client as SiteStatusApi>::endpoints(),
        <Client as VisitorSegmentsApi>::endpoints(),
        <Client as ReportsApi>::endpoints(),
        <Client as RealTimeReportsApi>::endpoints(),
    ]
    .concat()
});

/// Returns the documented endpoints in the documentation's order, with the method, path, parameters,
/// permission and edition of each.
///
/// ```
/// let endpoints = comm100::v1::endpoints();
/// assert_eq!(endpoints[0].to_string(), "GET livechat/operators");
/// ```
#[must_use]
pub fn endpoints() -> &'static [EndpointInfo] {
    &ENDPOINTS
}
