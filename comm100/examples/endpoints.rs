//! Prints the declared endpoints: HTTP method, path and Rust method, one per line.
//!
//! ```sh
//! cargo run --example endpoints -- --api v1
//! ```

#[macro_use]
mod shared;

#[cfg(feature = "v2")]
use comm100::v2;
use comm100::{EndpointInfo, v1};

const USAGE: &str = "\
Prints the declared endpoints, one per line: HTTP method, path and Rust method, separated by tabs.

Usage: endpoints [--api <API>]

Options:
      --api <API>  Version of the API [default: all] [possible values: v1, v2, all]
  -h, --help       Print help
";

fn main() {
    let endpoints: Vec<EndpointInfo> = match shared::option(USAGE, "--api").as_deref() {
        Some("v1") => v1::endpoints().to_vec(),
        Some("v2") => version_2(),
        None | Some("all") => [v1::endpoints().to_vec(), version_2()].concat(),
        Some(other) => shared::fail(&format!(
            "there is no API `{other}`; use `v1`, `v2` or `all`"
        )),
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

#[cfg(feature = "v2")]
fn version_2() -> Vec<EndpointInfo> {
    v2::endpoints().to_vec()
}

#[cfg(not(feature = "v2"))]
fn version_2() -> Vec<EndpointInfo> {
    shared::run_with_feature("endpoints", "v2")
}
