//! What is set up for the account: campaigns, canned messages, conversions and the like.

/// A campaign: its forms are in `seed::forms`.
#[derive(Clone, Debug)]
pub(crate) struct Campaign {
    pub(crate) id: u64,
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
}

/// An invitation that a campaign shows by itself.
#[derive(Clone, Debug)]
pub(crate) struct AutoInvitation {
    pub(crate) id: u64,
    pub(crate) campaign: u64,
    pub(crate) name: &'static str,
    pub(crate) is_enable: bool,
}

/// A kind of visitors.
#[derive(Clone, Debug)]
pub(crate) struct Segment {
    pub(crate) id: u64,
    pub(crate) name: &'static str,
    pub(crate) color: &'static str,
    pub(crate) is_enable: bool,
}

/// A category of canned messages.
#[derive(Clone, Debug)]
pub(crate) struct Category {
    pub(crate) id: u64,
    pub(crate) name: String,
    /// 0 at the top level.
    pub(crate) parent: u64,
    /// The agent whose own it is; `None` for a public one.
    pub(crate) owner: Option<u64>,
}

/// A ready answer.
#[derive(Clone, Debug)]
pub(crate) struct CannedMessage {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) message: String,
    /// 0 for none.
    pub(crate) category: u64,
    /// The agent whose own it is; `None` for a public one.
    pub(crate) owner: Option<u64>,
    pub(crate) shortcuts: String,
}

/// Something that visitors are wished to do.
#[derive(Clone, Debug)]
pub(crate) struct Conversion {
    pub(crate) id: u64,
    pub(crate) name: &'static str,
    pub(crate) is_enable: bool,
}

/// A number on the dashboard, computed from the others.
#[derive(Clone, Debug)]
pub(crate) struct CustomMetric {
    pub(crate) id: u64,
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
    pub(crate) expression: &'static str,
    pub(crate) is_enable: bool,
}
