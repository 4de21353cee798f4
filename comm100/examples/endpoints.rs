//! Prints the declared API: method, path and Rust method of each of the 70 documented endpoints.
//!
//! ```sh
//! cargo run --example endpoints
//! ```

fn main() {
    for endpoint in comm100::v1::endpoints() {
        println!(
            "{}\t{}\t{}",
            endpoint.method(),
            endpoint.path(),
            endpoint.name()
        );
    }
}
