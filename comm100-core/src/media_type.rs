//! The media types of bodies.

/// A JSON value.
pub const JSON: &str = "application/json";
/// The pairs of a form.
pub const FORM: &str = "application/x-www-form-urlencoded";
/// The parts of a form.
pub const MULTIPART: &str = "multipart/form-data";
/// Bytes of any kind.
pub const BYTES: &str = "application/octet-stream";
