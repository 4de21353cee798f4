//! Site profile.

use crate::model::Model;
use crate::v2::ids::SiteId;
use crate::{Result, api};

/// The profile of the caller's own site.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SiteProfile {
    /// The id.
    #[model(required)]
    pub id: SiteId,
    /// The site name.
    pub site_name: String,
    /// The contact first name.
    #[model(name = "contact.firstName")]
    pub contact_first_name: String,
    /// The contact last name.
    #[model(name = "contact.lastName")]
    pub contact_last_name: String,
    /// The contact mobile number.
    #[model(name = "contact.mobileNumber")]
    pub contact_mobile_number: String,
    /// The company.
    pub company: String,
    /// The website.
    pub website: String,
    /// The phone number.
    pub phone_number: String,
    /// The title.
    pub title: String,
    /// The fax number.
    pub fax_number: String,
    /// The mail address.
    pub mail_address: String,
    /// The city.
    pub city: String,
    /// The state or province.
    pub state_or_province: String,
    /// The postal or zip code.
    pub postal_or_zip_code: String,
    /// The country.
    pub country: String,
    /// The company size.
    pub company_size: String,
    /// The number of the time zone, as text.
    pub time_zone: String,
    /// The format of dates and times.
    pub datetime_format: String,
}

/// The profile of the caller's own site.
#[api(
    path = "account/site/profile",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait SiteProfileApi {
    /// Returns the site profile.
    #[get(permission = "Manage Site")]
    async fn get_site_profile(&self) -> Result<SiteProfile>;

    /// Changes the site profile; what is not set keeps its value.
    #[put(permission = "Manage Site")]
    async fn update_site_profile(
        &self,
        /// The site name.
        #[field]
        site_name: Option<&str>,
        /// The contact first name.
        #[field(rename = "contact.firstName")]
        contact_first_name: Option<&str>,
        /// The contact last name.
        #[field(rename = "contact.lastName")]
        contact_last_name: Option<&str>,
        /// The contact mobile number.
        #[field(rename = "contact.mobileNumber")]
        contact_mobile_number: Option<&str>,
        /// The company.
        #[field]
        company: Option<&str>,
        /// The website.
        #[field]
        website: Option<&str>,
        /// The phone number.
        #[field]
        phone_number: Option<&str>,
        /// The title.
        #[field]
        title: Option<&str>,
        /// The fax number.
        #[field]
        fax_number: Option<&str>,
        /// The mail address.
        #[field]
        mail_address: Option<&str>,
        /// The city.
        #[field]
        city: Option<&str>,
        /// The state or province.
        #[field]
        state_or_province: Option<&str>,
        /// The postal or zip code.
        #[field]
        postal_or_zip_code: Option<&str>,
        /// The country.
        #[field]
        country: Option<&str>,
        /// The company size.
        #[field]
        company_size: Option<&str>,
        /// The number of the time zone, as text.
        #[field]
        time_zone: Option<&str>,
        /// The format of dates and times.
        #[field]
        datetime_format: Option<&str>,
    ) -> Result<SiteProfile>;
}
