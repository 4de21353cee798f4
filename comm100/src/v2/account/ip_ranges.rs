//! IP ranges.

use crate::model::Model;
use crate::v2::ids::IpRangeId;
use crate::{Result, api};

/// A IP range.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct IpRange {
    /// The id.
    #[model(required)]
    pub id: IpRangeId,
    /// The from.
    pub from: String,
    /// The to.
    pub to: String,
}

/// The account's IP ranges.
#[api(
    path = "account/ipRestriction/ipRanges",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait IpRangesApi {
    /// Lists the IP ranges.
    #[get(permission = "Manage Security")]
    async fn list_ip_ranges(&self) -> Result<Vec<IpRange>>;

    /// Removes an IP range.
    #[delete("{id}", permission = "Manage Security")]
    async fn remove_ip_range(&self, id: IpRangeId) -> Result<()>;
}
