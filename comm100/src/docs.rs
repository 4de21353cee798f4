//! The guide: one page a topic.

#[doc = include_str!("../docs/declaring.md")]
pub mod declaring {}

#[doc = include_str!("../docs/errors.md")]
pub mod errors {}

#[doc = include_str!("../docs/faults.md")]
// The names of tests are long words, which would leave the other columns no room.
#[doc = "\n<style>.docblock td:last-child code { overflow-wrap: anywhere; white-space: pre-wrap; }</style>"]
pub mod faults {}

#[doc = include_str!("../docs/features.md")]
pub mod features {}

#[doc = include_str!("../docs/migrating.md")]
pub mod migrating {}

// The picture is no file beside the pages, but stands in the page itself.
#[doc = include_str!("../docs/performance.svg")]
#[doc = "<style>img[src='performance.svg'] { display: none }</style>\n\n"]
#[doc = include_str!("../docs/performance.md")]
pub mod performance {}

#[cfg(feature = "v1")]
#[doc = include_str!("../docs/reports.md")]
pub mod reports {}

#[doc = include_str!("../docs/retries.md")]
pub mod retries {}

#[doc = include_str!("../docs/testing.md")]
pub mod testing {}
