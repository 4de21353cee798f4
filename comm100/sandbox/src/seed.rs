//! The seeded account: fixed settings, and a history made from the seed and the present time.

pub(crate) mod account;
pub(crate) mod forms;
mod history;
pub(crate) mod people;
mod present;
pub(crate) mod seats;
pub(crate) mod topics;

use super::{limit::DailyLimit, random::Random, state::State};

/// How many days of history there are, today included.
pub(crate) const DAYS: i64 = 120;

/// Makes the account as it is at `now`. The same seed and time make the same account.
pub(crate) fn state(seed: u64, now: i64, daily_limit: Option<u64>) -> State {
    let mut state = State::empty(Random::of(seed, 1));
    state.limit = DailyLimit::new(daily_limit);
    account::fill(&mut state, now);
    people::fill(&mut state, &mut Random::of(seed, 2));
    history::fill(&mut state, &mut Random::of(seed, 3), now);
    present::fill(&mut state, &mut Random::of(seed, 4), now);
    state
}
