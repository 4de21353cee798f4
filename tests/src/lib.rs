//! What the tests share: servers that record what arrives and answer as told.

pub mod recorder;
