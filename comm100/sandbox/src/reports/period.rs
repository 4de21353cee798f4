//! What a report is asked for: its period, its filter and its group.

use jiff::tz::Offset;

use crate::{
    clock::{DAY, moment},
    engine::{error::Refusal, route::Exchange},
};

/// The longest period, so that no request can keep the sandbox busy for long.
const LONGEST: i64 = 800 * DAY;

/// What a report can be filtered or grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entity {
    Agent,
    AutoInvitation,
    Campaign,
    Category,
    Conversion,
    Department,
    VisitorSegment,
}

/// One thing of a kind, by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Filter {
    pub(super) entity: Entity,
    pub(super) id: u64,
}

/// What the rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// The report has one row or its own ones.
    None,
    Hour,
    Day,
    Week,
    Month,
    /// The hours of the week.
    WeekDistribution,
    /// The half hours of the day.
    DayDistribution,
    By(Entity),
}

/// The parameters that reports have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Query {
    pub(super) from: i64,
    /// Not included.
    pub(super) to: i64,
    pub(super) offset: Offset,
    pub(super) filter: Option<Filter>,
    pub(super) group: Group,
}

impl Query {
    pub(super) fn of(exchange: &Exchange<'_>) -> Result<Self, Refusal> {
        let arguments = &exchange.arguments;
        let offset = arguments.timezone();
        let from = moment(arguments.required_time("timeFrom")?, offset);
        let to = moment(arguments.required_time("timeTo")?, offset);
        if to < from {
            return Err(Refusal::malformed("timeTo", "later than 'timeFrom'"));
        }
        if to - from > LONGEST {
            return Err(Refusal::malformed(
                "timeTo",
                "at most 800 days after 'timeFrom'",
            ));
        }
        let group = arguments.text("group").map_or(Group::None, Group::named);
        Ok(Self {
            from,
            to,
            offset,
            filter: filter(exchange)?,
            group,
        })
    }

    pub(super) fn is_distribution(&self) -> bool {
        matches!(self.group, Group::WeekDistribution | Group::DayDistribution)
    }
}

/// `filterName` and `filterValue` go together.
pub(super) fn filter(exchange: &Exchange<'_>) -> Result<Option<Filter>, Refusal> {
    let name = exchange.arguments.text("filterName");
    match (name, exchange.arguments.integer("filterValue")) {
        (None, None) => Ok(None),
        (Some(_), None) => Err(Refusal::required("filterValue")),
        (None, Some(_)) => Err(Refusal::required("filterName")),
        (Some(name), Some(id)) => Ok(entity(name).map(|entity| Filter { entity, id })),
    }
}

impl Group {
    fn named(name: &str) -> Self {
        match name {
            "hour" => Group::Hour,
            "day" => Group::Day,
            "week" => Group::Week,
            "month" => Group::Month,
            "24*7Distribution" => Group::WeekDistribution,
            "halfHourDistribution" => Group::DayDistribution,
            _ => entity(name).map_or(Group::None, Group::By),
        }
    }
}

/// The names of filters and groups. The parameters' formats let no others through.
fn entity(name: &str) -> Option<Entity> {
    match name {
        "agent" => Some(Entity::Agent),
        "autoInvitation" => Some(Entity::AutoInvitation),
        "campaign" => Some(Entity::Campaign),
        "category" => Some(Entity::Category),
        "conversion" | "conversionAction" => Some(Entity::Conversion),
        "department" => Some(Entity::Department),
        "visitorSegment" => Some(Entity::VisitorSegment),
        _ => None,
    }
}
