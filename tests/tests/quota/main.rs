//! The day's requests: counted, rejected, reset, shared.

mod clocks;
mod latch;
mod limit;
mod properties;
mod redis;
mod runtimes;
mod service;
mod setup;
mod silence;
mod silent_store;
mod stores;

use comm100_tests::client::builder;
use setup::{MIDNIGHT, NOON, NOON_HTTP, client_at, quota_of, refusal, store};
