//! The documented endpoints of each version, with typed calls of all of them.
//!
//! The rows are those of `catalogue/v1.toml`. The build script writes each row's calls as Rust source.

pub mod checks;
mod program;
mod rows;
mod source;
mod v1;
mod v2;

use std::{collections::BTreeMap, fmt::Debug, pin::Pin, sync::LazyLock};

use bytes::Bytes;
use comm100::{Client, Endpoint, EndpointInfo, Result};

pub use rows::{Catalogue, Endpoint as Row, Key};

/// The ids that rows name in braces, such as `{chat}`.
pub type Texts = BTreeMap<String, String>;

/// A documented endpoint with its calls.
#[derive(Debug)]
pub struct Documented {
    /// The row.
    pub row: Row,
    /// The names of the ids that are not fixed.
    pub ids: Vec<String>,
    call: Call,
}

/// The calls of a row.
#[derive(Clone, Copy, Debug)]
struct Call {
    all: fn(&Client, &Texts) -> Prepared,
    required: fn(&Client, &Texts) -> Prepared,
}

/// A call before it is sent.
pub struct Prepared {
    /// The endpoint's metadata.
    pub info: EndpointInfo,
    /// The request, as `.request()` returns it.
    pub request: Result<http::Request<Bytes>>,
    /// Sends the request and formats the response with `Debug`.
    pub response: Pin<Box<dyn Future<Output = Result<String>> + Send>>,
}

/// The parameters of a call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Parameters {
    /// All of them.
    All,
    /// The required ones alone.
    Required,
}

/// Returns the documented endpoints of version 1.
#[must_use]
pub fn v1() -> &'static [Documented] {
    static DOCUMENTED: LazyLock<Vec<Documented>> = LazyLock::new(v1::documented);
    &DOCUMENTED
}

/// Returns the documented endpoints of version 2.
#[must_use]
pub fn v2() -> &'static [Documented] {
    static DOCUMENTED: LazyLock<Vec<Documented>> = LazyLock::new(v2::documented);
    &DOCUMENTED
}

/// Returns a program that calls every endpoint of version 1.
///
/// # Panics
///
/// If the catalogue file has a mistake.
#[must_use]
pub fn v1_program() -> String {
    program::program(&v1::catalogue())
}

impl Documented {
    /// Prepares the call. `texts` has the ids that the row names in braces.
    #[must_use]
    pub fn call(&self, client: &Client, parameters: Parameters, texts: &Texts) -> Prepared {
        match parameters {
            Parameters::All => (self.call.all)(client, texts),
            Parameters::Required => (self.call.required)(client, texts),
        }
    }

    /// Returns the expected path and query below the base path, and the body.
    #[must_use]
    pub fn sends(&self, parameters: Parameters, texts: &Texts) -> (String, String) {
        let keys: Vec<Key> = self
            .row
            .keys()
            .filter(|key| key.is_required || parameters == Parameters::All)
            .collect();
        let pairs = |place: &str| {
            let pairs = keys.iter().filter(|key| key.place == place);
            let pairs = pairs.map(|key| match key.text.strip_prefix('&') {
                Some(pairs) => pairs.to_owned(),
                None => format!("{}={}", key.name, key.text),
            });
            pairs.collect::<Vec<_>>().join("&")
        };
        let mut target = self.row.path.clone();
        for key in keys.iter().filter(|key| key.place == "path") {
            target = target.replace(&format!("{{{}}}", key.name), key.text);
        }
        let query = pairs("query");
        if !query.is_empty() {
            target = format!("{target}?{query}");
        }
        let fields: Vec<String> = keys
            .iter()
            .filter(|key| key.place == "field")
            .map(|key| format!("{:?}:{}", key.name, key.text))
            .collect();
        let has_fields = self.row.keys().any(|key| key.place == "field");
        let whole = keys.iter().find(|key| matches!(key.place, "json" | "body"));
        let body = match whole {
            Some(key) => key.text.to_owned(),
            None if has_fields => format!("{{{}}}", fields.join(",")),
            None => pairs("form"),
        };
        (fill(&target, texts), fill(&body, texts))
    }
}

/// Replaces the ids in braces.
fn fill(text: &str, texts: &Texts) -> String {
    texts.iter().fold(text.to_owned(), |text, (name, id)| {
        text.replace(&format!("{{{name}}}"), id)
    })
}

fn documented(catalogue: Catalogue, calls: Vec<Call>) -> Vec<Documented> {
    let ids: Vec<String> = catalogue.ids.into_keys().collect();
    let rows = catalogue.endpoints.into_iter();
    rows.zip(calls)
        .map(|(row, call)| Documented {
            row,
            ids: ids.clone(),
            call,
        })
        .collect()
}

fn info<E: Endpoint>(_: &E) -> EndpointInfo {
    E::ENDPOINT
}

fn response<T: Debug + Send + 'static>(
    call: comm100::Call<T>,
) -> Pin<Box<dyn Future<Output = Result<String>> + Send>> {
    Box::pin(async move { Ok(format!("{:?}", call.await?)) })
}

/// The calls of one row, with all parameters and with the required ones alone.
macro_rules! call {
    (|$client:ident, $ids:ident| $all:expr, |$($rest:tt)*) => {
        call!(@ $client $ids ($all) |$($rest)*)
    };
    (@ $client:ident $ids:ident ($all:expr) |$client2:ident, $ids2:ident| $required:expr) => {
        Call {
            all: |$client, texts| {
                let $ids = &Ids::of(texts);
                let _ = $ids;
                call!(prepare $all)
            },
            required: |$client2, texts| {
                let $ids2 = &Ids::of(texts);
                let _ = $ids2;
                call!(prepare $required)
            },
        }
    };
    (prepare $call:expr) => {
        // The temporaries of the expression live as long as the match.
        match $call {
            call => Prepared {
                info: info(&call),
                request: call.request(),
                response: response(call.send()),
            },
        }
    };
}
use call;
