//! The documented API, version 1: its 70 endpoints, declared with [`#[api]`](crate::api), and their
//! types.
//!
//! The traits are imported by name, so that an endpoint that is added later never breaks a crate
//! that declared it first:
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
//! # What the types hold
//!
//! - Ids are types of their own. Enums are open: what this version does not know is kept.
//! - All documented forms of an answer are read: numbers and booleans as strings, one attachment or
//!   a list, and so on. Unknown fields are skipped.
//! - An absent or null list is empty, and so is an absent or null text. Other fields that may be
//!   absent or null are `None` then; a field whose absence leaves nothing to go by, such as an id or
//!   a time, must be there, else the answer is a [`Decode`](crate::ErrorKind::Decode) error.
//! - What is serialized again has the service's own form.

mod account;
mod catalogue;
mod livechat;

pub use account::{agents, departments};
pub use livechat::{
    campaigns, canned_message_categories, canned_messages, chats, conversions, custom_metrics,
    custom_variables, offline_messages, realtime_reports, reports, site_status, visitor_segments,
    visitors,
};

pub use crate::model::ids::*;
pub use crate::model::{NotAWireTime, Secret, WireTime};
pub use crate::reports::*;
pub use account::agents::{Agent, AgentStatus, AgentsApi, NewAgent};
pub use account::departments::{Department, DepartmentStatus, DepartmentsApi, Removed};
pub use catalogue::endpoints;
pub use livechat::campaigns::{AutoInvitation, Campaign, CampaignsApi};
pub use livechat::canned_message_categories::{CannedMessageCategoriesApi, CannedMessageCategory};
pub use livechat::canned_messages::{CannedMessage, CannedMessagesApi};
pub use livechat::chat_operators::ChatOperator;
pub use livechat::chats::{Attachment, Chat, ChatPage, ChatsApi, WrapUp};
pub use livechat::conversions::{Conversion, ConversionCode, ConversionMarked, ConversionsApi};
pub use livechat::custom_metrics::{CustomMetric, CustomMetricsApi};
pub use livechat::custom_variables::{CustomVariableDefinition, CustomVariablesApi};
pub use livechat::forms::*;
pub use livechat::offline_messages::{OfflineMessage, OfflineMessagePage, OfflineMessagesApi};
pub use livechat::realtime_reports::RealTimeReportsApi;
pub use livechat::reports::ReportsApi;
pub use livechat::site_status::{SiteState, SiteStatus, SiteStatusApi};
pub use livechat::visitor_segments::{VisitorSegment, VisitorSegmentsApi};
pub use livechat::visitors::{CustomVariable, Visitor, VisitorStatus, VisitorsApi};
pub use livechat::waiting_time::WaitingTime;
