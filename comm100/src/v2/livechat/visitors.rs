//! The visitors of the site.

use jiff::civil::DateTime;

use crate::model::Model;
use crate::model::custom_field::CustomField;
use crate::model::ids::{DepartmentId, VisitorId};
use crate::model::visitor_status::VisitorStatus;
use crate::{Result, api};

/// The value of a custom variable of a visitor.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct CustomVariableResult {
    /// The name of the variable.
    pub name: String,
    /// The value.
    pub value: Option<String>,
    /// The text or URL that the value links to.
    pub url: Option<String>,
}

impl CustomVariableResult {
    /// Creates the value of a variable.
    #[must_use]
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            value: Some(value.into()),
            url: None,
        }
    }
}

/// A visitor of the site.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct Visitor {
    /// The id.
    #[model(required)]
    pub id: VisitorId,
    /// The name, or the IP address of a visitor without one.
    pub name: String,
    /// The email address.
    pub email: String,
    /// The status.
    pub status: VisitorStatus,
    /// The number of pages seen.
    pub page_views: u64,
    /// The name and version of the browser.
    pub browser: String,
    /// The number of chats.
    pub chats: u64,
    /// The city.
    pub city: String,
    /// The company.
    pub company: Option<String>,
    /// The country.
    pub country: String,
    /// The URL of the current page.
    pub current_browsing: String,
    /// The values of the custom fields.
    pub custom_fields: Vec<CustomField>,
    /// The values of the custom variables.
    #[model(alias = "custom_variable")]
    pub custom_variables: Vec<CustomVariableResult>,
    /// The department; `None` if the visitor chose none.
    pub department: Option<DepartmentId>,
    /// The start of the first visit.
    pub first_visit_time: Option<DateTime>,
    /// The version of the Flash plugin.
    pub flash_version: String,
    /// The IP address.
    pub ip: String,
    /// The search words that led to the site.
    pub keywords: String,
    /// The first page of the visit: a URL, or a title and a URL.
    pub landing_page: String,
    /// The language, such as `zh-CN`.
    pub language: String,
    /// The operating system.
    pub operating_system: String,
    /// The phone number.
    pub phone: String,
    /// The product or service that the visitor asks about.
    pub product_service: String,
    /// The URL of the page that led to the site.
    pub referrer_url: String,
    /// The size of the screen, such as `1920x1080`.
    pub screen_resolution: String,
    /// The search engine that led to the site.
    pub search_engine: String,
    /// The state or region.
    pub state: String,
    /// The time zone, such as `GMT +08:00`.
    pub time_zone: String,
    /// The start of this visit.
    pub visit_time: Option<DateTime>,
    /// The number of visits.
    pub visits: u64,
}

/// The site's visitors.
#[api(
    path = "livechat/visitors",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
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

    /// Sets custom variables of a visitor.
    #[put("{id}", permission = "Manage Settings")]
    async fn update_visitor_custom_variables(
        &self,
        id: &VisitorId,
        #[json] variables: &[CustomVariableResult],
    ) -> Result<Visitor>;
}
