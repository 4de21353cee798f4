//! IP restriction.

use crate::model::Model;
use crate::{Result, api};

/// A IP restriction.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IpRestriction {
    /// True if it is enabled.
    pub is_enable: bool,
    /// The option "enable for mobile".
    pub is_enable_for_mobile: bool,
}

/// The account's IP restriction.
#[api(
    path = "account/ipRestriction",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait IpRestrictionApi {
    /// Returns the IP restriction.
    #[get(permission = "Manage Security")]
    async fn get_ip_restriction(&self) -> Result<IpRestriction>;

    /// Changes the IP restriction; what is not set keeps its value.
    #[put(permission = "Manage Security")]
    async fn update_ip_restriction(
        &self,
        /// True if it is enabled.
        #[field]
        is_enable: Option<bool>,
        /// The option "enable for mobile".
        #[field]
        is_enable_for_mobile: Option<bool>,
    ) -> Result<IpRestriction>;
}
