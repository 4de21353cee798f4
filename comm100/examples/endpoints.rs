//! Prints the declared endpoints: HTTP method, path and Rust method, one per line.
//!
//! ```sh
//! cargo run --example endpoints -- --api v1
//! ```

#[macro_use]
mod shared;

use comm100::v1;

const USAGE: &str = "\
Prints the declared endpoints, one per line: HTTP method, path and Rust method, separated by tabs.

Usage: endpoints [--api <API>]

Options:
      --api <API>  Version of the API [default: all] [possible values: v1, all]
  -h, --help       Print help
";

fn main() {
    let endpoints = match shared::option(USAGE, "--api").as_deref() {
        None | Some("v1" | "all") => v1::endpoints(),
        Some(other) => shared::fail(&format!("there is no API `{other}`; use `v1` or `all`")),
    };
    for endpoint in endpoints {
        println!(
            "{}\t{}\t{}",
            endpoint.method(),
            endpoint.path(),
            endpoint.name()
        );
    }
}
