//! The rate limit: turns within any window, waits within the deadline.

mod limits;
mod redis;
mod stores;
mod unsent;
