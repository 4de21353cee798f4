//! The sites of a partner.

use jiff::civil::DateTime;

use crate::model::Model;
use crate::model::secret::secret;
use crate::v2::ids::{PlanId, SiteId};
use crate::v2::page::page;
use crate::{Result, api};

/// A site of a partner.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PartnerSite {
    /// The id.
    #[model(required)]
    pub id: SiteId,
    /// The number of agent seats.
    pub agents: i64,
    /// The contact person.
    pub contact: PartnerSiteContact,
    /// The company.
    pub company: String,
    /// The website.
    pub website: String,
    /// The fax number; empty if unset.
    pub fax: String,
    /// The postal address; empty if unset.
    pub mailing_address: String,
    /// The city.
    pub city: String,
    /// The state or province.
    pub state_or_province: String,
    /// The postal code.
    pub postal_or_zip_code: String,
    /// The country.
    pub country: String,
    /// The time zone: a number as text, such as `71`, or an offset such as `GMT+08:00`.
    #[model(name = "timezone")]
    pub time_zone: String,
    /// The size of the company, as a range such as `101-180`.
    pub company_size: String,
    /// True if the site is activated.
    pub activated: bool,
    /// True if the site is disabled.
    pub disabled: bool,
    /// The time when the site was created.
    pub create_time: Option<DateTime>,
    /// The plans.
    pub plan_list: Vec<PartnerPlan>,
}

/// The contact person of a site.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PartnerSiteContact {
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The email address; the first agent of a new site has it.
    pub email: Option<String>,
    /// The phone number.
    pub phone: Option<String>,
}

/// A plan of a site.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct PartnerPlan {
    /// The id.
    pub id: Option<PlanId>,
    /// The name.
    pub name: Option<String>,
    /// The number of products; unused at present.
    pub products: Option<i64>,
}

page! {
    /// A page of partner sites.
    pub struct PartnerSitePage {
        /// The sites.
        sites: PartnerSite
    }
}

/// The partner's sites. They need [`Credentials::partner`](crate::Credentials::partner).
#[api(
    path = "partner/sites",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait PartnerSitesApi {
    /// Lists the sites.
    #[get]
    async fn list_partner_sites(
        &self,
        /// Only sites whose company, website, contact or agents contain this text.
        #[query]
        keywords: Option<&str>,
        /// The page, from 0.
        #[query(page, first = 0, rename = "pageIndex")]
        page: Option<u32>,
    ) -> Result<PartnerSitePage>;

    /// Returns a site.
    #[get("{site_id}")]
    async fn get_partner_site(&self, site_id: SiteId) -> Result<PartnerSite>;

    /// Creates a site, with its first agent.
    #[post]
    async fn create_partner_site(
        &self,
        #[field(with = secret)] password: &str,
        #[field] contact: &PartnerSiteContact,
        #[field] timezone: &str,
        #[field] plan_list: &[PartnerPlan],
        /// The company.
        #[field]
        company: Option<&str>,
        /// The website.
        #[field]
        website: Option<&str>,
        /// The fax number; empty if unset.
        #[field]
        fax: Option<&str>,
        /// The postal address; empty if unset.
        #[field]
        mailing_address: Option<&str>,
        /// The city.
        #[field]
        city: Option<&str>,
        /// The state or province.
        #[field]
        state_or_province: Option<&str>,
        /// The postal code.
        #[field]
        postal_or_zip_code: Option<&str>,
        /// The size of the company, as a range such as `101-180`.
        #[field]
        company_size: Option<&str>,
        /// The country.
        #[field]
        country: Option<&str>,
        /// True if the site is disabled.
        #[field]
        disabled: Option<bool>,
    ) -> Result<PartnerSite>;

    /// Changes a site; what is not set keeps its value.
    #[put("{site_id}")]
    async fn update_partner_site(
        &self,
        site_id: SiteId,
        #[field] plan_list: &[PartnerPlan],
        /// True if the site is activated.
        #[field]
        activated: Option<bool>,
        /// True if the site is disabled.
        #[field]
        disabled: Option<bool>,
        /// The company.
        #[field]
        company: Option<&str>,
        /// The website.
        #[field]
        website: Option<&str>,
        /// The fax number; empty if unset.
        #[field]
        fax: Option<&str>,
        /// The postal address; empty if unset.
        #[field]
        mailing_address: Option<&str>,
        /// The city.
        #[field]
        city: Option<&str>,
        /// The state or province.
        #[field]
        state_or_province: Option<&str>,
        /// The postal code.
        #[field]
        postal_or_zip_code: Option<&str>,
        /// The size of the company, as a range such as `101-180`.
        #[field]
        company_size: Option<&str>,
        /// The country.
        #[field]
        country: Option<&str>,
        /// The time zone: a number as text, such as `71`, or an offset such as `GMT+08:00`.
        #[field]
        timezone: Option<&str>,
        /// The contact person.
        #[field]
        contact: Option<&PartnerSiteContact>,
    ) -> Result<PartnerSite>;

    /// Turns a trial site into a paid one.
    #[put("{site_id}/paying", idempotent = false)]
    async fn pay_partner_site(&self, site_id: SiteId) -> Result<()>;
}
