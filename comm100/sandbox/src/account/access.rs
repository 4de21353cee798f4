//! What an account and an agent may do: editions and permissions.

use std::fmt;

/// The edition of the account; what it lacks answers 403.
///
/// An edition has everything of the smaller ones: [`Enterprise`](Edition::Enterprise) has all 70
/// endpoints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Edition {
    /// The smallest edition: none of the endpoints that the documentation marks.
    Team,
    /// Has the agent performance report.
    Business,
    /// Has everything; the default.
    #[default]
    Enterprise,
}

impl fmt::Display for Edition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Edition::Team => "Team",
            Edition::Business => "Business",
            Edition::Enterprise => "Enterprise",
        })
    }
}

/// What an agent may be allowed to do; an admin is allowed everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Permission {
    /// `Manage Agent & Agent Groups`
    ManageAgents,
    /// `Manage Public Canned Messages`
    ManagePublicCannedMessages,
    /// `Manage Campaigns`
    ManageCampaigns,
    /// `Manage Settings`
    ManageSettings,
    /// `Manage Dashboard Custom Metrics`
    ManageCustomMetrics,
    /// `View Reports`
    ViewReports,
}

impl Permission {
    /// All of them.
    pub const ALL: &[Permission] = &[
        Permission::ManageAgents,
        Permission::ManagePublicCannedMessages,
        Permission::ManageCampaigns,
        Permission::ManageSettings,
        Permission::ManageCustomMetrics,
        Permission::ViewReports,
    ];

    /// The name that the documentation and the messages of a 403 use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Permission::ManageAgents => "Manage Agent & Agent Groups",
            Permission::ManagePublicCannedMessages => "Manage Public Canned Messages",
            Permission::ManageCampaigns => "Manage Campaigns",
            Permission::ManageSettings => "Manage Settings",
            Permission::ManageCustomMetrics => "Manage Dashboard Custom Metrics",
            Permission::ViewReports => "View Reports",
        }
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
