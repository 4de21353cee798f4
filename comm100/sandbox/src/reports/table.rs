//! Reports of rows, one for each span of time or each member of the group.

use serde_json::{Map, Value, json};

use super::{
    json_forms::{number, status_distribution, time},
    parameters::{query, report},
};
use crate::{
    engine::{
        error::ErrorResponse,
        parameter::Format,
        route::{RequestContext, Route},
    },
    measure::{
        agents::status_times_of_row,
        metric::Metric,
        query::{Dimension, Group, Query},
        rows::{self, Key, Row},
        selection::Selection,
    },
    quirks::Quirk,
};

/// Computes the metrics of one row.
pub(super) type Measure = fn(&Selection<'_>) -> Vec<Metric>;

/// A report of rows.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) path: &'static str,
    pub(super) filters: &'static [&'static str],
    pub(super) groups: &'static [&'static str],
    pub(super) measure: Measure,
    /// The quirk with which the rows of this report have other keys.
    pub(super) quirk: Option<Quirk>,
    /// True if rows about one agent have its status times.
    pub(super) has_statuses: bool,
}

impl Table {
    pub(super) fn route(self) -> Route {
        let handler = move |context: &mut RequestContext<'_>| self.to_json(context);
        report(self.path, self.filters, handler).required_query("group", Format::OneOf(self.groups))
    }

    fn to_json(self, context: &RequestContext<'_>) -> Result<Value, ErrorResponse> {
        let query = query(context)?;
        Ok(rows::of(context.account, &query)
            .into_iter()
            .map(|row| {
                let mut json = self.key(context, &query, &row.key);
                let selection = selection(context, &query, row);
                for metric in (self.measure)(&selection) {
                    let name = name(context, &metric, query.is_distribution());
                    json.insert(name, number(metric.value));
                }
                if let Some(times) = status_times_of_row(&selection).filter(|_| self.has_statuses) {
                    let distribution = status_distribution(times, context);
                    json.insert("statusDistribution".to_owned(), distribution);
                }
                Value::Object(json)
            })
            .collect())
    }

    fn key(self, context: &RequestContext<'_>, query: &Query, row: &Key) -> Map<String, Value> {
        let is_by_agent = query.group == Group::By(Dimension::Agent);
        match self.quirk.filter(|quirk| context.has(*quirk)) {
            Some(Quirk::RatingRowsByTime) if is_by_agent => {
                key(query, &Key::Time(query.from..query.to))
            }
            Some(Quirk::ConversionRowsWithoutKey) => Map::new(),
            _ => key(query, row),
        }
    }
}

fn selection<'a>(context: &'a RequestContext<'_>, query: &Query, row: Row) -> Selection<'a> {
    Selection {
        account: context.account,
        filters: query.filter.into_iter().chain(row.filter).collect(),
        windows: row.windows,
        group: query.group,
        now: context.now,
    }
}

fn name(context: &RequestContext<'_>, metric: &Metric, is_distribution: bool) -> String {
    let name = match metric.name(is_distribution) {
        name if name == "avgVisits" && context.has(Quirk::PlainVisits) => "visits".to_owned(),
        name => name,
    };
    if context.has(Quirk::CorrectSpelling) {
        name.replace("Mmax", "Max")
            .replace("Initialted", "Initiated")
    } else {
        name
    }
}

fn key(query: &Query, key: &Key) -> Map<String, Value> {
    let span = |from: Value, to: Value| {
        Map::from_iter([("time".to_owned(), json!({ "from": from, "to": to }))])
    };
    let moment = |seconds: i64| time(seconds, query.offset);
    match key {
        Key::None => Map::new(),
        Key::Time(window) => span(moment(window.start), moment(window.end)),
        Key::Slot { from, to } => span(Value::from(from.as_str()), Value::from(to.as_str())),
        Key::Thing(thing) => {
            let name = id_name(thing.dimension).to_owned();
            Map::from_iter([(name, Value::from(thing.id))])
        }
        Key::AutoInvitation {
            campaign,
            invitation,
        } => Map::from_iter([
            ("campaignId".to_owned(), Value::from(*campaign)),
            ("autoInvitationId".to_owned(), Value::from(*invitation)),
        ]),
    }
}

fn id_name(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Agent => "agentId",
        Dimension::AutoInvitation => "autoInvitationId",
        Dimension::Campaign => "campaignId",
        Dimension::Category => "categoryId",
        // The key of these rows is not documented, so any name is right.
        Dimension::Conversion => "conversionActionId",
        Dimension::Department => "departmentId",
        Dimension::VisitorSegment => "visitorSegmentId",
    }
}
