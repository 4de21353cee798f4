//! Partner sites.

use jiff::civil::DateTime;

use crate::model::Model;
use crate::model::secret::secret;
use crate::v2::ids::PlanId;
use crate::v2::ids::SiteId;
use crate::{Page, Result, api};

/// A site of a partner.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PartnerSite {
    /// The id.
    #[model(required)]
    pub id: SiteId,
    /// The agents.
    pub agents: i64,
    /// The contact.
    pub contact: PartnerSiteContact,
    /// The company.
    pub company: String,
    /// The website.
    pub website: String,
    /// The fax.
    pub fax: String,
    /// The mailing address.
    pub mailing_address: String,
    /// The city.
    pub city: String,
    /// The state or province.
    pub state_or_province: String,
    /// The postal or zip code.
    pub postal_or_zip_code: String,
    /// The country.
    pub country: String,
    /// The offset from UTC of the times. Defaults to UTC.
    #[model(name = "timezone")]
    pub time_zone: String,
    /// The company size.
    pub company_size: String,
    /// The option "activated".
    pub activated: bool,
    /// The option "disabled".
    pub disabled: bool,
    /// The create time.
    pub create_time: Option<DateTime>,
    /// The plan list.
    pub plan_list: Vec<PartnerPlan>,
}

/// A partner site contact.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PartnerSiteContact {
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The email address.
    pub email: Option<String>,
    /// The phone.
    pub phone: Option<String>,
}

/// A partner plan.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct PartnerPlan {
    /// The id.
    pub id: Option<PlanId>,
    /// The name.
    pub name: Option<String>,
    /// The products.
    pub products: Option<i64>,
}

/// A page of partner sites.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PartnerSitePage {
    /// The number of elements on all pages.
    pub total: u64,
    /// The URL of the previous page, or empty.
    pub previous_page: String,
    /// The URL of the next page; empty on the last one.
    pub next_page: String,
    /// The sites.
    pub sites: Vec<PartnerSite>,
}

impl Page for PartnerSitePage {
    type Item = PartnerSite;

    fn has_next(&self, _number: u32) -> bool {
        !self.next_page.is_empty()
    }

    fn into_items(self) -> Vec<PartnerSite> {
        self.sites
    }
}

/// The account's partner sites.
#[api(
    path = "partner/sites",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait PartnerSitesApi {
    /// Lists the partner sites.
    #[get]
    async fn list_partner_sites(
        &self,
        /// Text to search for.
        #[query]
        keywords: Option<&str>,
        /// The page, from 0.
        #[query(page, first = 0, rename = "pageIndex")]
        page: Option<u32>,
    ) -> Result<PartnerSitePage>;

    /// Returns a partner site.
    #[get("{site_id}")]
    async fn get_partner_site(&self, site_id: SiteId) -> Result<PartnerSite>;

    /// Creates a partner site.
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
        /// The fax.
        #[field]
        fax: Option<&str>,
        /// The mailing address.
        #[field]
        mailing_address: Option<&str>,
        /// The city.
        #[field]
        city: Option<&str>,
        /// The state or province.
        #[field]
        state_or_province: Option<&str>,
        /// The postal or zip code.
        #[field]
        postal_or_zip_code: Option<&str>,
        /// The company size.
        #[field]
        company_size: Option<&str>,
        /// The country.
        #[field]
        country: Option<&str>,
        /// The option "disabled".
        #[field]
        disabled: Option<bool>,
    ) -> Result<PartnerSite>;

    /// Changes a partner site; what is not set keeps its value.
    #[put("{site_id}")]
    async fn update_partner_site(
        &self,
        site_id: SiteId,
        #[field] plan_list: &[PartnerPlan],
        /// The option "activated".
        #[field]
        activated: Option<bool>,
        /// The option "disabled".
        #[field]
        disabled: Option<bool>,
        /// The company.
        #[field]
        company: Option<&str>,
        /// The website.
        #[field]
        website: Option<&str>,
        /// The fax.
        #[field]
        fax: Option<&str>,
        /// The mailing address.
        #[field]
        mailing_address: Option<&str>,
        /// The city.
        #[field]
        city: Option<&str>,
        /// The state or province.
        #[field]
        state_or_province: Option<&str>,
        /// The postal or zip code.
        #[field]
        postal_or_zip_code: Option<&str>,
        /// The company size.
        #[field]
        company_size: Option<&str>,
        /// The country.
        #[field]
        country: Option<&str>,
        /// The offset from UTC of the times. Defaults to UTC.
        #[field]
        timezone: Option<&str>,
        /// The contact.
        #[field]
        contact: Option<&PartnerSiteContact>,
    ) -> Result<PartnerSite>;

    /// Turns a trial site into a paying one.
    #[put("{site_id}/paying", idempotent = false)]
    async fn pay_partner_site(&self, site_id: SiteId) -> Result<()>;
}
