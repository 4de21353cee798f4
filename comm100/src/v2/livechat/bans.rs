//! The bans of visitors and IP addresses.

use crate::model::Model;
use crate::model::ids::VisitorId;
use crate::model::open_enum::word_enum;
use crate::v2::ids::BanId;
use crate::{Result, api};

/// A ban of a visitor or of IP addresses.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Ban {
    /// The id.
    #[model(required)]
    pub id: BanId,
    /// The kind of the ban.
    pub r#type: BanType,
    /// The visitor of a ban of the kind `visitor`; else empty.
    pub visitor_id: VisitorId,
    /// The address, or a range such as `192.168.8.0/24`, of a ban of the kind `ip`; else empty.
    pub ip_address: String,
    /// The comment; empty if unset.
    pub comment: String,
}

word_enum! {
    /// The kind of a ban.
    pub enum BanType {
        /// `visitor`
        Visitor = "visitor",
        /// `ip`
        Ip = "ip",
    }
}

/// The account's bans.
#[api(
    path = "livechat/bans",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait BansApi {
    /// Lists the bans.
    #[get(permission = "Manage Ban List")]
    async fn list_bans(&self) -> Result<Vec<Ban>>;

    /// Returns a ban.
    #[get("{id}", permission = "Manage Ban List")]
    async fn get_ban(&self, id: BanId) -> Result<Ban>;

    /// Creates a ban. A ban of a visitor has an empty address, and the visitor's id.
    #[post(permission = "Manage Ban List")]
    async fn create_ban(
        &self,
        #[field] r#type: BanType,
        #[field] ip_address: &str,
        /// The visitor of a ban of the kind `visitor`; else empty.
        #[field]
        visitor_id: Option<&VisitorId>,
        /// The comment; empty if unset.
        #[field]
        comment: Option<&str>,
    ) -> Result<Ban>;

    /// Changes a ban; what is not set keeps its value.
    #[put("{id}", permission = "Manage Ban List")]
    async fn update_ban(
        &self,
        id: BanId,
        /// The kind of the ban.
        #[field]
        r#type: Option<BanType>,
        /// The visitor of a ban of the kind `visitor`; else empty.
        #[field]
        visitor_id: Option<&VisitorId>,
        /// The address, or a range such as `192.168.8.0/24`, of a ban of the kind `ip`; else empty.
        #[field]
        ip_address: Option<&str>,
        /// The comment; empty if unset.
        #[field]
        comment: Option<&str>,
    ) -> Result<Ban>;

    /// Removes a ban.
    #[delete("{id}", permission = "Manage Ban List")]
    async fn remove_ban(&self, id: BanId) -> Result<()>;
}
