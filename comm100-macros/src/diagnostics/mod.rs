//! What a user reads when a declaration is wrong.

mod errors;
mod spelling;
mod suggest;

pub(crate) use errors::Errors;
pub(crate) use spelling::spelled;
pub(crate) use suggest::{did_you_mean, list, nearest};
