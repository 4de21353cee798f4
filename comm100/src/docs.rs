//! The guide: one page per topic.

#[doc = include_str!("../docs/declaring.md")]
pub mod declaring {}

#[doc = include_str!("../docs/errors.md")]
pub mod errors {}

#[doc = include_str!("../docs/faults.md")]
// Names of tests are long words that would leave no room for the other columns.
#[doc = "\n<style>.docblock td:last-child code { overflow-wrap: anywhere; white-space: pre-wrap; }</style>"]
pub mod faults {}

#[doc = include_str!("../docs/features.md")]
pub mod features {}

#[doc = include_str!("../docs/migrating.md")]
pub mod migrating {}

/// The cost of a call, measured and compared with other clients.
///
// The picture is part of the page, since rustdoc copies no files. It is not the page's summary.
#[doc = include_str!("../docs/performance.svg")]
#[doc = "<style>img[src='performance.svg'] { display: none }</style>\n\n"]
#[doc = include_str!("../docs/performance.md")]
pub mod performance {}

#[doc = include_str!("../docs/platforms.md")]
pub mod platforms {}

#[cfg(feature = "v1")]
#[doc = include_str!("../docs/reports.md")]
pub mod reports {}

#[doc = include_str!("../docs/retries.md")]
pub mod retries {}

#[doc = include_str!("../docs/services.md")]
pub mod services {}

#[doc = include_str!("../docs/testing.md")]
pub mod testing {}

#[doc = include_str!("../docs/tracing.md")]
pub mod tracing {}

#[cfg(all(feature = "v1", feature = "v2"))]
#[doc = include_str!("../docs/versions.md")]
pub mod versions {}

#[cfg(feature = "v2")]
#[doc = include_str!("../docs/webhooks.md")]
pub mod webhooks {}
