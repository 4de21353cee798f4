//! Requests for a chat, and offline messages.

/// The outcome of a request for a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// An agent took it: only this is a chat.
    Chatted,
    /// No agent took it in time.
    Missed,
    /// All agents declined it.
    Refused,
    /// The visitor left the queue.
    Abandoned,
    /// The visitor left the queue for an offline message.
    SwitchedToMessage,
}

/// The source of a request for a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Visitor,
    /// Invited by the chat's first agent.
    ManualInvitation,
    /// Invited by the auto invitation of this id.
    AutoInvitation(u64),
}

/// The transfer of a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Transfer {
    None,
    ToAgent,
    /// A transfer from the department of this id to the chat's own.
    FromDepartment(u64),
}

/// A visitor's request for a chat, and its outcome.
#[derive(Clone, Debug)]
pub(crate) struct Chat {
    pub(crate) id: String,
    /// Decides the details that are made on demand, such as the transcript.
    pub(crate) seed: u64,
    /// The index of the visitor.
    pub(crate) visitor: usize,
    pub(crate) campaign: u64,
    pub(crate) segment: Option<u64>,
    pub(crate) department: Option<u64>,
    /// The agents that took part, in order; the last one ended it.
    pub(crate) agents: Vec<u64>,
    pub(crate) outcome: Outcome,
    pub(crate) source: Source,
    pub(crate) transfer: Transfer,
    pub(crate) queued: bool,
    /// The page of the request.
    pub(crate) page: &'static str,
    /// The time of the request.
    pub(crate) start: i64,
    /// The time until an agent took it, or until it ended without one, in seconds.
    pub(crate) waiting: i64,
    pub(crate) end: i64,
    /// The agents' mean time to respond, in seconds.
    pub(crate) response: i64,
    pub(crate) agent_messages: u64,
    pub(crate) visitor_messages: u64,
    pub(crate) last_by_agent: bool,
    /// The ids of the canned messages that the agents used.
    pub(crate) canned: Vec<u64>,
    /// The rating from 1 to 5, or 0 for none.
    pub(crate) rating: u64,
    pub(crate) wrapped_up: bool,
}

impl Chat {
    pub(crate) fn is_chat(&self) -> bool {
        self.outcome == Outcome::Chatted
    }

    /// Returns the time at which the agent took it.
    pub(crate) fn taken(&self) -> i64 {
        self.start + self.waiting
    }

    /// Returns the time from being taken to the end, in seconds.
    pub(crate) fn length(&self) -> i64 {
        self.end - self.taken()
    }
}

/// A message left while no agent could chat.
#[derive(Clone, Debug)]
pub(crate) struct OfflineMessage {
    pub(crate) id: String,
    pub(crate) seed: u64,
    /// The index of the visitor.
    pub(crate) visitor: usize,
    pub(crate) campaign: u64,
    pub(crate) segment: Option<u64>,
    pub(crate) department: Option<u64>,
    pub(crate) time: i64,
    /// True if the visitor left the queue for it, false if it came by the offline button.
    pub(crate) from_queue: bool,
}
