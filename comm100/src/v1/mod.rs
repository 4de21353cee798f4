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

mod agents;
mod campaigns;
mod canned_message_categories;
mod canned_messages;
mod catalogue;
mod chat_operators;
mod chats;
mod conversions;
mod custom_metrics;
mod custom_variables;
mod departments;
mod field;
mod forms;
mod ids;
mod message_or_page;
mod metrics;
mod model;
mod offline_messages;
mod offset;
mod open_enum;
mod realtime_models;
mod realtime_reports;
mod report_metrics;
mod report_models;
mod report_options;
mod report_period;
mod report_row;
mod reports;
mod route_to;
mod row_key;
mod scalar;
mod schema;
mod secret;
mod site_status;
mod time_span;
mod visitor_segments;
mod visitors;
mod waiting_time;
mod wire_time;

pub use agents::*;
pub use campaigns::*;
pub use canned_message_categories::*;
pub use canned_messages::*;
pub use catalogue::endpoints;
pub use chat_operators::ChatOperator;
pub use chats::*;
pub use conversions::*;
pub use custom_metrics::*;
pub use custom_variables::*;
pub use departments::*;
pub use forms::*;
pub use ids::*;
pub use offline_messages::*;
pub use realtime_models::*;
pub use realtime_reports::*;
pub use report_metrics::*;
pub use report_models::*;
pub use report_options::*;
pub use report_period::ReportPeriod;
pub use report_row::{Metrics, ReportRow};
pub use reports::*;
pub use route_to::{RouteKind, RouteTo};
pub use row_key::RowKey;
pub use secret::Secret;
pub use site_status::*;
pub use time_span::{Moment, TimeOfDay, TimeSpan};
pub use visitor_segments::*;
pub use visitors::*;
pub use waiting_time::WaitingTime;
pub use wire_time::{NotAWireTime, WireTime};
