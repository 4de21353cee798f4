//! Campaigns, canned messages, conversions and other settings.

use super::super::record::Record;

/// A campaign: its forms are in `seed::forms`.
#[derive(Clone, Debug)]
pub(crate) struct Campaign {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) description: String,
    /// Fields that only one API version has.
    pub(crate) record: Record,
}

/// An automatic invitation of a campaign.
#[derive(Clone, Debug)]
pub(crate) struct AutoInvitation {
    pub(crate) id: u64,
    pub(crate) campaign: u64,
    pub(crate) name: String,
    pub(crate) is_enable: bool,
    /// Fields that only one API version has.
    pub(crate) record: Record,
}

/// A segment of visitors.
#[derive(Clone, Debug)]
pub(crate) struct Segment {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) color: String,
    pub(crate) is_enable: bool,
    /// Fields that only one API version has.
    pub(crate) record: Record,
}

/// A category of canned messages.
#[derive(Clone, Debug)]
pub(crate) struct Category {
    pub(crate) id: u64,
    pub(crate) name: String,
    /// The id of the category that contains it, or 0 at the top level.
    pub(crate) parent: u64,
    /// The agent that owns it; `None` for a public one.
    pub(crate) owner: Option<u64>,
}

/// A canned message.
#[derive(Clone, Debug)]
pub(crate) struct CannedMessage {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) message: String,
    /// The id of its category, or 0 for none.
    pub(crate) category: u64,
    /// The agent that owns it; `None` for a public one.
    pub(crate) owner: Option<u64>,
    pub(crate) shortcuts: String,
}

/// A conversion, which is a goal for visitors.
#[derive(Clone, Debug)]
pub(crate) struct Conversion {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) is_enable: bool,
    /// Fields that only one API version has.
    pub(crate) record: Record,
}

/// A metric on the dashboard, computed from others.
#[derive(Clone, Debug)]
pub(crate) struct CustomMetric {
    pub(crate) id: u64,
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
    pub(crate) expression: &'static str,
    pub(crate) is_enable: bool,
}
