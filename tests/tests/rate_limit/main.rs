//! The rate limit: turns within any window, waits within the deadline.

mod limits;
mod redis;
mod shared;
mod stores;
mod unsent;
