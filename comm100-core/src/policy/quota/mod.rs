//! The daily quota: requests are counted before they are sent, and rejected here
//! once they are used up, until 00:00 UTC.

mod account;
mod count;
mod count_attempt;
mod day;
mod gate;
mod offsets;
mod rate;
#[cfg(feature = "redis")]
mod redis;
mod sent_at;
mod shared;
mod status;
mod store;
#[cfg(test)]
mod tests;
mod time;

pub(crate) use account::account_key;
pub(crate) use count::{Count, Taken};
pub(crate) use count_attempt::{halfway, late_store, store_deadline, store_outage};
pub(crate) use day::{Day, LocalTime};
pub(crate) use gate::{Classifier, Gate};
pub use rate::{RateKey, RateLimit, Turn};
#[cfg(feature = "redis")]
pub use redis::RedisQuotaStore;
pub(crate) use sent_at::SentAt;
pub(crate) use shared::Shared;
pub use status::Quota;
pub use store::{Admission, QuotaCount, QuotaKey, QuotaOutage, QuotaRequest, QuotaStore};
pub(crate) use time::ServiceTime;
