//! Shared by the tests: scripted servers that record requests, clients, catalogues.

pub mod calls;
pub mod catalogue;
pub mod client;
pub mod clock;
pub mod fault;
pub mod flood;
pub mod odd;
pub mod oracle;
pub mod pages;
pub mod recorder;
pub mod redis;
pub mod sandboxes;
pub mod secrets;
pub mod uploads;
