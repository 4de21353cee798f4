//! The status of visitors.

use super::open_enum::code_enum;

code_enum! {
    /// The status of a visitor.
    pub enum VisitorStatus {
        /// Waits for a chat.
        WaitingForChat = 0,
        /// Is in a voice chat.
        VoiceChatting = 1,
        /// Is in a chat.
        Chatting = 2,
        /// Fills in the form before a chat.
        PreChat = 3,
        /// Was invited by an agent.
        ManuallyInvited = 4,
        /// Was invited automatically.
        AutoInvited = 5,
        /// Writes an offline message.
        OfflineMessage = 6,
        /// Was declined by an agent.
        RefusedByOperator = 7,
        /// Declined an invitation.
        RefusedByVisitor = 8,
        /// Has ended a chat.
        ChatEnded = 9,
        /// Is on the site.
        #[default]
        InSite = 10,
        /// Has left the site.
        OutOfSite = 11,
    }
}
