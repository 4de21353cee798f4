//! The working hours of agents: their shifts until the sandbox starts, and their status since then.

use jiff::tz::Offset;

use crate::{
    account::entity::agent::{Agent, Status},
    clock::{DAY, HOUR, MINUTE, day_of},
    random::Random,
};

/// An interval in which an agent's status does not change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StatusInterval {
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) status: Status,
}

/// Returns an agent's changes of status on the shift that starts on this day, oldest first.
fn shift(agent: &Agent, day: i64) -> Option<[(i64, Status); 4]> {
    let hour = agent.shift?;
    let mut random = Random::of(agent.id, day.unsigned_abs());
    // Agents have days off.
    if random.chance(10) {
        return None;
    }
    let start = day * DAY + hour * HOUR + random.between(0, 10 * MINUTE);
    let lunch = start + 4 * HOUR + random.between(0, 30 * MINUTE);
    Some([
        (start, Status::Online),
        (lunch, Status::Away),
        (
            lunch + random.between(20 * MINUTE, 50 * MINUTE),
            Status::Online,
        ),
        (start + 9 * HOUR, Status::Offline),
    ])
}

/// Returns an agent's changes of status from `from` up to, not including, `to`, the status at `from` first.
pub(crate) fn changes(agent: &Agent, from: i64, to: i64) -> Vec<(i64, Status)> {
    let days = day_of(from, Offset::UTC) - 1..=day_of(to.min(agent.since), Offset::UTC);
    let mut status = Status::Offline;
    let mut changes = Vec::new();
    let by_shift = days
        .filter_map(|day| shift(agent, day))
        .flatten()
        .filter(|(time, _)| *time < agent.since)
        .chain([(agent.since, agent.status)]);
    for (time, next) in by_shift {
        if time <= from {
            status = next;
        } else if time < to {
            changes.push((time, next));
        }
    }
    changes.insert(0, (from, status));
    changes
}

/// Returns the statuses of an agent from `from` up to `to` or `now`, whichever is earlier, as intervals.
pub(crate) fn intervals(agent: &Agent, from: i64, to: i64, now: i64) -> Vec<StatusInterval> {
    let to = to.min(now);
    if from >= to {
        return Vec::new();
    }
    let changes = changes(agent, from, to);
    let ends = changes.iter().skip(1).map(|(time, _)| *time).chain([to]);
    changes
        .iter()
        .zip(ends)
        .map(|(&(from, status), to)| StatusInterval { from, to, status })
        .filter(|interval| interval.from < interval.to)
        .collect()
}

/// The shifts of all agents that reach into one day.
pub(crate) struct Roster(Vec<(u64, Vec<(i64, Status)>)>);

impl Roster {
    pub(crate) fn of(agents: &[Agent], day: i64) -> Self {
        let shifts = agents.iter().map(|agent| {
            // A shift may have started on the day before.
            let days = [day - 1, day].into_iter();
            let changes = days.filter_map(|day| shift(agent, day)).flatten();
            (agent.id, changes.collect())
        });
        Self(shifts.collect())
    }

    /// Returns the agents that were online at a time of the day, by their shifts.
    pub(crate) fn online_at(&self, time: i64) -> Vec<u64> {
        let is_online = |changes: &[(i64, Status)]| {
            let last = changes.iter().rfind(|(change, _)| *change <= time);
            last.is_some_and(|(_, status)| *status == Status::Online)
        };
        let shifts = self.0.iter();
        let online = shifts.filter(|(_, changes)| is_online(changes));
        online.map(|(agent, _)| *agent).collect()
    }
}
