//! The settings of the seeded account. Each kind has its own range of ids, so that an id of the wrong kind is never
//! found by chance.

use crate::account::{
    account::Account,
    entity::{
        agent::Department,
        settings::{
            AutoInvitation, Campaign, CannedMessage, Category, Conversion, CustomMetric, Segment,
        },
    },
    record::Record,
    seed::agents,
};

pub(crate) fn fill(account: &mut Account, now: i64) {
    agents::fill(account, now);
    account.departments = departments();
    account.campaigns = campaigns();
    account.auto_invitations = auto_invitations();
    account.segments = segments();
    account.categories = categories();
    account.canned_messages = canned_messages();
    account.conversions = conversions();
    account.custom_metrics = custom_metrics();
}

fn departments() -> Vec<Department> {
    let department = |id, name: &str, description: &str, members: &[u64]| Department {
        id,
        name: name.to_owned(),
        description: description.to_owned(),
        members: members.to_vec(),
        record: Record::new(),
    };
    vec![
        department(11, "Sales", "Prices, orders and upgrades", &[1, 4, 6]),
        department(12, "Support", "Help with the product", &[1, 2, 3, 5]),
        department(13, "Billing", "Invoices and refunds", &[2, 5, 6]),
    ]
}

fn campaigns() -> Vec<Campaign> {
    let campaign = |id, name: &str, description: &str| Campaign {
        id,
        name: name.to_owned(),
        description: description.to_owned(),
        record: Record::new(),
    };
    vec![
        campaign(21, "Website", "The chat button on every page"),
        campaign(22, "Help Center", "The chat button in the help center"),
    ]
}

fn auto_invitations() -> Vec<AutoInvitation> {
    let invitation = |id, campaign, name: &str, is_enable| AutoInvitation {
        id,
        campaign,
        name: name.to_owned(),
        is_enable,
        record: Record::new(),
    };
    vec![
        invitation(71, 21, "Thirty seconds on the pricing page", true),
        invitation(72, 21, "Returning visitor", true),
        invitation(73, 21, "Spring sale", false),
        invitation(74, 22, "Third article in a row", true),
    ]
}

fn segments() -> Vec<Segment> {
    let segment = |id, name: &str, color: &str, is_enable| Segment {
        id,
        name: name.to_owned(),
        color: color.to_owned(),
        is_enable,
        record: Record::new(),
    };
    vec![
        segment(31, "Customers", "#2e7d32", true),
        segment(32, "Trial users", "#1565c0", true),
        segment(33, "From the newsletter", "#c62828", false),
    ]
}

fn categories() -> Vec<Category> {
    let category = |id, name: &str, parent, owner| Category {
        id,
        name: name.to_owned(),
        parent,
        owner,
    };
    vec![
        category(41, "Greetings", 0, None),
        category(42, "Billing", 0, None),
        category(43, "Refunds", 42, None),
        category(44, "My own", 0, Some(3)),
    ]
}

/// The id, category, owner, shortcuts, name and text of each canned message.
type Canned = (
    u64,
    u64,
    Option<u64>,
    &'static str,
    &'static str,
    &'static str,
);

const CANNED: &[Canned] = &[
    (
        101,
        41,
        None,
        "hi",
        "Hello",
        "Hello, how may I help you today?",
    ),
    (
        102,
        41,
        None,
        "bye",
        "Goodbye",
        "Thank you for chatting with us. Have a nice day!",
    ),
    (
        103,
        42,
        None,
        "inv",
        "Invoice",
        "You find all invoices under Account, Billing.",
    ),
    (
        104,
        43,
        None,
        "ref",
        "Refund",
        "A refund takes three to five working days.",
    ),
    (
        105,
        0,
        None,
        "",
        "One moment",
        "One moment please, I am looking into it.",
    ),
    (
        106,
        0,
        None,
        "up",
        "Upgrade",
        "You can upgrade at any time under Account, Plan.",
    ),
    (
        107,
        44,
        Some(3),
        "brb",
        "Back soon",
        "I am with you again in a minute.",
    ),
    (
        108,
        0,
        Some(1),
        "",
        "Escalate",
        "I take this to the engineers at once.",
    ),
];

fn canned_messages() -> Vec<CannedMessage> {
    CANNED
        .iter()
        .map(
            |&(id, category, owner, shortcuts, name, message)| CannedMessage {
                id,
                name: name.to_owned(),
                message: message.to_owned(),
                category,
                owner,
                shortcuts: shortcuts.to_owned(),
            },
        )
        .collect()
}

/// Returns the text of a canned message in the chats of the history.
pub(crate) fn canned_text(id: u64) -> Option<&'static str> {
    CANNED
        .iter()
        .find(|canned| canned.0 == id)
        .map(|canned| canned.5)
}

fn conversions() -> Vec<Conversion> {
    let conversion = |id, name: &str, is_enable| Conversion {
        id,
        name: name.to_owned(),
        is_enable,
        record: Record::new(),
    };
    vec![
        conversion(51, "Signup", true),
        conversion(52, "Purchase", true),
        conversion(53, "Old landing page", false),
        conversion(54, "", false),
    ]
}

fn custom_metrics() -> Vec<CustomMetric> {
    let metric = |id, name, description, expression, is_enable| CustomMetric {
        id,
        name,
        description,
        expression,
        is_enable,
    };
    vec![
        metric(
            61,
            "Chat rate",
            "Chats for each visit",
            "{chats} / {visits}",
            true,
        ),
        metric(
            62,
            "Missed rate",
            "Missed requests of all",
            "{missedChats} / {chatRequests}",
            true,
        ),
        metric(
            63,
            "Mail rate",
            "Messages for each visit",
            "{messages} / {visits}",
            false,
        ),
    ]
}
