//! Distinguishes messages of the day's limit from those of all other limits.
//!
//! The service documents a 403 for the day's limit, but neither code nor
//! message, and a missing permission is a 403 too. Mistaking another
//! refusal for it would stop a client, so only a message that clearly names the
//! day's limit of requests counts.

#[cfg(test)]
mod tests;
mod text;
mod words;

use std::time::Duration;

use http::StatusCode;

use text::Text;
use words::{DAY, DAY_LONG, LIMIT, OTHERS, PERIODS, REQUESTS, seconds_of};

/// The codes that drafts of the service's documentation gave to the limit, with
/// status 500. Other server errors may have the same codes.
const DRAFT_CODES: [i64; 2] = [500_000, 500_010];
/// A wait that ends this long before the reset is not a wait for the reset.
const MARGIN: Duration = Duration::from_secs(15 * 60);
/// A longer text is a page or a log rather than a message.
const LONGEST_MESSAGE: usize = 1_000;
/// The most words between a day and a limit in a message that does not name requests.
const NEAR: usize = 4;

/// A response that may be the refusal of the day's limit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LimitResponse<'a> {
    pub(crate) status: StatusCode,
    pub(crate) code: Option<i64>,
    /// The error's name, such as `DailyLimitExceeded`.
    pub(crate) name: Option<&'a str>,
    pub(crate) message: Option<&'a str>,
    /// The wait in `Retry-After`.
    pub(crate) retry_after: Option<Duration>,
    /// The time until the day's count is reset.
    pub(crate) until_reset: Duration,
}

/// Returns true if a response says that the day's requests are used up.
pub(crate) fn is_daily_limit(response: &LimitResponse<'_>) -> bool {
    let needs_day = match response.status {
        StatusCode::FORBIDDEN => false,
        StatusCode::INTERNAL_SERVER_ERROR
            if response
                .code
                .is_some_and(|code| DRAFT_CODES.contains(&code)) =>
        {
            false
        }
        // 429 is also the status of limits that end within seconds.
        StatusCode::TOO_MANY_REQUESTS => true,
        _ => return false,
    };
    let message = match (response.name, response.message) {
        (None, None) => return false,
        (Some(name), Some(message)) => format!("{name}: {message}"),
        (name, message) => name.or(message).unwrap_or_default().to_owned(),
    };
    if message.len() > LONGEST_MESSAGE || message.trim_start().starts_with('<') {
        return false;
    }
    if response
        .retry_after
        .is_some_and(|wait| ends_early(wait, response.until_reset))
    {
        return false;
    }
    let text = Text::new(&message);
    if OTHERS.iter().any(|other| text.has(other)) || text.is_negated() || text.is_per_request() {
        return false;
    }
    if let Some(day) = text.day() {
        return text.limits_requests(day) && !text.has_other_period(response.until_reset);
    }
    // The only limit of requests that the service documents is the day's.
    let has_period = text.has(&PERIODS) || text.has(&DAY);
    !needs_day && text.names_request_limit() && !has_period
}

/// Returns true if a wait ends well before the reset.
fn ends_early(wait: Duration, until_reset: Duration) -> bool {
    wait.saturating_add(MARGIN) < until_reset
}

impl Text {
    /// Returns the position of the first word that names the period of a day.
    fn day(&self) -> Option<usize> {
        let named = self
            .positions(&DAY)
            // `30-day trial` and `7 day limit` are not a day.
            .find(|&at| !is_counted(self.word(at)) || !is_other_number(self.before(at)));
        named
            .or_else(|| self.pair_at(&["pro", "am", "je"], &["tag"]))
            .or_else(|| self.pair_at(&["00"], &["00"]))
            .or_else(|| (0..self.words.len()).find(|&at| self.is_day_long(at)))
            .or_else(|| self.has_phrase(&DAY).then_some(0))
    }

    /// Returns true for the unit of `24 hours` and its kind.
    fn is_day_long(&self, unit: usize) -> bool {
        let seconds = seconds_of(self.word(unit));
        DAY_LONG
            .iter()
            .any(|&(number, of)| self.before(unit) == number && seconds == Some(of))
    }

    /// Returns true if the message names a limit of requests, or a limit of the
    /// day without a unit that it limits.
    fn limits_requests(&self, day: usize) -> bool {
        let used_up = self.has_pair(&["used", "use"], &["up", "all"])
            || self.has_pair(&["too"], &["many"])
            || self.has_pair(&["ran", "run"], &["out"])
            || self.has_pair(&["no"], &["more"])
            || self.has_none_left();
        let requests = self.has(&REQUESTS) || self.call_noun().is_some();
        if requests {
            return used_up || self.has(&LIMIT);
        }
        let near = self
            .positions(&LIMIT)
            .any(|limit| limit.abs_diff(day) <= NEAR);
        near || (self.has_phrase(&LIMIT) && self.has_phrase(&DAY))
    }

    fn has_none_left(&self) -> bool {
        let any = |words: &[&str]| self.words.iter().any(|word| words.contains(&word.as_str()));
        any(&["left", "remaining", "remain", "available"]) && any(&["no", "none", "zero", "0"])
    }

    /// Returns the position of `call` as a noun, not as in `call sales`.
    fn call_noun(&self) -> Option<usize> {
        (0..self.words.len()).find(|&at| {
            self.word(at) == "call"
                && (self.before(at) == "api"
                    || ["limit", "limits", "quota", "count"].contains(&self.word(at + 1)))
        })
    }

    /// Returns true for `request limit exceeded`, `the limit of requests is
    /// reached` and their kind. `Your request exceeds the limit` is not one.
    fn names_request_limit(&self) -> bool {
        let is_limit = |at: usize| ["limit", "limits", "quota", "quotas"].contains(&self.word(at));
        let is_noun = |at: usize| {
            ["request", "requests", "calls"].contains(&self.word(at))
                || self.call_noun() == Some(at)
        };
        let named = (0..self.words.len()).any(|at| {
            is_limit(at)
                && ((at > 0 && is_noun(at - 1))
                    || (["of", "for", "on"].contains(&self.word(at + 1))
                        && (at + 2..at + 5).any(is_noun)))
        });
        let over = ["exceeded", "reached", "exhausted"]
            .iter()
            .any(|word| self.words.iter().any(|other| other == word))
            || self.has_pair(&["used"], &["up"]);
        let rate = self.words.iter().any(|word| word == "rate");
        named && over && !rate
    }

    fn is_negated(&self) -> bool {
        self.has_pair(
            &["not", "isn", "never", "hasn"],
            &["exceeded", "reached", "exhausted", "daily"],
        ) || self.has_pair(&["not"], &["a", "the"]) && self.has(&DAY)
    }

    /// Returns true for limits of what one request may ask for.
    fn is_per_request(&self) -> bool {
        self.has_pair(
            &["per", "each", "every", "single", "one", "pro", "par", "por"],
            &[
                "request",
                "call",
                "query",
                "anfrage",
                "requete",
                "solicitud",
            ],
        ) || self.has_pair(&["request"], &["may", "must"])
    }

    /// Returns true if the message names another period than the day, unless it
    /// is a wait until about the reset.
    fn has_other_period(&self, until_reset: Duration) -> bool {
        let mut wait = 0_u64;
        let mut last_of_wait = None;
        for at in self.positions(&PERIODS) {
            if self.is_day_long(at) {
                continue;
            }
            let number = self.before(at).parse::<u64>().ok();
            let (Some(number), Some(seconds)) = (number, seconds_of(self.word(at))) else {
                return true;
            };
            let lead = at.checked_sub(2).map_or("", |at| self.word(at));
            let goes_on = last_of_wait.is_some_and(|last| at - last <= 3);
            if !goes_on && !["in", "after", "wait", "for"].contains(&lead) {
                return true;
            }
            wait = wait.saturating_add(number.saturating_mul(seconds));
            last_of_wait = Some(at);
        }
        let phrases = self.has_phrase(&PERIODS);
        phrases || (last_of_wait.is_some() && ends_early(Duration::from_secs(wait), until_reset))
    }
}

fn is_counted(word: &str) -> bool {
    ["day", "jour", "dia", "giorno", "dag"].contains(&word)
}

fn is_other_number(word: &str) -> bool {
    word != "1" && word.starts_with(|first: char| first.is_ascii_digit())
}
