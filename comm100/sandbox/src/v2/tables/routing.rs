//! Tables of routing.

use super::fields::{boolean, integer, object, objects, one_of, text};
use super::invitations;
use crate::engine::parameter::Parameter;

/// A custom rule.
pub(in crate::v2) const CUSTOM_RULE_FIELDS: &[Parameter] = &[
    integer("order"),
    text("name").required(),
    boolean("isEnable").required(),
    one_of("routeToObject", &["department", "agent"]).required(),
    integer("routeToId").required(),
    one_of(
        "routePriority",
        &["lowest", "low", "normal", "high", "highest"],
    ),
    object("conditions", invitations::CONDITIONS),
];

/// The members of `RoutingFail`.
pub(in crate::v2) const ROUTING_FAIL: &[Parameter] = &[
    one_of("routeToObject", &["department", "agent"]),
    integer("routeToId"),
    one_of(
        "routePriority",
        &["lowest", "low", "normal", "high", "highest"],
    ),
    text("offlineMessageEmails"),
];

/// The members of `CustomRule`.
pub(in crate::v2) const CUSTOM_RULE: &[Parameter] = &[
    integer("id"),
    integer("order"),
    text("name"),
    boolean("isEnable"),
    one_of("routeToObject", &["department", "agent"]),
    integer("routeToId"),
    one_of(
        "routePriority",
        &["lowest", "low", "normal", "high", "highest"],
    ),
    object("conditions", invitations::CONDITIONS),
];

/// The routing rules of a campaign.
pub(in crate::v2) const ROUTING_RULE: &[Parameter] = &[
    boolean("isEnable").required(),
    one_of("type", &["simple", "rules"]),
    one_of("simpleRouteToObject", &["department", "agent"]),
    integer("simpleRouteToId"),
    one_of(
        "simpleRoutePriority",
        &["lowest", "low", "normal", "high", "highest"],
    ),
    one_of("failType", &["route", "offlineMessage"]),
    object("fail", ROUTING_FAIL),
    objects("rules", CUSTOM_RULE),
    integer("botTakePercentageForRoute"),
    integer("botTakePercentageForFailRoute"),
];
