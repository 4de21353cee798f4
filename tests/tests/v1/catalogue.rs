//! The declared endpoints are the documented ones.

use comm100::ApiVersion;
use comm100::v1::{agents::ResetAgentApiKeyBuilder, endpoints};
use comm100::{EndpointInfo, ParameterInfo, Place};

use crate::catalogue_file::{Documented, documented};

fn declared(endpoint: &EndpointInfo) -> Documented {
    let mut parameters: Vec<String> = endpoint.parameters().iter().map(parameter).collect();
    parameters.sort_unstable();
    Documented {
        name: endpoint.name(),
        method: endpoint.method().as_str(),
        path: endpoint.path(),
        permission: endpoint.permission(),
        edition: endpoint.edition(),
        parameters,
    }
}

fn parameter(parameter: &ParameterInfo) -> String {
    let place = match parameter.place() {
        Place::Path => "path",
        Place::Query => "query",
        Place::Form => "form",
        Place::Json => "json",
        other => panic!("no documented parameter stands there: {other:?}"),
    };
    let required = if parameter.is_required() { "*" } else { "" };
    format!("{place}:{}{required}", parameter.name())
}

#[test]
fn the_declared_endpoints_are_the_documented_ones() {
    let documented = documented();
    assert_eq!(documented.len(), 70);
    let declared: Vec<_> = endpoints().iter().map(declared).collect();
    for (declared, documented) in declared.iter().zip(&documented) {
        assert_eq!(declared, documented);
    }
    assert_eq!(declared.len(), documented.len());
}

#[test]
fn only_reads_removals_and_plain_updates_may_be_sent_twice() {
    for endpoint in endpoints() {
        let expected = endpoint.method() != http::Method::POST
            && *endpoint != ResetAgentApiKeyBuilder::ENDPOINT;
        assert_eq!(endpoint.is_idempotent(), expected, "{endpoint}");
    }
}

#[test]
fn every_endpoint_is_of_version_1() {
    for endpoint in endpoints() {
        assert_eq!(endpoint.version(), Some(ApiVersion::V1), "{endpoint}");
    }
}
