//! The seeded account: fixed settings, and a history made from the seed and the present time.

pub(crate) mod agents;
mod history;
mod presence;
pub(crate) mod settings;
pub(crate) mod visitors;

use crate::{
    account::{account::Account, daily_limit::DailyLimit},
    random::Random,
};

/// The number of days of history, with today.
pub(crate) const DAYS: i64 = 120;

/// Makes the account as it is at `now`. The same seed and time make the same account.
pub(crate) fn account(seed: u64, now: i64, daily_limit: Option<u64>) -> Account {
    let mut account = Account::empty(Random::of(seed, 1));
    account.started = now;
    account.limit = DailyLimit::new(daily_limit);
    settings::fill(&mut account, now);
    visitors::fill(&mut account, &mut Random::of(seed, 2));
    history::fill(&mut account, &mut Random::of(seed, 3), now);
    presence::fill(&mut account, &mut Random::of(seed, 4), now);
    account
}
