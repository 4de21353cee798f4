//! A call that is ready to be sent.

use std::time::Duration;

use super::EncodedRequest;
use crate::info::EndpointInfo;

/// An encoded request with the options of its call, owned.
#[derive(Clone, Debug)]
pub(crate) struct PreparedCall {
    pub(crate) endpoint: &'static EndpointInfo,
    pub(crate) encoded: EncodedRequest,
    pub(crate) timeout: Option<Duration>,
}
