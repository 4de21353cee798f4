//! A user's program on each generation of the service, written from the documentation alone, with the
//! public interface alone: the table of the page "Platforms and authorization", row by row, against a
//! server that records what arrives.

mod calls;
mod page;
mod rows;
mod service;
