//! The single sign-on of visitors.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::v2::ids::SiteId;
use crate::{Result, api};

/// A field of Comm100 with the attribute that fills it.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SsoDataMapping {
    /// The attribute of the identity provider.
    pub sso_attribute: String,
    /// The field, such as `{!Visitor.Name}`.
    pub comm100_field: String,
}

impl SsoDataMapping {
    /// Maps an attribute of the identity provider to a field.
    #[must_use]
    pub fn new(sso_attribute: impl Into<String>, comm100_field: impl Into<String>) -> Self {
        Self {
            sso_attribute: sso_attribute.into(),
            comm100_field: comm100_field.into(),
        }
    }
}

/// The single sign-on in a campaign.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CampaignSsoOptions {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The option to sign in.
    pub sign_in_type: Option<SignInType>,
    /// True if visitors that signed in skip the pre-chat form.
    pub is_skip_prechat: Option<bool>,
}

impl CampaignSsoOptions {
    /// Creates the options of a campaign.
    #[must_use]
    pub fn new(campaign_id: CampaignId, sign_in_type: SignInType) -> Self {
        Self {
            campaign_id,
            sign_in_type: Some(sign_in_type),
            is_skip_prechat: None,
        }
    }
}

/// The settings of the single sign-on of visitors.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct VisitorSsoSettings {
    /// The id of the site.
    pub site_id: SiteId,
    /// True if visitors can sign in.
    pub is_enable: bool,
    /// The URL of the sign-in page.
    pub sign_in_url: String,
    /// The identity provider's certificate, as Base64.
    pub idp_certificate: String,
    /// The file name of the certificate.
    pub idp_certificate_file_name: String,
    /// The fields that attributes of the identity provider fill.
    pub data_mappings: Vec<SsoDataMapping>,
    /// The options of each campaign.
    #[model(name = "campaignSSOOptions")]
    pub campaign_sso_options: Vec<CampaignSsoOptions>,
}

word_enum! {
    /// The option of visitors to sign in.
    pub enum SignInType {
        /// `no`
        No = "no",
        /// `optional`
        Optional = "optional",
        /// `required`
        Required = "required",
    }
}

/// The single sign-on of visitors.
#[api(
    path = "livechat/visitorSSO",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait VisitorSsoApi {
    /// Returns the settings of the single sign-on.
    #[get(permission = "Manage Settings")]
    async fn get_visitor_sso(&self) -> Result<VisitorSsoSettings>;

    /// Changes the settings of the single sign-on; what is not set keeps its value.
    #[put(permission = "Manage Settings")]
    async fn update_visitor_sso(
        &self,
        #[field] is_enable: bool,
        /// The URL of the sign-in page.
        #[field]
        sign_in_url: Option<&str>,
        /// The identity provider's certificate, as Base64.
        #[field]
        idp_certificate: Option<&str>,
        /// The file name of the certificate.
        #[field]
        idp_certificate_file_name: Option<&str>,
        /// The fields that attributes of the identity provider fill.
        #[field]
        data_mappings: Option<&[SsoDataMapping]>,
        /// The options of each campaign.
        #[field(rename = "campaignSSOOptions")]
        campaign_sso_options: Option<&[CampaignSsoOptions]>,
    ) -> Result<VisitorSsoSettings>;
}
