//! Compares variants of a call in instructions: Basic with a token, and the members of a JSON body as
//! parameters with a struct. callgrind counts two run lengths each, so that the start cancels out.
//!
//!     cargo build --release --no-default-features --features comm100 --bin server --bin client --bin variants
//!     target/release/variants

use std::hint::black_box;
use std::path::PathBuf;

use comm100::{Client, Credentials, Error, api};
use comm100_benches::format::grouped;
use comm100_benches::process::{Server, instructions_per_step};
use comm100_benches::workload::{API_KEY, EMAIL, Kind};
use serde::Serialize;

const CLIENTS: [&str; 3] = ["comm100", "comm100-bearer", "comm100-tokens"];
const ENCODERS: [&str; 2] = ["field", "json"];

#[api(path = "livechat/departments")]
trait Departments {
    #[post]
    async fn create_by_fields(
        &self,
        #[field] name: &str,
        #[field] description: Option<&str>,
        #[field] email: Option<&str>,
        #[field] is_active: Option<bool>,
        #[field] members: Option<&[u64]>,
        #[field] priority: Option<u32>,
    ) -> Result<(), Error>;

    #[post]
    async fn create_by_struct(&self, #[json] department: &NewDepartment<'_>) -> Result<(), Error>;
}

#[derive(Default, Serialize)]
struct NewDepartment<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_active: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    members: Option<&'a [u64]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<u32>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => compare(),
        [encoder, count] => encode(encoder, count.parse().expect("a number of requests")),
        _ => panic!("arguments: none, or <field or json> <count>"),
    }
}

fn compare() {
    let own = std::env::current_exe().expect("a path");
    let beside = |name: &str| -> PathBuf { own.with_file_name(name) };
    let server = Server::start(&beside("server"));
    println!("| call | {} |", Kind::ALL.map(Kind::name).join(" | "));
    println!("| --- | --: | --: | --: | --: |");
    for client in CLIENTS {
        let counts = Kind::ALL.map(|kind| {
            let (few, many) = if kind == Kind::List {
                (10, 60)
            } else {
                (100, 600)
            };
            let arguments = |count: u64| {
                [client, kind.name(), &server.origin, &count.to_string(), "1"].map(str::to_owned)
            };
            instructions_per_step(&beside("client"), few, many, arguments)
        });
        println!("| {client} | {} |", counts.map(grouped).join(" | "));
    }
    println!("\n| a request that is encoded and not sent | instructions |\n| --- | --: |");
    for encoder in ENCODERS {
        let arguments = |count: u64| [encoder.to_owned(), count.to_string()];
        println!(
            "| #[{encoder}] | {} |",
            grouped(instructions_per_step(&own, 1_000, 6_000, arguments))
        );
    }
}

/// Encodes the same request again and again.
fn encode(encoder: &str, count: usize) {
    let client = Client::builder().credentials(Credentials::new(EMAIL, API_KEY));
    let client = client.build().expect("a client");
    let (name, description, members) = ("Sales & Support", "Questions before and after", [1, 2, 3]);
    let by_fields = || {
        let call = client.create_by_fields(black_box(name));
        call.description(black_box(description))
            .members(black_box(&members))
            .request()
    };
    let by_struct = || {
        let department = NewDepartment {
            name: black_box(name),
            description: Some(black_box(description)),
            members: Some(black_box(&members)),
            ..NewDepartment::default()
        };
        client.create_by_struct(&department).request()
    };
    let body = |request: http::Request<bytes::Bytes>| request.into_body();
    assert_eq!(
        by_fields().map(body).expect("a request"),
        by_struct().map(body).expect("a request")
    );
    for _ in 0..count {
        let request = if encoder == "field" {
            by_fields()
        } else {
            by_struct()
        };
        black_box(request.expect("a request"));
    }
}
