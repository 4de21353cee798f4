//! Prints the documented API as an OpenAPI 3.1 document.
//!
//! ```sh
//! cargo run --example openapi > comm100.json
//! ```

fn main() {
    println!("{}", comm100::openapi(comm100::v1::endpoints()));
}
