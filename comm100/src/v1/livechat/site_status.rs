//! The status of the site.

use crate::model::Model;
use crate::model::open_enum::word_enum;
use crate::{Result, api};

/// The status of the site.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct SiteStatus {
    /// Online or offline.
    #[model(required)]
    pub status: SiteState,
}

word_enum! {
    /// The status of the site.
    pub enum SiteState {
        /// At least one agent is online.
        Online = "online",
        /// No agent is online.
        #[default]
        Offline = "offline",
    }
}

/// The site's status.
#[api(path = "livechat/site_status", version = 1, call_builder = crate::v1::CallBuilder, crate = crate)]
pub trait SiteStatusApi {
    /// Returns the status of the site.
    #[get]
    async fn get_site_status(&self) -> Result<SiteStatus>;
}
