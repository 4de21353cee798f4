//! Editions of accounts and permissions of agents.

use std::fmt;

/// The edition of the account. Endpoints that it lacks respond with 403.
///
/// An edition includes the smaller ones: [`Enterprise`](Edition::Enterprise) has all endpoints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Edition {
    /// The smallest edition, without the endpoints that the documentation marks.
    Team,
    /// The middle edition, with the agent performance report.
    Business,
    /// The largest edition, with all endpoints. The default.
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

/// A permission of an agent. Admins have all of them.
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
    /// `Manage Site`, of version 2.
    ManageSite,
    /// `Manage Security`, of version 2.
    ManageSecurity,
    /// `View Audit Log`, of version 2.
    ViewAuditLog,
    /// `Manage Ban List`, of version 2.
    ManageBanList,
}

impl Permission {
    /// All permissions.
    pub const ALL: &[Permission] = &[
        Permission::ManageAgents,
        Permission::ManagePublicCannedMessages,
        Permission::ManageCampaigns,
        Permission::ManageSettings,
        Permission::ManageCustomMetrics,
        Permission::ViewReports,
        Permission::ManageSite,
        Permission::ManageSecurity,
        Permission::ViewAuditLog,
        Permission::ManageBanList,
    ];

    /// Returns the name in the documentation and in the messages of a 403.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Permission::ManageAgents => "Manage Agent & Agent Groups",
            Permission::ManagePublicCannedMessages => "Manage Public Canned Messages",
            Permission::ManageCampaigns => "Manage Campaigns",
            Permission::ManageSettings => "Manage Settings",
            Permission::ManageCustomMetrics => "Manage Dashboard Custom Metrics",
            Permission::ViewReports => "View Reports",
            Permission::ManageSite => "Manage Site",
            Permission::ManageSecurity => "Manage Security",
            Permission::ViewAuditLog => "View Audit Log",
            Permission::ManageBanList => "Manage Ban List",
        }
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
