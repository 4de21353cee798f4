//! The restriction of sign-ins to IP ranges.

use crate::model::Model;
use crate::{Result, api};

/// The restriction of sign-ins to the IP ranges.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IpRestriction {
    /// True if the restriction is on.
    pub is_enable: bool,
    /// True if it is on for the mobile app too.
    pub is_enable_for_mobile: bool,
}

/// The restriction of sign-ins to IP ranges.
#[api(
    path = "account/ipRestriction",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait IpRestrictionApi {
    /// Returns the restriction.
    #[get(permission = "Manage Security")]
    async fn get_ip_restriction(&self) -> Result<IpRestriction>;

    /// Changes the restriction; what is not set keeps its value.
    #[put(permission = "Manage Security")]
    async fn update_ip_restriction(
        &self,
        /// True if the restriction is on.
        #[field]
        is_enable: Option<bool>,
        /// True if it is on for the mobile app too.
        #[field]
        is_enable_for_mobile: Option<bool>,
    ) -> Result<IpRestriction>;
}
