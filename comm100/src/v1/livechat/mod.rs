//! Chats, visitors, and the settings of the live chat.

pub mod campaigns;
pub mod canned_message_categories;
pub mod canned_messages;
pub mod chats;
pub mod conversions;
pub mod custom_metrics;
pub mod custom_variables;
pub(crate) mod forms;
pub(crate) mod message_or_page;
pub mod offline_messages;
pub mod realtime_reports;
pub mod reports;
pub mod site_status;
pub mod visitor_segments;
pub mod visitors;
