//! The profile of the caller's own site.

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
    /// The name of the site.
    pub site_name: String,
    /// The contact person's first name.
    #[model(name = "contact.firstName")]
    pub contact_first_name: String,
    /// The contact person's last name.
    #[model(name = "contact.lastName")]
    pub contact_last_name: String,
    /// The contact person's mobile phone number.
    #[model(name = "contact.mobileNumber")]
    pub contact_mobile_number: String,
    /// The company.
    pub company: String,
    /// The host name of the website.
    pub website: String,
    /// The phone number.
    pub phone_number: String,
    /// The contact person's job title.
    pub title: String,
    /// The fax number.
    pub fax_number: String,
    /// The postal address.
    pub mail_address: String,
    /// The city.
    pub city: String,
    /// The state or province.
    pub state_or_province: String,
    /// The postal code.
    pub postal_or_zip_code: String,
    /// The country.
    pub country: String,
    /// The size of the company, as a range such as `101-180`.
    pub company_size: String,
    /// The number of the time zone, as text, such as `71`.
    pub time_zone: String,
    /// The format of dates and times, such as `MM/dd/yyyy HH:mm:ss`.
    pub datetime_format: String,
}

/// The profile of the caller's own site.
#[api(
    path = "account/site/profile",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait SiteProfileApi {
    /// Returns the profile.
    #[get(permission = "Manage Site")]
    async fn get_site_profile(&self) -> Result<SiteProfile>;

    /// Changes the profile; what is not set keeps its value.
    #[put(permission = "Manage Site")]
    async fn update_site_profile(
        &self,
        /// The name of the site.
        #[field]
        site_name: Option<&str>,
        /// The contact person's first name.
        #[field(rename = "contact.firstName")]
        contact_first_name: Option<&str>,
        /// The contact person's last name.
        #[field(rename = "contact.lastName")]
        contact_last_name: Option<&str>,
        /// The contact person's mobile phone number.
        #[field(rename = "contact.mobileNumber")]
        contact_mobile_number: Option<&str>,
        /// The company.
        #[field]
        company: Option<&str>,
        /// The host name of the website.
        #[field]
        website: Option<&str>,
        /// The phone number.
        #[field]
        phone_number: Option<&str>,
        /// The contact person's job title.
        #[field]
        title: Option<&str>,
        /// The fax number.
        #[field]
        fax_number: Option<&str>,
        /// The postal address.
        #[field]
        mail_address: Option<&str>,
        /// The city.
        #[field]
        city: Option<&str>,
        /// The state or province.
        #[field]
        state_or_province: Option<&str>,
        /// The postal code.
        #[field]
        postal_or_zip_code: Option<&str>,
        /// The country.
        #[field]
        country: Option<&str>,
        /// The size of the company, as a range such as `101-180`.
        #[field]
        company_size: Option<&str>,
        /// The number of the time zone, as text, such as `71`.
        #[field]
        time_zone: Option<&str>,
        /// The format of dates and times, such as `MM/dd/yyyy HH:mm:ss`.
        #[field]
        datetime_format: Option<&str>,
    ) -> Result<SiteProfile>;
}
