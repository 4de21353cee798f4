//! The seeded account: fixed settings, and a history made from the seed and the present time.

pub(crate) mod agents;
mod history;
mod presence;
pub(crate) mod settings;
pub(crate) mod visitors;

use crate::{
    account::{State, daily_limit::DailyLimit},
    random::Random,
};

/// How many days of history there are, today included.
pub(crate) const DAYS: i64 = 120;

/// Makes the account as it is at `now`. The same seed and time make the same account.
pub(crate) fn state(seed: u64, now: i64, daily_limit: Option<u64>) -> State {
    let mut state = State::empty(Random::of(seed, 1));
    state.limit = DailyLimit::new(daily_limit);
    settings::fill(&mut state, now);
    visitors::fill(&mut state, &mut Random::of(seed, 2));
    history::fill(&mut state, &mut Random::of(seed, 3), now);
    presence::fill(&mut state, &mut Random::of(seed, 4), now);
    state
}
