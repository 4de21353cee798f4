//! All endpoints in one list.

use std::sync::LazyLock;

use super::{
    AgentChatsApi, AgentsApi, AuditLogsApi, AutoAllocationApi, BansApi, CampaignAgentWrapupsApi,
    CampaignAutoInvitationsApi, CampaignChatButtonsApi, CampaignChatWindowsApi,
    CampaignCustomRulesApi, CampaignInstallationCodesApi, CampaignInvitationsApi,
    CampaignLanguagesApi, CampaignOfflineMessageFormsApi, CampaignPostChatsApi,
    CampaignPreChatsApi, CampaignRoutingRulesApi, CampaignsApi, CannedMessageCategoriesApi,
    CannedMessagesApi, ChatsApi, ConfigsApi, ConversionActionsApi, CustomAwayStatusesApi,
    CustomVariablesApi, DepartmentsApi, GroupsApi, IpRangesApi, IpRestrictionApi,
    LivechatAgentsApi, MissedAndRefusedChatsApi, OfflineMessagesApi, PartnerSitesApi,
    RealTimeReportsApi, ReportsApi, SecureFormsApi, SiteProfileApi, VisitorSegmentationsApi,
    VisitorSsoApi, VisitorsApi, WebhooksApi,
};
use crate::{Client, EndpointInfo};

static ENDPOINTS: LazyLock<Vec<EndpointInfo>> = LazyLock::new(|| {
    [
        <Client as SiteProfileApi>::endpoints(),
        <Client as AgentsApi>::endpoints(),
        <Client as GroupsApi>::endpoints(),
        <Client as IpRestrictionApi>::endpoints(),
        <Client as IpRangesApi>::endpoints(),
        <Client as AuditLogsApi>::endpoints(),
        <Client as PartnerSitesApi>::endpoints(),
        <Client as CampaignsApi>::endpoints(),
        <Client as CampaignInstallationCodesApi>::endpoints(),
        <Client as CampaignChatButtonsApi>::endpoints(),
        <Client as CampaignChatWindowsApi>::endpoints(),
        <Client as CampaignPreChatsApi>::endpoints(),
        <Client as CampaignPostChatsApi>::endpoints(),
        <Client as CampaignOfflineMessageFormsApi>::endpoints(),
        <Client as CampaignInvitationsApi>::endpoints(),
        <Client as CampaignAutoInvitationsApi>::endpoints(),
        <Client as CampaignAgentWrapupsApi>::endpoints(),
        <Client as CampaignRoutingRulesApi>::endpoints(),
        <Client as CampaignCustomRulesApi>::endpoints(),
        <Client as CampaignLanguagesApi>::endpoints(),
        <Client as CannedMessagesApi>::endpoints(),
        <Client as CannedMessageCategoriesApi>::endpoints(),
        <Client as DepartmentsApi>::endpoints(),
        <Client as CustomAwayStatusesApi>::endpoints(),
        <Client as BansApi>::endpoints(),
        <Client as ConversionActionsApi>::endpoints(),
        <Client as VisitorSegmentationsApi>::endpoints(),
        <Client as VisitorSsoApi>::endpoints(),
        <Client as VisitorsApi>::endpoints(),
        <Client as AutoAllocationApi>::endpoints(),
        <Client as ConfigsApi>::endpoints(),
        <Client as SecureFormsApi>::endpoints(),
        <Client as WebhooksApi>::endpoints(),
        <Client as CustomVariablesApi>::endpoints(),
        <Client as LivechatAgentsApi>::endpoints(),
        <Client as ChatsApi>::endpoints(),
        <Client as OfflineMessagesApi>::endpoints(),
        <Client as MissedAndRefusedChatsApi>::endpoints(),
        <Client as AgentChatsApi>::endpoints(),
        <Client as ReportsApi>::endpoints(),
        <Client as RealTimeReportsApi>::endpoints(),
    ]
    .concat()
});

/// Returns all documented endpoints, in the documentation's order: method, path, parameters,
/// permission and edition of each.
#[must_use]
pub fn endpoints() -> &'static [EndpointInfo] {
    &ENDPOINTS
}
