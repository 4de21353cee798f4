//! Error messages for wrong declarations.

mod errors;
mod spelling;
mod suggest;

pub(crate) use errors::Errors;
pub(crate) use spelling::spelled;
pub(crate) use suggest::{did_you_mean, list, nearest};
