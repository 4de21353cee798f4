//! The rows of a report before they are measured: their keys, and what belongs to each.

use std::ops::Range;

use jiff::{ToSpan, civil, tz::Offset};
use serde_json::{Map, Value, json};

use crate::{
    account::State,
    clock::{DAY, HOUR, MINUTE, day_of, local, moment},
    reports::period::{Entity, Filter, Group, Query},
    v1::json_forms,
};

/// One row: what its key says, and what its metrics are computed from.
#[derive(Debug, Default)]
pub(super) struct Bucket {
    pub(super) key: Map<String, Value>,
    /// The spans of time that belong to it: several in a distribution, where a slot comes again
    /// every day or every week.
    pub(super) windows: Vec<Range<i64>>,
    pub(super) filter: Option<Filter>,
}

pub(super) fn of(state: &State, query: &Query) -> Vec<Bucket> {
    match query.group {
        Group::None => vec![Bucket {
            windows: single(query.from..query.to),
            ..Bucket::default()
        }],
        Group::Hour | Group::Day | Group::Week | Group::Month => by_time(query),
        Group::WeekDistribution => by_slot(query, 7 * DAY, HOUR),
        Group::DayDistribution => by_slot(query, DAY, 30 * MINUTE),
        Group::By(entity) => by_entity(state, query, entity),
    }
}

/// The spans of the period, the first and the last of them cut to it.
fn by_time(query: &Query) -> Vec<Bucket> {
    let mut buckets = Vec::new();
    let mut from = query.from;
    while from < query.to {
        let next = end_of_span(from, query.group, query.offset);
        // A calendar that ends would otherwise never get on.
        let to = next.max(from + 1).min(query.to);
        let key = json!({
            "from": json_forms::time(local(from, query.offset)),
            "to": json_forms::time(local(to, query.offset)),
        });
        buckets.push(Bucket {
            key: time_key(key),
            windows: single(from..to),
            filter: None,
        });
        from = to;
    }
    buckets
}

/// Where the hour, day, week or month of this moment ends.
fn end_of_span(time: i64, group: Group, offset: Offset) -> i64 {
    let shift = i64::from(offset.seconds());
    match group {
        Group::Hour => ((time + shift).div_euclid(HOUR) + 1) * HOUR - shift,
        Group::Week => {
            let day = day_of(time, offset);
            (day + 7 - weekday(day)) * DAY - shift
        }
        Group::Month => {
            let first = local(time, offset).date().first_of_month();
            let next = first.checked_add(1.month()).unwrap_or(civil::Date::MAX);
            moment(next.to_datetime(civil::Time::midnight()), offset)
        }
        _ => (day_of(time, offset) + 1) * DAY - shift,
    }
}

/// Sunday is 0; 1970-01-01 was a Thursday.
fn weekday(day: i64) -> i64 {
    (day + 4).rem_euclid(7)
}

/// The slots of a cycle, a day or a week, which begins at its first midnight.
fn by_slot(query: &Query, cycle: i64, slot: i64) -> Vec<Bucket> {
    let shift = i64::from(query.offset.seconds());
    let first_day = day_of(query.from, query.offset);
    // A week begins on Sunday.
    let start = if cycle == DAY {
        first_day
    } else {
        first_day - weekday(first_day)
    } * DAY
        - shift;
    let rounds = (query.to - start).div_euclid(cycle);
    (0..cycle / slot)
        .map(|index| {
            let begin = index * slot;
            let windows = (0..=rounds)
                .map(|round| start + round * cycle + begin)
                .map(|from| from.max(query.from)..(from + slot).min(query.to))
                .filter(|window| !window.is_empty())
                .collect();
            let key = json!({
                "from": slot_name(begin, cycle, false),
                "to": slot_name(begin + slot, cycle, true),
            });
            Bucket {
                key: time_key(key),
                windows,
                filter: None,
            }
        })
        .collect()
}

/// `HH:mm` or `ddd. HH:mm`; a day ends at 24:00.
fn slot_name(time: i64, cycle: i64, is_end: bool) -> String {
    let (mut day, mut clock) = (time / DAY, time % DAY);
    if is_end && clock == 0 {
        (day, clock) = (day - 1, DAY);
    }
    let clock = format!("{:02}:{:02}", clock / HOUR, clock % HOUR / MINUTE);
    let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    match usize::try_from(day).ok().and_then(|day| names.get(day)) {
        Some(name) if cycle > DAY => format!("{name}. {clock}"),
        _ => clock,
    }
}

fn by_entity(state: &State, query: &Query, entity: Entity) -> Vec<Bucket> {
    things(state, entity)
        .into_iter()
        .filter(|(id, _)| {
            // A filter of the group's own kind leaves one row.
            query
                .filter
                .is_none_or(|filter| filter.entity != entity || filter.id == *id)
        })
        .map(|(id, key)| Bucket {
            key,
            windows: single(query.from..query.to),
            filter: Some(Filter { entity, id }),
        })
        .collect()
}

/// The things of a kind: their ids and the keys of their rows.
fn things(state: &State, entity: Entity) -> Vec<(u64, Map<String, Value>)> {
    let keyed = |name: &str, ids: &mut dyn Iterator<Item = u64>| {
        ids.map(|id| (id, Map::from_iter([(name.to_owned(), Value::from(id))])))
            .collect()
    };
    match entity {
        Entity::Agent => keyed("agentId", &mut state.present_agents().map(|agent| agent.id)),
        Entity::Campaign => keyed(
            "campaignId",
            &mut state.campaigns.iter().map(|campaign| campaign.id),
        ),
        Entity::Conversion => {
            // No key is documented for these rows: any name must do.
            keyed(
                "conversionActionId",
                &mut state.conversions.iter().map(|known| known.id),
            )
        }
        Entity::Department => keyed(
            "departmentId",
            &mut state.departments.iter().map(|department| department.id),
        ),
        Entity::VisitorSegment => keyed(
            "visitorSegmentId",
            &mut state.segments.iter().map(|segment| segment.id),
        ),
        Entity::Category => keyed(
            "categoryId",
            &mut state.categories.iter().map(|category| category.id),
        ),
        Entity::AutoInvitation => state
            .auto_invitations
            .iter()
            .map(|invitation| {
                let key = [
                    ("campaignId".to_owned(), Value::from(invitation.campaign)),
                    ("autoInvitationId".to_owned(), Value::from(invitation.id)),
                ];
                (invitation.id, Map::from_iter(key))
            })
            .collect(),
    }
}

fn time_key(span: Value) -> Map<String, Value> {
    Map::from_iter([("time".to_owned(), span)])
}

fn single(window: Range<i64>) -> Vec<Range<i64>> {
    std::iter::once(window).collect()
}
