//! The hosts of the service.

pub(crate) const HOSTED: &str = "hosted.comm100.com";
pub(crate) const ENTERPRISE: &str = "ent.comm100.com";
