//! Visitors.

use jiff::civil::DateTime;

use crate::model::Model;
use crate::model::ids::DepartmentId;
use crate::model::ids::VisitorId;
use crate::model::visitor_status::VisitorStatus;
use crate::v2::livechat::custom_values::CustomFieldValue;
use crate::{Result, api};

/// A custom variable of a visitor.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct CustomVariableResult {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Option<String>,
    /// The URL.
    pub url: Option<String>,
}

/// A visitor.
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
    /// The page views.
    pub page_views: u64,
    /// The browser.
    pub browser: String,
    /// The chats.
    pub chats: u64,
    /// The city.
    pub city: String,
    /// The company.
    pub company: Option<String>,
    /// The country.
    pub country: String,
    /// The current browsing.
    pub current_browsing: String,
    /// The custom fields.
    pub custom_fields: Vec<CustomFieldValue>,
    /// The custom variables.
    #[model(alias = "custom_variable")]
    pub custom_variables: Vec<CustomVariableResult>,
    /// The department.
    pub department: Option<DepartmentId>,
    /// The first visit time.
    pub first_visit_time: Option<DateTime>,
    /// The flash version.
    pub flash_version: String,
    /// The ip.
    pub ip: String,
    /// Text to search for.
    pub keywords: String,
    /// The landing page.
    pub landing_page: String,
    /// The language.
    pub language: String,
    /// The operating system.
    pub operating_system: String,
    /// The phone.
    pub phone: String,
    /// The product service.
    pub product_service: String,
    /// The referrer url.
    pub referrer_url: String,
    /// The screen resolution.
    pub screen_resolution: String,
    /// The search engine.
    pub search_engine: String,
    /// The state.
    pub state: String,
    /// The time zone.
    pub time_zone: String,
    /// The visit time.
    pub visit_time: Option<DateTime>,
    /// The visits.
    pub visits: u64,
}

/// The account's visitors.
#[api(
    path = "livechat/visitors",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait VisitorsApi {
    /// Lists the visitors that are on the site.
    #[get(permission = "Manage Settings")]
    async fn list_visitors(&self) -> Result<Vec<Visitor>>;

    /// Lists the visitors that are in a chat.
    #[get("chatting", permission = "Manage Settings")]
    async fn list_chatting_visitors(&self) -> Result<Vec<Visitor>>;

    /// Returns a visitor.
    #[get("{id}", permission = "Manage Settings")]
    async fn get_visitor(&self, id: &VisitorId) -> Result<Visitor>;

    /// Sets a visitor's custom variables.
    #[put("{id}", permission = "Manage Settings")]
    async fn update_visitor_custom_variables(
        &self,
        id: &VisitorId,
        #[json] variables: &[CustomVariableResult],
    ) -> Result<Visitor>;
}
