//! One workload for every client: four requests to one loopback server, the
//! same bodies, the same types, the same checks.
//!
//! A build holds one client, chosen by a feature, so that none turns on
//! another's features; `compare` builds them in turn.

// Each client names its own response types.
#![allow(refining_impl_trait)]

pub mod bodies;
pub mod docs;
pub mod format;
pub mod model;
pub mod peers;
pub mod process;
pub mod run;
pub mod workload;
