//! The part of a store's interface that limits the rate of requests.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// The most requests in a time, as set by
/// [`ClientBuilder::rate_limit`](crate::ClientBuilder::rate_limit).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RateLimit {
    /// The most requests in any time of this length.
    pub requests: u32,
    /// The length of that time.
    pub per: Duration,
}

impl RateLimit {
    /// The time that is added to every window: 100 ms, since requests that leave
    /// on time may arrive closer together, and two for clocks and timers of whole
    /// milliseconds.
    const MARGIN: Duration = Duration::from_millis(102);

    /// Creates a limit.
    #[must_use]
    pub const fn new(requests: u32, per: Duration) -> Self {
        Self { requests, per }
    }

    /// Returns the shortest time between a grant and the one that is `requests`
    /// grants earlier.
    #[must_use]
    pub const fn window(&self) -> Duration {
        self.per.saturating_add(Self::MARGIN)
    }
}

/// The key of a rate limit in a store: the host of the API, since the limit is
/// that of an IP address at a host, and the group of clients behind one address.
///
/// `Display` shows both, as `workers@api11.comm100.io`, or the host alone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RateKey {
    host: Arc<str>,
    group: Option<Arc<str>>,
}

impl RateKey {
    pub(crate) fn new(host: &str, group: Option<&str>) -> Self {
        Self {
            host: host.into(),
            group: group.map(Into::into),
        }
    }

    /// Returns the host of the API, with its port if the URL has one.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Returns the name set by `ClientBuilder::rate_group`, if any.
    #[must_use]
    pub fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }
}

impl fmt::Display for RateKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(group) = &self.group {
            write!(formatter, "{group}@")?;
        }
        formatter.write_str(&self.host)
    }
}

/// The result of [`QuotaStore::reserve`](crate::QuotaStore::reserve).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The request may be sent after this time, at once if it is zero.
    After(Duration),
    /// The next turn is after this time, which is longer than the caller can
    /// wait; nothing is reserved.
    Refused(Duration),
    /// The store does not limit rates: each process does so on its own.
    Unsupported,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_host_and_the_group() {
        let alone = RateKey::new("api11.comm100.io", None);
        assert_eq!((alone.host(), alone.group()), ("api11.comm100.io", None));
        assert_eq!(alone.to_string(), "api11.comm100.io");
        let group = RateKey::new("api11.comm100.io", Some("workers"));
        assert_eq!(
            (group.host(), group.group()),
            ("api11.comm100.io", Some("workers"))
        );
        assert_eq!(group.to_string(), "workers@api11.comm100.io");
    }

    #[test]
    fn a_window_is_a_little_longer_than_the_time() {
        let limit = RateLimit::new(3, Duration::from_secs(1));
        assert_eq!(limit.window(), Duration::from_millis(1_102));
        assert_eq!(RateLimit::new(3, Duration::MAX).window(), Duration::MAX);
    }
}
