//! Prints version 1 of the declared API as an OpenAPI 3.1 document.
//!
//! ```sh
//! cargo run --example openapi > comm100.json
//! ```

#[macro_use]
mod shared;

const USAGE: &str = "\
Prints version 1 of the declared API as an OpenAPI 3.1 document.

Usage: openapi

Options:
  -h, --help  Print help
";

#[cfg(feature = "openapi")]
fn main() {
    shared::no_options(USAGE);
    println!("{}", comm100::openapi(comm100::v1::endpoints()));
}

#[cfg(not(feature = "openapi"))]
fn main() {
    shared::no_options(USAGE);
    shared::run_with_feature("openapi", "openapi");
}
