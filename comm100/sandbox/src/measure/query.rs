//! The request for a report: its period, its filter and its group.

use jiff::tz::Offset;

use crate::clock::DAY;

/// The longest period, so that no request keeps the sandbox busy for long.
pub(crate) const LONGEST_PERIOD: i64 = 800 * DAY;

/// A kind of entity that a report can be filtered or grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dimension {
    Agent,
    AutoInvitation,
    Campaign,
    Category,
    Conversion,
    Department,
    VisitorSegment,
}

/// The entity that a report is limited to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Filter {
    pub(crate) dimension: Dimension,
    pub(crate) id: u64,
}

/// The subject of a report's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// The whole period: the report has one row, or its own kind of rows.
    None,
    Hour,
    Day,
    Week,
    Month,
    /// The hours of the week.
    WeekDistribution,
    /// The half hours of the day.
    DayDistribution,
    By(Dimension),
}

/// The parameters that reports have in common.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Query {
    pub(crate) from: i64,
    /// The end, which is not included.
    pub(crate) to: i64,
    pub(crate) offset: Offset,
    pub(crate) filter: Option<Filter>,
    pub(crate) group: Group,
}

impl Query {
    pub(crate) fn is_distribution(&self) -> bool {
        matches!(self.group, Group::WeekDistribution | Group::DayDistribution)
    }
}

impl Group {
    /// Reads the name of a group. The parameters' formats let no others through.
    pub(crate) fn named(name: &str) -> Self {
        match name {
            "hour" => Self::Hour,
            "day" => Self::Day,
            "week" => Self::Week,
            "month" => Self::Month,
            "24*7Distribution" => Self::WeekDistribution,
            "halfHourDistribution" => Self::DayDistribution,
            _ => Dimension::named(name).map_or(Self::None, Self::By),
        }
    }
}

impl Dimension {
    /// Reads the name of a filter or a group.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "agent" => Some(Self::Agent),
            "autoInvitation" => Some(Self::AutoInvitation),
            "campaign" => Some(Self::Campaign),
            "category" => Some(Self::Category),
            "conversion" | "conversionAction" => Some(Self::Conversion),
            "department" => Some(Self::Department),
            "visitorSegment" => Some(Self::VisitorSegment),
            _ => None,
        }
    }
}
