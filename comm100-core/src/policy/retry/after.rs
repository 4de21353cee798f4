//! `Retry-After`, in all the forms that a service may write.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};
use jiff::Timestamp;

/// The longest wait that is read from a response: the day's limit, the longest known cause, ends
/// within it.
const CAP: Duration = Duration::from_secs(24 * 60 * 60);

/// Returns the wait that the service asks for: whole seconds, or a date in any of HTTP's three
/// forms. A past date means no wait; anything else is ignored.
///
/// A date is measured against the response's own `Date`, so that a wrong local
/// clock does not matter.
pub(crate) fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // Too many digits for a number are a very long wait all the same.
        let seconds = text.parse().unwrap_or(u64::MAX);
        return Some(Duration::from_secs(seconds).min(CAP));
    }
    let until = httpdate::parse_http_date(text).ok()?;
    let from = headers
        .get(DATE)
        .and_then(|date| httpdate::parse_http_date(date.to_str().ok()?).ok())
        .or_else(|| SystemTime::try_from(now).ok())?;
    Some(until.duration_since(from).unwrap_or_default().min(CAP))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn read(value: &[u8], date: Option<&str>) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, HeaderValue::from_bytes(value).unwrap());
        if let Some(date) = date {
            headers.insert(DATE, date.parse().unwrap());
        }
        retry_after(&headers, "1994-11-06T08:49:30Z".parse().unwrap())
    }

    #[test]
    fn every_form() {
        let seconds = |seconds| Some(Duration::from_secs(seconds));
        let cases: [(&[u8], Option<Duration>); 22] = [
            (b"0", seconds(0)),
            (b"7", seconds(7)),
            (b" 7 ", seconds(7)),
            (b"007", seconds(7)),
            (b"86400", seconds(86_400)),
            (b"1000000000", seconds(86_400)),
            (b"18446744073709551615", seconds(86_400)),
            (b"99999999999999999999999999", seconds(86_400)),
            (b"-5", None),
            (b"+5", None),
            (b"1.5", None),
            (b"7s", None),
            (b"", None),
            (b"soon", None),
            (b"\xff\xfe", None),
            (b"Sun, 06 Nov 1994 08:49:37 GMT", seconds(7)),
            (b"Sunday, 06-Nov-94 08:49:37 GMT", seconds(7)),
            (b"Sun Nov  6 08:49:37 1994", seconds(7)),
            (b"Sun, 06 Nov 1994 08:49:29 GMT", seconds(0)),
            (b"Thu, 01 Jan 1970 00:00:00 GMT", seconds(0)),
            (b"Fri, 31 Dec 9999 23:59:59 GMT", seconds(86_400)),
            (b"Sun, 99 Nov 1994 08:49:37 GMT", None),
        ];
        for (value, expected) in cases {
            let text = String::from_utf8_lossy(value);
            assert_eq!(read(value, None), expected, "{text:?}");
        }
        assert_eq!(retry_after(&HeaderMap::new(), Timestamp::UNIX_EPOCH), None);
    }

    #[test]
    fn a_date_is_measured_against_the_service_s_own() {
        let until = b"Sun, 06 Nov 1994 08:49:37 GMT";
        let cases = [
            ("Sun, 06 Nov 1994 08:49:35 GMT", 2),
            ("Sun, 06 Nov 1994 08:49:38 GMT", 0),
            ("no date", 7),
        ];
        for (date, expected) in cases {
            assert_eq!(
                read(until, Some(date)),
                Some(Duration::from_secs(expected)),
                "{date}"
            );
        }
    }
}
