//! Content codings: which are accepted, and how they are decoded within a cap.

mod coding;
#[cfg(feature = "gzip")]
mod gzip;

pub(crate) use coding::{Coding, accepted};
#[cfg(feature = "gzip")]
pub(crate) use gzip::{Broken, gunzip, gunzip_start};
