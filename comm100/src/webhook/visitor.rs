//! Visitors.

use super::{CustomField, Id};
use crate::model::custom_variable::CustomVariable;
use crate::model::ids::{ChatId, VisitorId};
use crate::model::visitor_status::VisitorStatus;
use crate::model::{Model, WireTime};

/// The visitor that an event is about.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Visitor {
    /// The id.
    pub id: Option<VisitorId>,
    /// The id of the chat, or of the offline message.
    pub chat_id: Option<ChatId>,
    /// The name.
    pub name: String,
    /// The email address.
    pub email: String,
    /// The phone number.
    pub phone: String,
    /// The company.
    pub company: String,
    /// The visitor's current status.
    pub status: VisitorStatus,
    /// The time of the first visit.
    pub first_visit_time: WireTime,
    /// The time at which this visit started.
    pub visit_time: WireTime,
    /// The city.
    pub city: String,
    /// The state.
    pub state: String,
    /// The country's English name.
    pub country: String,
    /// The IP address.
    pub ip: String,
    /// The language, such as `en-US`.
    pub language: String,
    /// The size of the screen, such as `1536x864`.
    pub screen_resolution: String,
    /// The time zone, such as `GMT -08:00`.
    pub time_zone: String,
    /// The operating system.
    pub operating_system: String,
    /// The browser and its version.
    pub browser: String,
    /// The version of the Flash plugin.
    pub flash_version: Option<String>,
    /// The values of the account's custom fields.
    pub custom_fields: Vec<CustomField>,
    /// The custom variables.
    #[model(alias = "custom_variable")]
    pub custom_variables: Vec<CustomVariable>,
    /// The product or service that the visitor asks about.
    pub product_service: String,
    /// The department's id, if one is chosen.
    pub department: Option<Id>,
    /// The skill's id; only the new platform sends it.
    pub skill: Option<Id>,
    /// The URL of the page that the visitor looks at.
    pub current_browsing: String,
    /// The URL of the first page of this visit.
    pub landing_page: String,
    /// The URL of the page that the visitor came from.
    pub referrer_url: String,
    /// The number of visits.
    pub visits: u64,
    /// The number of chats.
    pub chats: u64,
    /// The number of pages viewed.
    pub page_views: u64,
    /// The search engine that the visitor came from.
    pub search_engine: Option<String>,
    /// The keywords that the visitor searched for.
    pub keywords: String,
}
