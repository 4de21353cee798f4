//! Version 2 of the API: all documented endpoints and their types.
//!
//! | resource | trait | methods |
//! | --- | --- | --- |
//! | [`site_profile`] | [`SiteProfileApi`] | [`get_site_profile`](SiteProfileApi::get_site_profile), [`update_site_profile`](SiteProfileApi::update_site_profile) |
//! | [`agents`] | [`AgentsApi`] | [`list_agents`](AgentsApi::list_agents), [`get_agent`](AgentsApi::get_agent), [`create_agent`](AgentsApi::create_agent), [`update_agent`](AgentsApi::update_agent), [`remove_agent`](AgentsApi::remove_agent), [`set_agent_password`](AgentsApi::set_agent_password), [`unlock_agent`](AgentsApi::unlock_agent), [`get_agent_permissions`](AgentsApi::get_agent_permissions), [`update_agent_permissions`](AgentsApi::update_agent_permissions), [`get_agent_effective_permissions`](AgentsApi::get_agent_effective_permissions), [`get_me`](AgentsApi::get_me), [`update_me`](AgentsApi::update_me), [`change_my_password`](AgentsApi::change_my_password) |
//! | [`groups`] | [`GroupsApi`] | [`list_groups`](GroupsApi::list_groups), [`get_group`](GroupsApi::get_group), [`create_group`](GroupsApi::create_group), [`update_group`](GroupsApi::update_group), [`remove_group`](GroupsApi::remove_group), [`get_group_permissions`](GroupsApi::get_group_permissions), [`update_group_permissions`](GroupsApi::update_group_permissions) |
//! | [`ip_restriction`] | [`IpRestrictionApi`] | [`get_ip_restriction`](IpRestrictionApi::get_ip_restriction), [`update_ip_restriction`](IpRestrictionApi::update_ip_restriction) |
//! | [`ip_ranges`] | [`IpRangesApi`] | [`list_ip_ranges`](IpRangesApi::list_ip_ranges), [`create_ip_range`](IpRangesApi::create_ip_range), [`update_ip_range`](IpRangesApi::update_ip_range), [`remove_ip_range`](IpRangesApi::remove_ip_range) |
//! | [`audit_logs`] | [`AuditLogsApi`] | [`list_audit_logs`](AuditLogsApi::list_audit_logs) |
//! | [`partner_sites`] | [`PartnerSitesApi`] | [`list_partner_sites`](PartnerSitesApi::list_partner_sites), [`get_partner_site`](PartnerSitesApi::get_partner_site), [`create_partner_site`](PartnerSitesApi::create_partner_site), [`update_partner_site`](PartnerSitesApi::update_partner_site), [`pay_partner_site`](PartnerSitesApi::pay_partner_site) |
//! | [`campaigns`] | [`CampaignsApi`] | [`list_campaigns`](CampaignsApi::list_campaigns), [`get_campaign`](CampaignsApi::get_campaign), [`create_campaign`](CampaignsApi::create_campaign), [`update_campaign`](CampaignsApi::update_campaign), [`remove_campaign`](CampaignsApi::remove_campaign) |
//! | [`campaign_installation_codes`] | [`CampaignInstallationCodesApi`] | [`get_campaign_installation_code`](CampaignInstallationCodesApi::get_campaign_installation_code) |
//! | [`campaign_chat_buttons`] | [`CampaignChatButtonsApi`] | [`get_campaign_chat_button`](CampaignChatButtonsApi::get_campaign_chat_button), [`update_campaign_chat_button`](CampaignChatButtonsApi::update_campaign_chat_button) |
//! | [`campaign_chat_windows`] | [`CampaignChatWindowsApi`] | [`get_campaign_chat_window`](CampaignChatWindowsApi::get_campaign_chat_window), [`update_campaign_chat_window`](CampaignChatWindowsApi::update_campaign_chat_window) |
//! | [`campaign_pre_chats`] | [`CampaignPreChatsApi`] | [`get_campaign_pre_chat`](CampaignPreChatsApi::get_campaign_pre_chat), [`update_campaign_pre_chat`](CampaignPreChatsApi::update_campaign_pre_chat) |
//! | [`campaign_post_chats`] | [`CampaignPostChatsApi`] | [`get_campaign_post_chat`](CampaignPostChatsApi::get_campaign_post_chat), [`update_campaign_post_chat`](CampaignPostChatsApi::update_campaign_post_chat) |
//! | [`campaign_offline_message_forms`] | [`CampaignOfflineMessageFormsApi`] | [`get_campaign_offline_message_form`](CampaignOfflineMessageFormsApi::get_campaign_offline_message_form), [`update_campaign_offline_message_form`](CampaignOfflineMessageFormsApi::update_campaign_offline_message_form) |
//! | [`campaign_invitations`] | [`CampaignInvitationsApi`] | [`get_campaign_invitation`](CampaignInvitationsApi::get_campaign_invitation), [`update_campaign_invitation`](CampaignInvitationsApi::update_campaign_invitation), [`update_campaign_manual_invitation`](CampaignInvitationsApi::update_campaign_manual_invitation) |
//! | [`campaign_auto_invitations`] | [`CampaignAutoInvitationsApi`] | [`get_campaign_auto_invitation`](CampaignAutoInvitationsApi::get_campaign_auto_invitation), [`create_campaign_auto_invitation`](CampaignAutoInvitationsApi::create_campaign_auto_invitation), [`update_campaign_auto_invitation`](CampaignAutoInvitationsApi::update_campaign_auto_invitation), [`remove_campaign_auto_invitation`](CampaignAutoInvitationsApi::remove_campaign_auto_invitation) |
//! | [`campaign_agent_wrapups`] | [`CampaignAgentWrapupsApi`] | [`get_campaign_agent_wrapup`](CampaignAgentWrapupsApi::get_campaign_agent_wrapup), [`update_campaign_agent_wrapup`](CampaignAgentWrapupsApi::update_campaign_agent_wrapup) |
//! | [`campaign_routing_rules`] | [`CampaignRoutingRulesApi`] | [`get_campaign_routing_rule`](CampaignRoutingRulesApi::get_campaign_routing_rule), [`update_campaign_routing_rule`](CampaignRoutingRulesApi::update_campaign_routing_rule) |
//! | [`campaign_custom_rules`] | [`CampaignCustomRulesApi`] | [`get_campaign_custom_rule`](CampaignCustomRulesApi::get_campaign_custom_rule), [`create_campaign_custom_rule`](CampaignCustomRulesApi::create_campaign_custom_rule), [`update_campaign_custom_rule`](CampaignCustomRulesApi::update_campaign_custom_rule), [`remove_campaign_custom_rule`](CampaignCustomRulesApi::remove_campaign_custom_rule) |
//! | [`campaign_languages`] | [`CampaignLanguagesApi`] | [`get_campaign_language`](CampaignLanguagesApi::get_campaign_language), [`update_campaign_language`](CampaignLanguagesApi::update_campaign_language) |
//! | [`canned_messages`] | [`CannedMessagesApi`] | [`list_canned_messages`](CannedMessagesApi::list_canned_messages), [`get_canned_message`](CannedMessagesApi::get_canned_message), [`create_canned_message`](CannedMessagesApi::create_canned_message), [`update_canned_message`](CannedMessagesApi::update_canned_message), [`remove_canned_message`](CannedMessagesApi::remove_canned_message) |
//! | [`canned_message_categories`] | [`CannedMessageCategoriesApi`] | [`list_canned_message_categories`](CannedMessageCategoriesApi::list_canned_message_categories), [`get_canned_message_category`](CannedMessageCategoriesApi::get_canned_message_category), [`create_canned_message_category`](CannedMessageCategoriesApi::create_canned_message_category), [`update_canned_message_category`](CannedMessageCategoriesApi::update_canned_message_category), [`remove_canned_message_category`](CannedMessageCategoriesApi::remove_canned_message_category) |
//! | [`departments`] | [`DepartmentsApi`] | [`list_departments`](DepartmentsApi::list_departments), [`get_department`](DepartmentsApi::get_department), [`create_department`](DepartmentsApi::create_department), [`update_department`](DepartmentsApi::update_department), [`remove_department`](DepartmentsApi::remove_department) |
//! | [`custom_away_statuses`] | [`CustomAwayStatusesApi`] | [`list_custom_away_statuses`](CustomAwayStatusesApi::list_custom_away_statuses), [`get_custom_away_status`](CustomAwayStatusesApi::get_custom_away_status), [`create_custom_away_status`](CustomAwayStatusesApi::create_custom_away_status), [`update_custom_away_status`](CustomAwayStatusesApi::update_custom_away_status), [`remove_custom_away_status`](CustomAwayStatusesApi::remove_custom_away_status) |
//! | [`bans`] | [`BansApi`] | [`list_bans`](BansApi::list_bans), [`get_ban`](BansApi::get_ban), [`create_ban`](BansApi::create_ban), [`update_ban`](BansApi::update_ban), [`remove_ban`](BansApi::remove_ban) |
//! | [`conversion_actions`] | [`ConversionActionsApi`] | [`list_conversion_actions`](ConversionActionsApi::list_conversion_actions), [`get_conversion_action`](ConversionActionsApi::get_conversion_action), [`create_conversion_action`](ConversionActionsApi::create_conversion_action), [`update_conversion_action`](ConversionActionsApi::update_conversion_action), [`mark_conversion_action_achieved`](ConversionActionsApi::mark_conversion_action_achieved) |
//! | [`visitor_segmentations`] | [`VisitorSegmentationsApi`] | [`list_visitor_segmentations`](VisitorSegmentationsApi::list_visitor_segmentations), [`get_visitor_segmentation`](VisitorSegmentationsApi::get_visitor_segmentation), [`create_visitor_segmentation`](VisitorSegmentationsApi::create_visitor_segmentation), [`update_visitor_segmentation`](VisitorSegmentationsApi::update_visitor_segmentation), [`remove_visitor_segmentation`](VisitorSegmentationsApi::remove_visitor_segmentation) |
//! | [`visitor_sso`] | [`VisitorSsoApi`] | [`get_visitor_sso`](VisitorSsoApi::get_visitor_sso), [`update_visitor_sso`](VisitorSsoApi::update_visitor_sso) |
//! | [`visitors`] | [`VisitorsApi`] | [`list_visitors`](VisitorsApi::list_visitors), [`list_chatting_visitors`](VisitorsApi::list_chatting_visitors), [`get_visitor`](VisitorsApi::get_visitor), [`update_visitor_custom_variables`](VisitorsApi::update_visitor_custom_variables) |
//! | [`auto_allocation`] | [`AutoAllocationApi`] | [`get_auto_allocation`](AutoAllocationApi::get_auto_allocation), [`update_auto_allocation`](AutoAllocationApi::update_auto_allocation) |
//! | [`configs`] | [`ConfigsApi`] | [`get_config`](ConfigsApi::get_config), [`update_config`](ConfigsApi::update_config) |
//! | [`secure_forms`] | [`SecureFormsApi`] | [`list_secure_forms`](SecureFormsApi::list_secure_forms), [`get_secure_form`](SecureFormsApi::get_secure_form), [`create_secure_form`](SecureFormsApi::create_secure_form), [`update_secure_form`](SecureFormsApi::update_secure_form), [`remove_secure_form`](SecureFormsApi::remove_secure_form) |
//! | [`webhooks`] | [`WebhooksApi`] | [`list_webhooks`](WebhooksApi::list_webhooks), [`create_webhook`](WebhooksApi::create_webhook), [`update_webhook`](WebhooksApi::update_webhook), [`remove_webhook`](WebhooksApi::remove_webhook) |
//! | [`custom_variables`] | [`CustomVariablesApi`] | [`list_custom_variables`](CustomVariablesApi::list_custom_variables), [`create_custom_variable`](CustomVariablesApi::create_custom_variable), [`update_custom_variable`](CustomVariablesApi::update_custom_variable), [`remove_custom_variable`](CustomVariablesApi::remove_custom_variable) |
//! | [`livechat_agents`] | [`LivechatAgentsApi`] | [`get_livechat_agent`](LivechatAgentsApi::get_livechat_agent), [`update_livechat_agent`](LivechatAgentsApi::update_livechat_agent) |
//! | [`chats`] | [`ChatsApi`] | [`list_chats`](ChatsApi::list_chats), [`get_chat`](ChatsApi::get_chat), [`remove_chat`](ChatsApi::remove_chat), [`remove_chats`](ChatsApi::remove_chats) |
//! | [`offline_messages`] | [`OfflineMessagesApi`] | [`list_offline_messages`](OfflineMessagesApi::list_offline_messages), [`get_offline_message`](OfflineMessagesApi::get_offline_message), [`remove_offline_message`](OfflineMessagesApi::remove_offline_message) |
//! | [`missed_and_refused_chats`] | [`MissedAndRefusedChatsApi`] | [`list_missed_and_refused_chats`](MissedAndRefusedChatsApi::list_missed_and_refused_chats) |
//! | [`agent_chats`] | [`AgentChatsApi`] | [`list_agent_chats`](AgentChatsApi::list_agent_chats) |
//! | [`reports`] | [`ReportsApi`] | [`chat_volume_report`](ReportsApi::chat_volume_report), [`visits_report`](ReportsApi::visits_report), [`chat_source_report`](ReportsApi::chat_source_report), [`chat_source_request_page_report`](ReportsApi::chat_source_request_page_report), [`queue_report`](ReportsApi::queue_report), [`wait_time_report`](ReportsApi::wait_time_report), [`chat_transfer_report`](ReportsApi::chat_transfer_report), [`availability_report`](ReportsApi::availability_report), [`agent_status_report`](ReportsApi::agent_status_report), [`agent_performance_report`](ReportsApi::agent_performance_report), [`workload_report`](ReportsApi::workload_report), [`efficiency_report`](ReportsApi::efficiency_report), [`rating_report`](ReportsApi::rating_report), [`post_chat_survey_report`](ReportsApi::post_chat_survey_report), [`pre_chat_survey_report`](ReportsApi::pre_chat_survey_report), [`wrap_up_survey_report`](ReportsApi::wrap_up_survey_report), [`wrap_up_completion_report`](ReportsApi::wrap_up_completion_report), [`conversions_report`](ReportsApi::conversions_report), [`manual_invitation_report`](ReportsApi::manual_invitation_report), [`auto_invitation_report`](ReportsApi::auto_invitation_report), [`offline_message_report`](ReportsApi::offline_message_report), [`canned_message_report`](ReportsApi::canned_message_report) |
//! | [`realtime_reports`] | [`RealTimeReportsApi`] | [`realtime_right_now`](RealTimeReportsApi::realtime_right_now), [`realtime_today`](RealTimeReportsApi::realtime_today), [`realtime_custom_metrics`](RealTimeReportsApi::realtime_custom_metrics), [`realtime_agents`](RealTimeReportsApi::realtime_agents), [`realtime_queue`](RealTimeReportsApi::realtime_queue) |
//!
//! Import the traits by name; their methods become available on [`Client`](crate::Client). The builders
//! that the methods return are in the module of their resource.
//!
//! ```no_run
//! use comm100::jiff::civil::date;
//! use comm100::v2::ChatsApi;
//! use futures_util::TryStreamExt;
//!
//! # async fn demo(client: comm100::Client) -> comm100::Result<()> {
//! let from = date(2024, 1, 1).at(0, 0, 0, 0);
//! let mut chats = client.list_chats().time_from(from).page_size(100).items();
//! while let Some(chat) = chats.try_next().await? {
//!     println!("{}: {} messages", chat.name, chat.chat_transcript.len());
//! }
//! # Ok(()) }
//! ```
//!
//! All requests go to `/api/v2/`, whatever version the client has. Ids, reports and some models are
//! the types of version 1.
//!
//! # Types
//!
//! - Ids are newtypes. Enums are open: an unknown value is kept.
//! - One odd field never fails a page. A field that is absent, null or unreadable is empty, `None`, or has
//!   its type's default. Keys and words are read in any letter case. Unknown fields are skipped. An item of a
//!   page that is not an object is left out.
//! - A response that means nothing is a [`Decode`](crate::ErrorKind::Decode) error: if a model that is the whole
//!   response, or an element of a list that is, is not an object or lacks the key of its id, or another key by
//!   which it is recognized, such as an installation code's `code`.
//! - Times have no zone: they are [`DateTime`](crate::jiff::civil::DateTime)s.
//! - A serialized value has the documented spelling.

mod account;
mod call_builder;
mod campaign;
mod catalogue;
pub(crate) mod ids;
mod livechat;
pub(crate) mod page;
mod partner;

pub use account::{agents, audit_logs, groups, ip_ranges, ip_restriction, site_profile};
pub use campaign::{
    campaign_agent_wrapups, campaign_auto_invitations, campaign_chat_buttons,
    campaign_chat_windows, campaign_custom_rules, campaign_installation_codes,
    campaign_invitations, campaign_languages, campaign_offline_message_forms, campaign_post_chats,
    campaign_pre_chats, campaign_routing_rules, campaigns,
};
pub use livechat::{
    agent_chats, auto_allocation, bans, canned_message_categories, canned_messages, chats, configs,
    conversion_actions, custom_away_statuses, custom_variables, departments, livechat_agents,
    missed_and_refused_chats, offline_messages, realtime_reports, reports, secure_forms,
    visitor_segmentations, visitor_sso, visitors, webhooks,
};
pub use partner::partner_sites;

pub use crate::AccessToken;
pub use crate::model::Secret;
pub use crate::model::attachment::Attachment;
pub use crate::model::canned::{CannedMessage, CannedMessageCategory};
pub use crate::model::conversion_code::ConversionCode;
pub use crate::model::custom_field::CustomField as CustomFieldValue;
pub use crate::model::field_layout::FieldLayoutStyle;
pub use crate::model::ids::*;
pub use crate::model::visitor_status::VisitorStatus;
pub use crate::model::waiting_time::WaitingTime;
pub use crate::reports::*;
pub use account::agents::{AccountAgent, AccountAgentPage, AgentsApi};
pub use account::audit_logs::{AuditLog, AuditLogPage, AuditLogsApi, Product};
pub use account::errors::ApiError;
pub use account::groups::{Group, GroupAgent, GroupsApi};
pub use account::ip_ranges::{IpRange, IpRangesApi};
pub use account::ip_restriction::{IpRestriction, IpRestrictionApi};
pub use account::permissions::{AccountPermissions, LiveChatPermissions, Permissions};
pub use account::site_profile::{SiteProfile, SiteProfileApi};
pub use call_builder::CallBuilder;
pub use campaign::campaign_agent_wrapups::CampaignAgentWrapupsApi;
pub use campaign::campaign_auto_invitations::{AutoInvitation, CampaignAutoInvitationsApi};
pub use campaign::campaign_chat_buttons::{
    CampaignChatButtonsApi, ChatButton, ChatButtonAdaptive, ChatButtonTextLink, ChatButtonType,
};
pub use campaign::campaign_chat_windows::{
    CampaignChatWindowsApi, ChatWindow, ChatWindowStyle, ChatWindowType,
};
pub use campaign::campaign_custom_rules::{
    CampaignCustomRulesApi, CustomRule, RoutePriority, RouteToObject,
};
pub use campaign::campaign_installation_codes::CampaignInstallationCodesApi;
pub use campaign::campaign_invitations::{CampaignInvitationsApi, Invitation, InvitationStyle};
pub use campaign::campaign_languages::{
    CampaignLanguage, CampaignLanguagesApi, LanguageText, LanguageTextCategory,
};
pub use campaign::campaign_offline_message_forms::{
    CampaignOfflineMessageFormsApi, OfflineMessageForm, OfflineMessageHeader,
    OfflineMessagePageSetting,
};
pub use campaign::campaign_post_chats::{CampaignPostChatsApi, PostChatForm};
pub use campaign::campaign_pre_chats::{
    CampaignPreChatsApi, PreChatForm, PreChatHeader, PreChatSocialLogin,
};
pub use campaign::campaign_routing_rules::{
    CampaignRoutingRulesApi, RoutingFail, RoutingFailType, RoutingRule, RoutingType,
};
pub use campaign::campaigns::{Campaign, CampaignsApi};
pub use campaign::chat_button_image::{
    ChatButtonAnchor, ChatButtonImage, ChatButtonMobile, ChatButtonPosition, MobileButtonPosition,
    MobileButtonType,
};
pub use campaign::chat_window_parts::{
    ChatWindowAdvanced, ChatWindowAgentInfo, ChatWindowAvatarAndLogo, ChatWindowBanner,
    ChatWindowBody, ChatWindowEmail, ChatWindowHeader, ChatWindowHeaderType, ChatWindowOptions,
    ChatWindowPopup,
};
pub use campaign::conditions::{Condition, Conditions, ConditionsWhen};
pub use campaign::fields::{Field, FieldType};
pub use campaign::images::ImageSource;
pub use campaign::installation_code::InstallationCode;
pub use campaign::invitation_window::{
    InvitationFont, InvitationFontSize, InvitationFrame, InvitationImage, InvitationMessage,
    InvitationPopup, InvitationPosition, InvitationWindow,
};
pub use catalogue::endpoints;
pub use ids::*;
pub use livechat::agent_chats::{AgentChat, AgentChatList, AgentChatMessage, AgentChatsApi};
pub use livechat::auto_allocation::{AutoAllocation, AutoAllocationApi};
pub use livechat::bans::{Ban, BanType, BansApi};
pub use livechat::canned_message_categories::CannedMessageCategoriesApi;
pub use livechat::canned_messages::CannedMessagesApi;
pub use livechat::chat::{
    Chat, ChatAgent, ChatMessage, ChatMessageType, ChatWrapUp, ChatWrapUpCategory, PostChatSurvey,
};
pub use livechat::chat_conditions::{ChatCondition, ChatConditions};
pub use livechat::chat_ids::ChatIds;
pub use livechat::chats::{ChatPage, ChatsApi};
pub use livechat::configs::{ConfigsApi, LiveChatConfig};
pub use livechat::conversion_actions::{
    ApiConversion, ApiConversionResult, ConversionAction, ConversionActionType,
    ConversionActionsApi,
};
pub use livechat::custom_away_statuses::{CustomAwayStatus, CustomAwayStatusesApi};
pub use livechat::custom_values::CustomVariableValue;
pub use livechat::custom_variables::{CustomVariable, CustomVariableType, CustomVariablesApi};
pub use livechat::departments::{
    AllocationRule, Department, DepartmentsApi, OfflineMessageRecipients,
};
pub use livechat::livechat_agents::{LiveChatAgent, LiveChatAgentStatus, LivechatAgentsApi};
pub use livechat::message_time::MessageTime;
pub use livechat::missed_and_refused_chats::{
    MissedAndRefusedChatPage, MissedAndRefusedChatsApi, MissedOrRefused, MissedOrRefusedChat,
};
pub use livechat::notification::{NotificationSetting, SegmentationNotification};
pub use livechat::offline_messages::{OfflineMessage, OfflineMessagePage, OfflineMessagesApi};
pub use livechat::realtime_reports::RealTimeReportsApi;
pub use livechat::reports::ReportsApi;
pub use livechat::secure_forms::{SecureForm, SecureFormsApi};
pub use livechat::visitor_segmentations::{VisitorSegmentation, VisitorSegmentationsApi};
pub use livechat::visitor_sso::{
    CampaignSsoOptions, SignInType, SsoDataMapping, VisitorSsoApi, VisitorSsoSettings,
};
pub use livechat::visitors::{CustomVariableResult, Visitor, VisitorsApi};
pub use livechat::webhooks::{Webhook, WebhookEvent, WebhooksApi};
pub use partner::partner_sites::{
    PartnerPlan, PartnerSite, PartnerSiteContact, PartnerSitePage, PartnerSitesApi,
};
