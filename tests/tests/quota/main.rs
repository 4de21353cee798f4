//! The day's requests: counted, rejected, reset, shared.

mod clocks;
mod latch;
mod limit;
mod properties;
mod redis;
mod runtimes;
mod service;
mod setup;
mod shared;
mod silence;
mod silent_store;
mod stores;

use comm100_tests::client::builder;
use redis::store;
use setup::{MIDNIGHT, NOON, NOON_HTTP, client_at, is_refused_here, quota_of, refusal};
