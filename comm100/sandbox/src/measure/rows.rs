//! The rows of a report before they are measured: the key of each, and the data that belongs to it.

use std::ops::Range;

use jiff::{ToSpan, civil, tz::Offset};

use super::query::{Dimension, Filter, Group, Query};
use crate::{
    account::account::Account,
    clock::{DAY, HOUR, MINUTE, day_of, local, moment},
};

/// The key of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    None,
    /// A span of time, in seconds since 1970-01-01T00:00Z.
    Time(Range<i64>),
    /// A slot of a distribution, such as `Sun. 08:00` to `Sun. 09:00`.
    Slot {
        from: String,
        to: String,
    },
    Thing(Filter),
    AutoInvitation {
        campaign: u64,
        invitation: u64,
    },
}

/// A row of a report.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) key: Key,
    /// The spans of time that belong to it: several in a distribution, whose slots recur every day or week.
    pub(crate) windows: Vec<Range<i64>>,
    pub(crate) filter: Option<Filter>,
}

pub(crate) fn of(account: &Account, query: &Query) -> Vec<Row> {
    match query.group {
        Group::None => vec![Row {
            key: Key::None,
            windows: single(query.from..query.to),
            filter: None,
        }],
        Group::Hour | Group::Day | Group::Week | Group::Month => by_time(query),
        Group::WeekDistribution => by_slot(query, 7 * DAY, HOUR),
        Group::DayDistribution => by_slot(query, DAY, 30 * MINUTE),
        Group::By(dimension) => by_thing(account, query, dimension),
    }
}

/// Returns the spans of the period; the first and the last may be shorter.
fn by_time(query: &Query) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut from = query.from;
    while from < query.to {
        let next = end_of_span(from, query.group, query.offset);
        // At the end of the calendar, there may be no later span.
        let to = if next > from {
            next.min(query.to)
        } else {
            query.to
        };
        rows.push(Row {
            key: Key::Time(from..to),
            windows: single(from..to),
            filter: None,
        });
        from = to;
    }
    rows
}

/// Returns the end of the hour, day, week or month of this moment.
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
            match first.checked_add(1.month()) {
                Ok(next) => moment(next.to_datetime(civil::Time::midnight()), offset),
                Err(_) => i64::MAX,
            }
        }
        _ => (day_of(time, offset) + 1) * DAY - shift,
    }
}

/// Returns the day of the week, where Sunday is 0; 1970-01-01 was a Thursday.
fn weekday(day: i64) -> i64 {
    (day + 4).rem_euclid(7)
}

/// Returns the slots of a cycle, a day or a week, which starts at its first midnight.
fn by_slot(query: &Query, cycle: i64, slot: i64) -> Vec<Row> {
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
            let key = Key::Slot {
                from: slot_name(begin, cycle, false),
                to: slot_name(begin + slot, cycle, true),
            };
            Row {
                key,
                windows,
                filter: None,
            }
        })
        .collect()
}

/// Returns `HH:mm` or `ddd. HH:mm`; a day ends at 24:00.
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

fn by_thing(account: &Account, query: &Query, dimension: Dimension) -> Vec<Row> {
    // A filter of the group's own kind leaves one row.
    let filter = query.filter.filter(|filter| filter.dimension == dimension);
    ids(account, dimension)
        .into_iter()
        .filter(|id| filter.is_none_or(|filter| filter.id == *id))
        .map(|id| {
            let thing = Filter { dimension, id };
            Row {
                key: key_of(account, thing),
                windows: single(query.from..query.to),
                filter: Some(thing),
            }
        })
        .collect()
}

fn ids(account: &Account, dimension: Dimension) -> Vec<u64> {
    match dimension {
        Dimension::Agent => account.present_agents().map(|known| known.id).collect(),
        Dimension::AutoInvitation => account
            .auto_invitations
            .iter()
            .map(|known| known.id)
            .collect(),
        Dimension::Campaign => account.campaigns.iter().map(|known| known.id).collect(),
        Dimension::Category => account.categories.iter().map(|known| known.id).collect(),
        Dimension::Conversion => account.conversions.iter().map(|known| known.id).collect(),
        Dimension::Department => account.departments.iter().map(|known| known.id).collect(),
        Dimension::VisitorSegment => account.segments.iter().map(|known| known.id).collect(),
    }
}

fn key_of(account: &Account, thing: Filter) -> Key {
    let invitation = account
        .auto_invitations
        .iter()
        .find(|known| thing.dimension == Dimension::AutoInvitation && known.id == thing.id);
    match invitation {
        Some(invitation) => Key::AutoInvitation {
            campaign: invitation.campaign,
            invitation: invitation.id,
        },
        None => Key::Thing(thing),
    }
}

fn single(window: Range<i64>) -> Vec<Range<i64>> {
    std::iter::once(window).collect()
}
