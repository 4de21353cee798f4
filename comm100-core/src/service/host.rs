//! The hosts of the service: their API hosts and versions.

use std::time::Duration;

use super::version::ApiVersion;

pub(crate) const HOSTED: &str = "hosted.comm100.com";
pub(crate) const ENTERPRISE: &str = "ent.comm100.com";

/// The metadata of a host that the service is known to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KnownHost {
    /// The host of the API, if it is not the Control Panel's own.
    pub(crate) api_host: Option<String>,
    /// The versions that it serves; the first is its default.
    pub(crate) versions: &'static [ApiVersion],
    /// The documented limit of requests from one IP address in any period of this length.
    pub(crate) rate_limit: Option<(u32, Duration)>,
}

/// Recognizes the host of a Control Panel, in lower case. A host that only looks alike, such as
/// `dash11.comm100.io.example.com`, is not one.
pub(crate) fn known_host(host: &str) -> Option<KnownHost> {
    if host == HOSTED || host == ENTERPRISE {
        return Some(KnownHost {
            api_host: None,
            versions: &[ApiVersion::V1, ApiVersion::V2],
            rate_limit: None,
        });
    }
    let label = host.strip_suffix(".comm100.io")?;
    let (number, versions, rate_limit): (&str, &'static [ApiVersion], _) =
        match (label.strip_prefix("portal"), label.strip_prefix("dash")) {
            (Some(number), _) => (number, &[ApiVersion::V3], None),
            (None, Some(number)) => (
                number,
                &[ApiVersion::V4],
                Some((300, Duration::from_secs(5 * 60))),
            ),
            (None, None) => return None,
        };
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| KnownHost {
        api_host: Some(format!("api{number}.comm100.io")),
        versions,
        rate_limit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_generation_has_its_hosts() {
        let versions = |host| known_host(host).map(|host| host.versions);
        assert_eq!(versions(HOSTED), versions(ENTERPRISE));
        assert_eq!(versions("portal3.comm100.io"), Some(&[ApiVersion::V3][..]));
        assert_eq!(versions("dash11.comm100.io"), Some(&[ApiVersion::V4][..]));
        let dash = known_host("dash15.comm100.io").unwrap();
        assert_eq!(dash.api_host.as_deref(), Some("api15.comm100.io"));
        assert_eq!(dash.rate_limit, Some((300, Duration::from_secs(300))));
    }

    #[test]
    fn other_hosts_are_not_recognized() {
        for host in [
            "dash11.comm100.io.example.com",
            "example.com.dash11.comm100.io",
            "dash11.comm100.io.",
            "dash.comm100.io",
            "dash1a.comm100.io",
            "dash-1.comm100.io",
            "xdash1.comm100.io",
            "dash1.comm100.com",
            "api11.comm100.io",
            "portal1.evilcomm100.io",
            "portal\u{661}.comm100.io",
            "comm100.io",
            "www.hosted.comm100.com",
            "euportal.comm100.com",
        ] {
            assert_eq!(known_host(host), None, "{host}");
        }
    }
}
