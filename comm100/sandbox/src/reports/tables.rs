//! The reports of rows: their filters, groups and metrics.

use super::{
    json_forms::rows_of_pages,
    parameters::{query, report},
    table::{Measure, Table},
};
use crate::{
    account::access::Edition,
    engine::{
        error::ErrorResponse,
        route::{RequestContext, Route},
    },
    measure::{agents, conversions, invitations, queue, volume},
    quirks::Quirk,
};

const DEPARTMENT_FILTERS: &[&str] = &["department"];
const DEPARTMENT_GROUPS: &[&str] = &[
    "hour",
    "day",
    "week",
    "month",
    "24*7Distribution",
    "halfHourDistribution",
    "department",
];

const AGENT_FILTERS: &[&str] = &["agent", "department"];
const AGENT_GROUPS: &[&str] = &["hour", "day", "week", "month", "agent", "department"];
const AGENT_GROUPS_AND_DISTRIBUTIONS: &[&str] = &[
    "hour",
    "day",
    "week",
    "month",
    "24*7Distribution",
    "halfHourDistribution",
    "agent",
    "department",
];

const SITE_FILTERS: &[&str] = &["campaign", "department", "visitorSegment"];
const SITE_GROUPS: &[&str] = &[
    "hour",
    "day",
    "week",
    "month",
    "24*7Distribution",
    "halfHourDistribution",
    "campaign",
    "department",
    "visitorSegment",
];
const VISIT_GROUPS: &[&str] = &[
    "hour",
    "day",
    "week",
    "month",
    "24*7Distribution",
    "halfHourDistribution",
    "campaign",
];

const fn rows(
    path: &'static str,
    filters: &'static [&'static str],
    groups: &'static [&'static str],
    measure: Measure,
) -> Table {
    Table {
        path,
        filters,
        groups,
        measure,
        quirk: None,
        has_statuses: false,
    }
}

/// The reports that every edition has.
const EVERYONE: &[Table] = &[
    rows(
        "livechat/reports/chatVolume",
        SITE_FILTERS,
        SITE_GROUPS,
        volume::chat_volume,
    ),
    rows(
        "livechat/reports/visits",
        &["campaign"],
        VISIT_GROUPS,
        volume::visits,
    ),
    rows(
        "livechat/reports/offlineMessage",
        SITE_FILTERS,
        SITE_GROUPS,
        volume::offline_messages,
    ),
    Table {
        has_statuses: true,
        ..rows(
            "livechat/reports/availability",
            AGENT_FILTERS,
            AGENT_GROUPS,
            agents::availability,
        )
    },
    Table {
        quirk: Some(Quirk::RatingRowsByTime),
        ..rows(
            "livechat/reports/rating",
            AGENT_FILTERS,
            AGENT_GROUPS_AND_DISTRIBUTIONS,
            agents::scores,
        )
    },
    rows(
        "livechat/reports/wrapup/completion",
        AGENT_FILTERS,
        AGENT_GROUPS,
        agents::wrap_ups,
    ),
];

/// The report that the Business edition has too.
const BUSINESS: Table = rows(
    "livechat/reports/agentPerformance",
    AGENT_FILTERS,
    AGENT_GROUPS,
    agents::performance,
);

/// The reports that only the Enterprise edition has.
const ENTERPRISE: &[Table] = &[
    rows(
        "livechat/reports/chatSource",
        DEPARTMENT_FILTERS,
        DEPARTMENT_GROUPS,
        volume::chat_source,
    ),
    rows(
        "livechat/reports/queue",
        DEPARTMENT_FILTERS,
        DEPARTMENT_GROUPS,
        queue::queue,
    ),
    rows(
        "livechat/reports/waitTime",
        DEPARTMENT_FILTERS,
        DEPARTMENT_GROUPS,
        queue::wait_time,
    ),
    rows(
        "livechat/reports/chatTransfer",
        DEPARTMENT_FILTERS,
        &["hour", "day", "week", "month", "department"],
        queue::chat_transfer,
    ),
    rows(
        "livechat/reports/workload",
        AGENT_FILTERS,
        AGENT_GROUPS_AND_DISTRIBUTIONS,
        agents::workload,
    ),
    rows(
        "livechat/reports/efficiency",
        AGENT_FILTERS,
        AGENT_GROUPS_AND_DISTRIBUTIONS,
        agents::efficiency,
    ),
    Table {
        quirk: Some(Quirk::ConversionRowsWithoutKey),
        ..rows(
            "livechat/reports/conversions",
            &["department", "agent", "conversion"],
            &[
                "hour",
                "day",
                "week",
                "month",
                "department",
                "agent",
                "conversionAction",
            ],
            conversions::conversions,
        )
    },
    rows(
        "livechat/reports/manualInvitation",
        &["agent"],
        &["hour", "day", "week", "month", "agent"],
        invitations::manual,
    ),
    rows(
        "livechat/reports/autoInvitation",
        &["campaign"],
        &["hour", "day", "week", "month", "campaign", "autoInvitation"],
        invitations::auto,
    ),
];

pub(super) fn routes() -> Vec<Route> {
    let enterprise = ENTERPRISE.iter().copied().map(Table::route);
    let enterprise = enterprise.chain([request_pages()]);
    EVERYONE
        .iter()
        .copied()
        .map(Table::route)
        .chain([BUSINESS.route().edition(Edition::Business)])
        .chain(enterprise.map(|route| route.edition(Edition::Enterprise)))
        .collect()
}

/// Returns the report of the pages from which chats were requested. Its rows are pages, so it has no groups.
fn request_pages() -> Route {
    report(
        "livechat/reports/chatSource/requestPage",
        &[],
        |context: &mut RequestContext<'_>| {
            let pages = volume::request_pages(context.account, &query(context)?);
            Ok::<_, ErrorResponse>(rows_of_pages(pages))
        },
    )
}
