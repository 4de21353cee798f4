//! The IP ranges from which agents may sign in.

use crate::model::Model;
use crate::v2::ids::IpRangeId;
use crate::{Result, api};

/// A range of IP addresses from which agents may sign in.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct IpRange {
    /// The id.
    #[model(required)]
    pub id: IpRangeId,
    /// The first address.
    pub from: String,
    /// The last address.
    pub to: String,
}

/// The IP ranges from which agents may sign in.
#[api(
    path = "account/ipRestriction/ipRanges",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait IpRangesApi {
    /// Lists the IP ranges.
    #[get(permission = "Manage Security")]
    async fn list_ip_ranges(&self) -> Result<Vec<IpRange>>;

    /// Creates an IP range.
    #[post(permission = "Manage Security")]
    async fn create_ip_range(&self, #[field] from: &str, #[field] to: &str) -> Result<IpRange>;

    /// Changes an IP range; what is not set keeps its value. The id is in the body.
    #[put(permission = "Manage Security")]
    async fn update_ip_range(
        &self,
        #[field] id: IpRangeId,
        /// The first address.
        #[field]
        from: Option<&str>,
        /// The last address.
        #[field]
        to: Option<&str>,
    ) -> Result<IpRange>;

    /// Removes an IP range.
    #[delete("{id}", permission = "Manage Security")]
    async fn remove_ip_range(&self, id: IpRangeId) -> Result<()>;
}
