//! Visitors, their visits, their conversions and the invitations they ignored.

/// The activity of a visitor on the site, as the API numbers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Activity {
    WaitingForChat,
    VoiceChatting,
    Chatting,
    PreChat,
    ManuallyInvited,
    AutoInvited,
    OfflineMessage,
    RefusedByOperator,
    RefusedByVisitor,
    ChatEnded,
    InSite,
}

impl Activity {
    pub(crate) fn number(self) -> u64 {
        match self {
            Activity::WaitingForChat => 0,
            Activity::VoiceChatting => 1,
            Activity::Chatting => 2,
            Activity::PreChat => 3,
            Activity::ManuallyInvited => 4,
            Activity::AutoInvited => 5,
            Activity::OfflineMessage => 6,
            Activity::RefusedByOperator => 7,
            Activity::RefusedByVisitor => 8,
            Activity::ChatEnded => 9,
            Activity::InSite => 10,
        }
    }

    pub(crate) fn is_chatting(self) -> bool {
        matches!(self, Activity::VoiceChatting | Activity::Chatting)
    }
}

/// The number of a visitor that has left the site.
pub(crate) const OUT_OF_SITE: u64 = 11;

/// The presence of a visitor on the site.
#[derive(Clone, Debug)]
pub(crate) struct Presence {
    pub(crate) activity: Activity,
    /// The start of this visit.
    pub(crate) arrived: i64,
    /// The start of this activity.
    pub(crate) since: i64,
    pub(crate) department: Option<u64>,
    /// The agent of the chat, or the one that invited.
    pub(crate) agent: Option<u64>,
    pub(crate) page: &'static str,
}

/// A visitor of the site.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    pub(crate) id: String,
    pub(crate) seed: u64,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) company: &'static str,
    pub(crate) phone: String,
    pub(crate) segment: Option<u64>,
    /// The custom variables that were set through the API, name and value; they override those
    /// captured on the site.
    pub(crate) variables: Vec<(String, String)>,
    pub(crate) presence: Option<Presence>,
}

/// A visit to the site.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Visit {
    pub(crate) time: i64,
    /// The index of the visitor.
    pub(crate) visitor: usize,
    pub(crate) campaign: u64,
}

/// A conversion that was counted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Converted {
    pub(crate) time: i64,
    /// The id of the conversion.
    pub(crate) conversion: u64,
    /// The index of the visitor.
    pub(crate) visitor: usize,
    /// The agent and the department of the visitor's last chat before it.
    pub(crate) agent: Option<u64>,
    pub(crate) department: Option<u64>,
    /// The value, in the account's currency.
    pub(crate) value: f64,
}

/// An invitation to chat that was ignored.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ignored {
    pub(crate) time: i64,
    pub(crate) from: Inviter,
}

/// The sender of an invitation to chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Inviter {
    /// The agent of this id.
    Agent(u64),
    /// The auto invitation of this id.
    Auto(u64),
}
