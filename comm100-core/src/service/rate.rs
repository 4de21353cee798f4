//! The service's own rate limits.

use std::time::Duration;

/// Returns the documented limit of the generation behind a Control Panel's
/// host: 300 requests in 5 minutes from one IP address on `dash{N}.comm100.io`.
pub(crate) fn documented_rate_limit(panel: &str) -> Option<(u32, Duration)> {
    let number = panel
        .strip_prefix("dash")
        .and_then(|rest| rest.strip_suffix(".comm100.io"))?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some((300, Duration::from_secs(5 * 60)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_hosts_of_version_4_have_one() {
        let limit = Some((300, Duration::from_secs(300)));
        for (host, expected) in [
            ("dash11.comm100.io", limit),
            ("dash1.comm100.io", limit),
            ("dash.comm100.io", None),
            ("dash1a.comm100.io", None),
            ("dash11.comm100.io.example.com", None),
            ("mydash11.comm100.io", None),
            ("portal1.comm100.io", None),
            ("hosted.comm100.com", None),
        ] {
            assert_eq!(documented_rate_limit(host), expected, "{host}");
        }
    }
}
