//! What must hold for any input. The property tests and the fuzz targets
//! (`comm100-core/fuzz`) ask the same questions.

mod bodies;
mod encoding;
mod wire;

pub use bodies::{error_body, retry_after, success_body};
pub use encoding::{form, path, query};
pub use wire::{report_row, wire_time};
