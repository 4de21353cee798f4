//! Checks of a version's endpoints against its catalogue.

use std::sync::{Arc, Mutex, PoisonError};

use comm100::{ApiVersion, EndpointInfo, Place};

use super::{Documented, Parameters, Texts};
use crate::recorder::{Recorder, response};

/// Asserts that the declared endpoints are the documented ones, in the same order.
///
/// # Panics
///
/// If they differ.
pub fn declarations(documented: &[Documented], declared: &[EndpointInfo], version: ApiVersion) {
    for (documented, declared) in documented.iter().zip(declared) {
        let row = &documented.row;
        assert_eq!(declared.name(), row.name(), "{declared}");
        assert_eq!(declared.method().as_str(), row.method, "{declared}");
        assert_eq!(declared.path(), row.path, "{declared}");
        assert_eq!(
            declared.permission(),
            row.permission.as_deref(),
            "{declared}"
        );
        assert_eq!(declared.edition(), row.edition.as_deref(), "{declared}");
        assert_eq!(declared.is_idempotent(), row.is_idempotent(), "{declared}");
        assert_eq!(declared.version(), Some(version), "{declared}");
        let parameters = declared.parameters().iter();
        let mut declared_keys: Vec<_> = parameters
            .map(|known| (place(known.place()), known.name(), known.is_required()))
            .collect();
        declared_keys.sort_unstable();
        let mut documented_keys: Vec<_> = row
            .keys()
            .map(|key| (key.place, key.name, key.is_required))
            .collect();
        documented_keys.sort_unstable();
        assert_eq!(declared_keys, documented_keys, "{declared}");
    }
    assert_eq!(documented.len(), declared.len());
}

fn place(place: Place) -> &'static str {
    match place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Form => "form",
        Place::Field => "field",
        Place::Header => "header",
        Place::Json => "json",
        other => panic!("the catalogue has no name for {other:?}"),
    }
}

/// Makes each call with all parameters and with the required ones alone, and asserts that the
/// documented bytes arrive, that `.request()` shows the same, and that the response is decoded.
/// `body` returns the body of a response, such as `Agent` or `[Agent]`.
///
/// # Panics
///
/// If a call sends or reads something else.
pub async fn requests(documented: &[Documented], version: u8, body: impl Fn(&str) -> String) {
    let answer = Arc::new(Mutex::new(String::new()));
    let served = Arc::clone(&answer);
    let recorder = Recorder::start(move |_| {
        let body = served.lock().unwrap_or_else(PoisonError::into_inner);
        response(200, "application/json", body.as_bytes())
    })
    .await;
    let client = recorder.client();
    for endpoint in documented {
        let row = &endpoint.row;
        let model = row.response.as_deref();
        *answer.lock().unwrap_or_else(PoisonError::into_inner) =
            model.map_or_else(String::new, &body);
        for parameters in [Parameters::All, Parameters::Required] {
            let what = format!("{} with {parameters:?} parameters", row.call);
            let ids = ids(endpoint);
            let call = endpoint.call(&client, parameters, &ids);
            assert_eq!(call.info.name(), row.name(), "{what}");
            let request = call
                .request
                .unwrap_or_else(|error| panic!("{what}: {error}"));
            let response = call.response.await;
            response.unwrap_or_else(|error| panic!("{what}: {error}"));

            let (target, body) = endpoint.sends(parameters, &ids);
            let line = format!("{} /api/v{version}/{target}", row.method);
            let arrived = recorder.take();
            assert_eq!(arrived.line, format!("{line} HTTP/1.1"), "{what}");
            assert_eq!(arrived.text(), body, "{what}");
            let path = request.uri().path_and_query().expect("a path");
            assert_eq!(format!("{} {path}", request.method()), line, "{what}");
            assert_eq!(request.body(), body.as_bytes(), "{what}");
        }
    }
}

/// Returns an id for each one that is not fixed.
fn ids(endpoint: &Documented) -> Texts {
    endpoint
        .ids
        .iter()
        .map(|name| (name.clone(), format!("5b3c3f1e-{name}")))
        .collect()
}
