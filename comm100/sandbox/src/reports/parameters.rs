//! The parameters that reports have in common.

use crate::{
    clock::moment,
    engine::{
        error::ErrorResponse,
        parameter::Format,
        response::IntoHandlerResponse,
        route::{RequestContext, Route},
    },
    measure::query::{Dimension, Filter, Group, LONGEST_PERIOD, Query},
};

/// Creates a report about a period, with these filters.
pub(super) fn report<R: IntoHandlerResponse>(
    path: &'static str,
    filters: &'static [&'static str],
    handler: impl Fn(&mut RequestContext<'_>) -> R + Send + Sync + 'static,
) -> Route {
    let route = Route::get(path, handler)
        .required_query("timeFrom", Format::DateTime)
        .required_query("timeTo", Format::DateTime)
        .query("timezone", Format::Offset);
    match filters {
        [] => route,
        _ => route
            .query("filterName", Format::OneOf(filters))
            .query("filterValue", Format::Integer),
    }
}

/// Reads the parameters of a report.
pub(super) fn query(context: &RequestContext<'_>) -> Result<Query, ErrorResponse> {
    let input = &context.input;
    let offset = input.timezone();
    let from = moment(input.required_time("timeFrom")?, offset);
    let to = moment(input.required_time("timeTo")?, offset);
    if to < from {
        return Err(ErrorResponse::malformed("timeTo", "later than 'timeFrom'"));
    }
    if to - from > LONGEST_PERIOD {
        return Err(ErrorResponse::malformed(
            "timeTo",
            "at most 800 days after 'timeFrom'",
        ));
    }
    Ok(Query {
        from,
        to,
        offset,
        filter: filter(context)?,
        group: input.text("group").map_or(Group::None, Group::named),
    })
}

/// Reads `filterName` and `filterValue`, of which neither may be alone.
pub(super) fn filter(context: &RequestContext<'_>) -> Result<Option<Filter>, ErrorResponse> {
    let name = context.input.text("filterName");
    match (name, context.input.integer("filterValue")) {
        (None, None) => Ok(None),
        (Some(_), None) => Err(ErrorResponse::required("filterValue")),
        (None, Some(_)) => Err(ErrorResponse::required("filterName")),
        (Some(name), Some(id)) => {
            Ok(Dimension::named(name).map(|dimension| Filter { dimension, id }))
        }
    }
}
