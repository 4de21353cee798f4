//! The limits that a client's calls have.

use std::time::Duration;

use crate::policy::retry::RetryPolicy;

/// Checked by the builder.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) connect_timeout: Duration,
    pub(crate) attempt_timeout: Duration,
    pub(crate) timeout: Duration,
    pub(crate) max_response_bytes: usize,
    pub(crate) max_in_flight: Option<usize>,
    pub(crate) daily_limit: Option<u64>,
    pub(crate) retry: RetryPolicy,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(10),
            attempt_timeout: Duration::from_secs(30),
            timeout: Duration::from_secs(90),
            max_response_bytes: 32 * 1024 * 1024,
            max_in_flight: None,
            daily_limit: None,
            retry: RetryPolicy::new(),
        }
    }
}
