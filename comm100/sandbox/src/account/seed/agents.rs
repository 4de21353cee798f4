//! The agents of the seeded account.

use crate::account::{
    access::Permission,
    account::Account,
    entity::agent::{Agent, Status},
    record::Record,
};

/// The email of the admin.
pub(crate) const ADMIN: &str = "admin@example.com";

/// The email of the partner.
pub(crate) const PARTNER: &str = "partner@example.com";

/// The password of the partner and of every seeded agent.
pub(crate) const PASSWORD: &str = "sandbox password";

struct Seat {
    id: u64,
    email: &'static str,
    first_name: &'static str,
    last_name: &'static str,
    title: &'static str,
    is_admin: bool,
    is_active: bool,
    permissions: &'static [Permission],
    status: Status,
    shift: i64,
}

const SEATS: &[Seat] = &[
    Seat {
        id: 1,
        email: ADMIN,
        first_name: "Ada",
        last_name: "Marsh",
        title: "Head of Support",
        is_admin: true,
        is_active: true,
        permissions: &[],
        status: Status::Online,
        shift: 8,
    },
    Seat {
        id: 2,
        email: "reports@example.com",
        first_name: "Ravi",
        last_name: "Kapoor",
        title: "Analyst",
        is_admin: false,
        is_active: true,
        permissions: &[Permission::ViewReports],
        status: Status::Online,
        shift: 7,
    },
    Seat {
        id: 3,
        email: "support@example.com",
        first_name: "Sofia",
        last_name: "Lind",
        title: "Agent",
        is_admin: false,
        is_active: true,
        permissions: &[],
        status: Status::Online,
        shift: 0,
    },
    Seat {
        id: 4,
        email: "lead@example.com",
        first_name: "Liam",
        last_name: "Okafor",
        title: "Team Lead",
        is_admin: false,
        is_active: true,
        permissions: &[
            Permission::ManageAgents,
            Permission::ManagePublicCannedMessages,
            Permission::ManageCampaigns,
            Permission::ManageSettings,
            Permission::ManageCustomMetrics,
            Permission::ManageSite,
            Permission::ManageSecurity,
            Permission::ViewAuditLog,
            Permission::ManageBanList,
        ],
        status: Status::Away,
        shift: 12,
    },
    Seat {
        id: 5,
        email: "night@example.com",
        first_name: "Noor",
        last_name: "Haddad",
        title: "Agent",
        is_admin: false,
        is_active: true,
        permissions: &[],
        status: Status::Offline,
        shift: 16,
    },
    Seat {
        id: 6,
        email: "sales@example.com",
        first_name: "Sam",
        last_name: "Torres",
        title: "Sales Agent",
        is_admin: false,
        is_active: true,
        permissions: &[Permission::ManageCampaigns],
        status: Status::Online,
        shift: 20,
    },
    Seat {
        id: 7,
        email: "former@example.com",
        first_name: "Finn",
        last_name: "Berg",
        title: "Agent",
        is_admin: false,
        is_active: false,
        permissions: &[Permission::ViewReports],
        status: Status::Offline,
        shift: 4,
    },
];

pub(crate) fn fill(account: &mut Account, now: i64) {
    PASSWORD.clone_into(&mut account.partner_password);
    for seat in SEATS {
        let api_key = account.random.api_key();
        account.agents.push(agent(seat, api_key, now));
    }
}

fn agent(seat: &Seat, api_key: String, now: i64) -> Agent {
    Agent {
        id: seat.id,
        email: seat.email.to_owned(),
        password: PASSWORD.to_owned(),
        display_name: seat.first_name.to_owned(),
        first_name: seat.first_name.to_owned(),
        last_name: seat.last_name.to_owned(),
        phone: format!("+1 555 010 00{:02}", seat.id),
        title: seat.title.to_owned(),
        description: String::new(),
        api_key,
        is_admin: seat.is_admin,
        is_active: seat.is_active,
        is_removed: false,
        max_chats_count: 3,
        permissions: seat.permissions.to_vec(),
        status: seat.status,
        since: now,
        shift: seat.is_active.then_some(seat.shift),
        record: Record::new(),
    }
}
