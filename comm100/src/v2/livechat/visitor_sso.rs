//! Visitor SSO.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::v2::ids::SiteId;
use crate::{Result, api};

/// A SSO data mapping.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SsoDataMapping {
    /// The sso attribute.
    pub sso_attribute: String,
    /// The comm100 field.
    pub comm100_field: String,
}

/// A campaign SSO options.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CampaignSsoOptions {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The sign in type.
    pub sign_in_type: Option<SignInType>,
    /// The option "skip prechat".
    pub is_skip_prechat: Option<bool>,
}

/// A visitor SSO settings.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct VisitorSsoSettings {
    /// The site id.
    pub site_id: SiteId,
    /// True if it is enabled.
    pub is_enable: bool,
    /// The sign in url.
    pub sign_in_url: String,
    /// The idp certificate.
    pub idp_certificate: String,
    /// The idp certificate file name.
    pub idp_certificate_file_name: String,
    /// The data mappings.
    pub data_mappings: Vec<SsoDataMapping>,
    /// The campaign sso options.
    #[model(name = "campaignSSOOptions")]
    pub campaign_sso_options: Vec<CampaignSsoOptions>,
}

word_enum! {
    /// If visitors sign in.
    pub enum SignInType {
        /// `no`
        #[default]
        No = "no",
        /// `optional`
        Optional = "optional",
        /// `required`
        Required = "required",
    }
}

/// The account's visitor SSO.
#[api(
    path = "livechat/visitorSSO",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait VisitorSsoApi {
    /// Returns the visitor SSO.
    #[get(permission = "Manage Settings")]
    async fn get_visitor_sso(&self) -> Result<VisitorSsoSettings>;

    /// Changes the visitor SSO; what is not set keeps its value.
    #[put(permission = "Manage Settings")]
    async fn update_visitor_sso(
        &self,
        #[field] is_enable: bool,
        /// The sign in url.
        #[field]
        sign_in_url: Option<&str>,
        /// The idp certificate.
        #[field]
        idp_certificate: Option<&str>,
        /// The idp certificate file name.
        #[field]
        idp_certificate_file_name: Option<&str>,
        /// The data mappings.
        #[field]
        data_mappings: Option<&[SsoDataMapping]>,
        /// The campaign sso options.
        #[field(rename = "campaignSSOOptions")]
        campaign_sso_options: Option<&[CampaignSsoOptions]>,
    ) -> Result<VisitorSsoSettings>;
}
