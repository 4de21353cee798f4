//! Visitors of the site.

use crate::model::Model;
use crate::model::custom_field::CustomField;
use crate::model::custom_variable::CustomVariable;
use crate::model::ids::VisitorId;
use crate::model::visitor_status::VisitorStatus;
use crate::model::wire_time::WireTime;
use crate::{Result, api};

/// A visitor of the site.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Visitor {
    /// The id.
    #[model(required)]
    pub id: VisitorId,
    /// The name.
    pub name: String,
    /// The email address.
    pub email: String,
    /// The status.
    pub status: VisitorStatus,
    /// The phone number.
    pub phone: String,
    /// The company.
    pub company: String,
    /// The start of the first visit.
    pub first_visit_time: WireTime,
    /// The start of this visit.
    pub visit_time: WireTime,
    /// The city.
    pub city: String,
    /// The state.
    pub state: String,
    /// The country.
    pub country: String,
    /// The IPv4 or IPv6 address.
    pub ip: String,
    /// The language, such as `en_us`.
    pub language: String,
    /// The size of the screen, such as `1440*900`.
    pub screen_resolution: String,
    /// The time zone, such as `UTC-08:00`.
    pub time_zone: String,
    /// The version of the Flash plugin.
    pub flash_version: Option<String>,
    /// The operating system.
    pub operating_system: String,
    /// The browser.
    pub browser: String,
    /// The values of the account's custom fields.
    pub custom_fields: Vec<CustomField>,
    /// The product or service that the visitor asks about.
    pub product_service: Option<String>,
    /// The department's name.
    pub department: Option<String>,
    /// The custom variables of the visitor.
    pub custom_variable: Vec<CustomVariable>,
    /// The URL of the page that the visitor looks at.
    pub current_browsing: String,
    /// The number of visits.
    pub visits: u64,
    /// The number of chats.
    pub chats: u64,
    /// The page that the visitor came from.
    pub referrer_url: Option<String>,
    /// The search engine that the visitor came from.
    pub search_engine: Option<String>,
    /// The search words.
    pub keywords: Option<String>,
    /// The page that the visitor came to first: a URL, or a title and a URL.
    pub landing_page: String,
    /// The number of page views.
    pub page_views: u64,
}

/// The site's visitors.
#[api(path = "livechat/visitors", version = 1, call_builder = crate::v1::CallBuilder, crate = crate)]
pub trait VisitorsApi {
    /// Lists the visitors who are on the site.
    #[get]
    async fn list_visitors(&self) -> Result<Vec<Visitor>>;

    /// Lists the visitors who are in a chat.
    #[get("chatting")]
    async fn list_chatting_visitors(&self) -> Result<Vec<Visitor>>;

    /// Returns a visitor.
    #[get("{id}")]
    async fn get_visitor(&self, id: &VisitorId) -> Result<Visitor>;

    /// Sets a visitor's custom variables.
    #[put("{id}")]
    async fn update_visitor_custom_variables(
        &self,
        id: &VisitorId,
        #[json] variables: &[CustomVariable],
    ) -> Result<Visitor>;
}
