//! Pages of lists: the number of all items, and the URLs of the neighbouring pages.

use serde_json::{Value, json};

use crate::engine::{
    error::ErrorResponse,
    parameter::Format,
    route::{RequestContext, Route},
};

/// The division of a list into pages.
#[derive(Clone, Copy)]
pub(super) struct Paging {
    /// The member with the items.
    pub(super) key: &'static str,
    /// The default, or the only size.
    pub(super) size: u64,
    /// The largest `pageSize`; `None` if there is no such parameter.
    pub(super) largest: Option<u64>,
    /// The URL if there is no such page.
    pub(super) end: Option<&'static str>,
    /// The URL before the first page is that page's own.
    pub(super) first_is_previous: bool,
}

impl Paging {
    /// Adds the parameters.
    pub(super) fn parameters(self, route: Route) -> Route {
        let route = route.query("pageIndex", Format::Integer);
        match self.largest {
            Some(_) => route.query("pageSize", Format::Integer),
            None => route,
        }
    }

    /// Returns the requested page.
    pub(super) fn page<T>(
        self,
        context: &RequestContext<'_>,
        items: &[T],
        to_json: impl FnMut(&T) -> Value,
    ) -> Result<Value, ErrorResponse> {
        let index = context.input.integer("pageIndex").unwrap_or(0);
        let size = context.input.integer("pageSize").unwrap_or(self.size);
        if size == 0 || self.largest.is_some_and(|largest| size > largest) {
            let expected = format!("an integer from 1 to {}", self.largest.unwrap_or(self.size));
            return Err(ErrorResponse::malformed("pageSize", &expected));
        }
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let page = usize::try_from(index)
            .ok()
            .and_then(|index| items.chunks(size).nth(index))
            .unwrap_or_default();
        let pages = u64::try_from(items.len().div_ceil(size)).unwrap_or(u64::MAX);
        let end = Value::from(self.end);
        let previous = match index.checked_sub(1) {
            Some(previous) => url(context, previous),
            None if self.first_is_previous => url(context, 0),
            None => end.clone(),
        };
        let next = match index.checked_add(1).filter(|next| *next < pages) {
            Some(next) => url(context, next),
            None => end,
        };
        Ok(json!({
            "total": items.len(),
            "previousPage": previous,
            "nextPage": next,
            self.key: page.iter().map(to_json).collect::<Value>(),
        }))
    }
}

/// Returns the URL of the request with another page.
fn url(context: &RequestContext<'_>, page: u64) -> Value {
    let query = context.uri.query().unwrap_or_default();
    let others = form_urlencoded::parse(query.as_bytes())
        .filter(|(key, _)| !key.eq_ignore_ascii_case("pageIndex"));
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("pageIndex", &page.to_string())
        .extend_pairs(others)
        .finish();
    let (host, path) = (context.host, context.uri.path());
    Value::from(format!("http://{host}{path}?{query}"))
}
