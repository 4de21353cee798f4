//! Properties that must hold for any input, shared by the property tests and the fuzz targets
//! (`comm100-core/fuzz`).

mod bodies;
mod encoding;
mod wire;

pub use bodies::{error_body, retry_after, success_body};
pub use encoding::{form, path, query};
pub use wire::{report_row, wire_time};
