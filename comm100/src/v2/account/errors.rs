//! The body of an error response.

use crate::model::Model;

/// The body of a failed request.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[non_exhaustive]
pub struct ApiError {
    /// The code.
    pub code: i64,
    /// The message, for people.
    pub message: String,
}
