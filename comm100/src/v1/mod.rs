//! Version 1 of the API: all documented endpoints and their types.
//!
//! | resource | trait | methods |
//! | --- | --- | --- |
//! | [`agents`] | [`AgentsApi`] | [`list_agents`](AgentsApi::list_agents), [`get_agent`](AgentsApi::get_agent), [`create_agent`](AgentsApi::create_agent), [`update_agent`](AgentsApi::update_agent), [`reset_agent_api_key`](AgentsApi::reset_agent_api_key), [`remove_agent`](AgentsApi::remove_agent) |
//! | [`departments`] | [`DepartmentsApi`] | [`list_departments`](DepartmentsApi::list_departments), [`get_department`](DepartmentsApi::get_department), [`create_department`](DepartmentsApi::create_department), [`update_department`](DepartmentsApi::update_department), [`remove_department`](DepartmentsApi::remove_department) |
//! | [`canned_messages`] | [`CannedMessagesApi`] | [`list_canned_messages`](CannedMessagesApi::list_canned_messages), [`get_canned_message`](CannedMessagesApi::get_canned_message), [`create_canned_message`](CannedMessagesApi::create_canned_message), [`update_canned_message`](CannedMessagesApi::update_canned_message), [`remove_canned_message`](CannedMessagesApi::remove_canned_message) |
//! | [`canned_message_categories`] | [`CannedMessageCategoriesApi`] | [`list_canned_message_categories`](CannedMessageCategoriesApi::list_canned_message_categories), [`get_canned_message_category`](CannedMessageCategoriesApi::get_canned_message_category), [`create_canned_message_category`](CannedMessageCategoriesApi::create_canned_message_category), [`update_canned_message_category`](CannedMessageCategoriesApi::update_canned_message_category), [`remove_canned_message_category`](CannedMessageCategoriesApi::remove_canned_message_category), [`list_canned_messages_in_category`](CannedMessageCategoriesApi::list_canned_messages_in_category), [`create_canned_message_in_category`](CannedMessageCategoriesApi::create_canned_message_in_category) |
//! | [`campaigns`] | [`CampaignsApi`] | [`list_campaigns`](CampaignsApi::list_campaigns), [`get_pre_chat_form`](CampaignsApi::get_pre_chat_form), [`get_post_chat_form`](CampaignsApi::get_post_chat_form), [`get_offline_message_form`](CampaignsApi::get_offline_message_form), [`list_auto_invitations`](CampaignsApi::list_auto_invitations), [`get_wrap_up_form`](CampaignsApi::get_wrap_up_form) |
//! | [`chats`] | [`ChatsApi`] | [`list_chats`](ChatsApi::list_chats), [`get_chat`](ChatsApi::get_chat) |
//! | [`visitors`] | [`VisitorsApi`] | [`list_visitors`](VisitorsApi::list_visitors), [`list_chatting_visitors`](VisitorsApi::list_chatting_visitors), [`get_visitor`](VisitorsApi::get_visitor), [`update_visitor_custom_variables`](VisitorsApi::update_visitor_custom_variables) |
//! | [`offline_messages`] | [`OfflineMessagesApi`] | [`list_offline_messages`](OfflineMessagesApi::list_offline_messages), [`get_offline_message`](OfflineMessagesApi::get_offline_message) |
//! | [`conversions`] | [`ConversionsApi`] | [`list_conversions`](ConversionsApi::list_conversions), [`mark_conversion_successful`](ConversionsApi::mark_conversion_successful) |
//! | [`custom_metrics`] | [`CustomMetricsApi`] | [`list_custom_metrics`](CustomMetricsApi::list_custom_metrics) |
//! | [`custom_variables`] | [`CustomVariablesApi`] | [`list_custom_variables`](CustomVariablesApi::list_custom_variables) |
//! | [`site_status`] | [`SiteStatusApi`] | [`get_site_status`](SiteStatusApi::get_site_status) |
//! | [`visitor_segments`] | [`VisitorSegmentsApi`] | [`list_visitor_segments`](VisitorSegmentsApi::list_visitor_segments) |
//! | [`reports`] | [`ReportsApi`] | [`chat_volume_report`](ReportsApi::chat_volume_report), [`visits_report`](ReportsApi::visits_report), [`chat_source_report`](ReportsApi::chat_source_report), [`chat_source_request_page_report`](ReportsApi::chat_source_request_page_report), [`queue_report`](ReportsApi::queue_report), [`wait_time_report`](ReportsApi::wait_time_report), [`chat_transfer_report`](ReportsApi::chat_transfer_report), [`availability_report`](ReportsApi::availability_report), [`agent_status_report`](ReportsApi::agent_status_report), [`agent_performance_report`](ReportsApi::agent_performance_report), [`workload_report`](ReportsApi::workload_report), [`efficiency_report`](ReportsApi::efficiency_report), [`rating_report`](ReportsApi::rating_report), [`post_chat_survey_report`](ReportsApi::post_chat_survey_report), [`pre_chat_survey_report`](ReportsApi::pre_chat_survey_report), [`wrap_up_survey_report`](ReportsApi::wrap_up_survey_report), [`wrap_up_completion_report`](ReportsApi::wrap_up_completion_report), [`conversions_report`](ReportsApi::conversions_report), [`manual_invitation_report`](ReportsApi::manual_invitation_report), [`auto_invitation_report`](ReportsApi::auto_invitation_report), [`offline_message_report`](ReportsApi::offline_message_report), [`canned_message_report`](ReportsApi::canned_message_report) |
//! | [`realtime_reports`] | [`RealTimeReportsApi`] | [`realtime_right_now`](RealTimeReportsApi::realtime_right_now), [`realtime_today`](RealTimeReportsApi::realtime_today), [`realtime_custom_metrics`](RealTimeReportsApi::realtime_custom_metrics), [`realtime_agents`](RealTimeReportsApi::realtime_agents), [`realtime_queue`](RealTimeReportsApi::realtime_queue) |
//!
//! Import the traits by name; their methods become available on [`Client`](crate::Client). The builders
//! that the methods return are in the module of their resource.
//!
//! ```no_run
//! use comm100::v1::{ChatVolumeGroup, ChatsApi, ReportPeriod, ReportsApi};
//! use jiff::civil::date;
//!
//! # async fn demo(client: comm100::Client) -> comm100::Result<()> {
//! let chats = client.list_chats().date_from(date(2024, 1, 1)).keyword("refund").await?;
//! println!("{} chats on {} pages", chats.total, chats.pages);
//!
//! let (from, to) = (date(2024, 1, 1), date(2024, 2, 1));
//! let january = ReportPeriod::new(from.at(0, 0, 0, 0), to.at(0, 0, 0, 0));
//! for row in client.chat_volume_report(&january, ChatVolumeGroup::Day).await? {
//!     println!("{:?}: {} chats", row.key, row.metrics.chats);
//! }
//! # Ok(()) }
//! ```
//!
//! All requests go to `/api/v1/`, whatever version the client has.
//!
//! # Types
//!
//! - Ids are newtypes. Enums are open: an unknown value is kept.
//! - All documented forms of a response are read: numbers and booleans as strings, one attachment or
//!   a list, and so on. Unknown fields are skipped.
//! - One odd field never fails a page. A field that is absent, null or unreadable is empty, `None`, or has
//!   its type's default, such as [`WireTime::UNKNOWN`]. An item of a page that is not an object is left out.
//! - A response that means nothing is a [`Decode`](crate::ErrorKind::Decode) error: if the number of pages is
//!   unreadable, or if a model that is the whole response, or an element of a list that is, is not an object
//!   or lacks the key of its id, or another key by which it is recognized, such as a form's `isEnable`.
//! - A serialized value has the service's own form.

mod account;
mod call_builder;
mod catalogue;
mod livechat;

pub use account::{agents, departments};
pub use livechat::{
    campaigns, canned_message_categories, canned_messages, chats, conversions, custom_metrics,
    custom_variables, offline_messages, realtime_reports, reports, site_status, visitor_segments,
    visitors,
};

pub use crate::model::attachment::Attachment;
pub use crate::model::canned::{CannedMessage, CannedMessageCategory};
pub use crate::model::chat_operators::ChatOperator;
pub use crate::model::conversion_code::ConversionCode;
pub use crate::model::custom_field::CustomField;
pub use crate::model::custom_variable::CustomVariable;
pub use crate::model::field_layout::FieldLayoutStyle;
pub use crate::model::ids::*;
pub use crate::model::visitor_status::VisitorStatus;
pub use crate::model::waiting_time::WaitingTime;
pub use crate::model::{NotAWireTime, Secret, WireTime};
pub use crate::reports::*;
pub use account::agents::{Agent, AgentStatus, AgentsApi};
pub use account::departments::{Department, DepartmentStatus, DepartmentsApi, Removed};
pub use call_builder::CallBuilder;
pub use catalogue::endpoints;
pub use livechat::campaigns::{AutoInvitation, Campaign, CampaignsApi};
pub use livechat::canned_message_categories::CannedMessageCategoriesApi;
pub use livechat::canned_messages::CannedMessagesApi;
pub use livechat::chats::{Chat, ChatPage, ChatsApi, WrapUp};
pub use livechat::conversions::{Conversion, ConversionMarked, ConversionsApi};
pub use livechat::custom_metrics::{CustomMetric, CustomMetricsApi};
pub use livechat::custom_variables::{CustomVariableDefinition, CustomVariablesApi};
pub use livechat::forms::*;
pub use livechat::offline_messages::{OfflineMessage, OfflineMessagePage, OfflineMessagesApi};
pub use livechat::realtime_reports::RealTimeReportsApi;
pub use livechat::reports::ReportsApi;
pub use livechat::site_status::{SiteState, SiteStatus, SiteStatusApi};
pub use livechat::visitor_segments::{VisitorSegment, VisitorSegmentsApi};
pub use livechat::visitors::{Visitor, VisitorsApi};
