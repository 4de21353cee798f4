//! The reports as numbers, computed from the same visits, chats and messages that the lists show.

pub(crate) mod agents;
pub(crate) mod conversions;
pub(crate) mod invitations;
pub(crate) mod metric;
pub(crate) mod query;
pub(crate) mod queue;
pub(crate) mod right_now;
pub(crate) mod rows;
pub(crate) mod selection;
pub(crate) mod surveys;
pub(crate) mod today;
pub(crate) mod volume;
