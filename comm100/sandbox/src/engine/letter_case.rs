//! Paths and names in any letter case. Version 2 ignores it: some requests in its documentation are in lower case.

use std::sync::Arc;

use axum::{
    Router,
    extract::Request,
    http::Uri,
    middleware::{self, Next},
};
use serde_json::{Map, Value};

use super::{
    error::ErrorResponse,
    parameter::{Format, Location, Parameter},
};

/// The paths of the endpoints, as lists of segments.
struct Paths(Vec<Vec<String>>);

/// Passes each request on to the router with its path as documented. `paths` are templates such as
/// `/api/v2/livechat/chats/{id}`.
pub(super) fn spell_paths(router: Router, paths: impl IntoIterator<Item = String>) -> Router {
    let segments = |path: String| path.split('/').map(str::to_owned).collect();
    let paths = Arc::new(Paths(paths.into_iter().map(segments).collect()));
    // The layer of a router runs once its route is chosen, so this one is around another router.
    let spell = move |mut request: Request, next: Next| {
        let paths = Arc::clone(&paths);
        async move {
            if let Some(uri) = paths.spelled(request.uri()) {
                *request.uri_mut() = uri;
            }
            next.run(request).await
        }
    };
    Router::new()
        .fallback_service(router)
        .layer(middleware::from_fn(spell))
}

impl Paths {
    /// Returns the URI with the documented path; `None` if there is none, or it is the same.
    fn spelled(&self, uri: &Uri) -> Option<Uri> {
        let sent: Vec<&str> = uri.path().split('/').collect();
        // A literal segment wins over a placeholder, as in the router.
        let documented = self
            .0
            .iter()
            .filter(|path| fits(path, &sent))
            .min_by_key(|path| path.iter().filter(|known| is_placeholder(known)).count())?;
        let segments = documented.iter().zip(&sent).map(|(known, sent)| {
            if is_placeholder(known) {
                sent
            } else {
                known.as_str()
            }
        });
        let path = segments.collect::<Vec<_>>().join("/");
        if path == uri.path() {
            return None;
        }
        let whole = match uri.query() {
            Some(query) => format!("{path}?{query}"),
            None => path,
        };
        let mut parts = uri.clone().into_parts();
        parts.path_and_query = Some(whole.parse().ok()?);
        Uri::from_parts(parts).ok()
    }
}

fn fits(path: &[String], sent: &[&str]) -> bool {
    path.len() == sent.len()
        && path.iter().zip(sent).all(|(known, sent)| {
            known.eq_ignore_ascii_case(sent) || (is_placeholder(known) && !sent.is_empty())
        })
}

fn is_placeholder(segment: &str) -> bool {
    segment.starts_with('{')
}

/// Spells the members of a JSON object, and the words of enumerations in it, as documented. Unknown ones stay as they
/// are.
pub(crate) fn spell_members(
    members: &[Parameter],
    object: impl IntoIterator<Item = (String, Value)>,
) -> Result<Map<String, Value>, ErrorResponse> {
    let mut spelled = Map::new();
    for (key, value) in object {
        let known = members.iter().find(|member| {
            member.location == Location::Body && member.name.eq_ignore_ascii_case(&key)
        });
        let (name, value) = match known {
            Some(member) => (member.name.to_owned(), spell_value(member.format, value)?),
            None => (key, value),
        };
        if spelled.contains_key(&name) {
            return Err(ErrorResponse::repeated(&name));
        }
        spelled.insert(name, value);
    }
    Ok(spelled)
}

fn spell_value(format: Format, value: Value) -> Result<Value, ErrorResponse> {
    Ok(match (format, value) {
        (Format::Object(members), Value::Object(object)) => {
            Value::Object(spell_members(members, object)?)
        }
        (Format::Objects(members), Value::Array(items)) => items
            .into_iter()
            .map(|item| spell_value(Format::Object(members), item))
            .collect::<Result<_, _>>()?,
        (Format::OneOf(words), Value::String(word)) => words
            .iter()
            .find(|known| known.eq_ignore_ascii_case(&word))
            .map_or(Value::String(word), |known| Value::from(*known)),
        (_, value) => value,
    })
}
