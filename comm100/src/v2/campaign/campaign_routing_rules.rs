//! The routing of campaigns.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::campaign_custom_rules::{CustomRule, RoutePriority, RouteToObject};
use crate::{Result, api};

/// The routing of a campaign.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RoutingRule {
    /// True if chats are routed.
    pub is_enable: bool,
    /// The type of the routing.
    pub r#type: RoutingType,
    /// The kind of the destination of simple routing.
    pub simple_route_to_object: RouteToObject,
    /// The id of the department or agent of simple routing; 0 if there is none.
    pub simple_route_to_id: i64,
    /// The priority of chats in simple routing.
    pub simple_route_priority: RoutePriority,
    /// The way chats that cannot be routed are handled.
    pub fail_type: RoutingFailType,
    /// The destination of chats that cannot be routed.
    pub fail: RoutingFail,
    /// The custom rules.
    pub rules: Vec<CustomRule>,
    /// The percentage of chats that the bot takes.
    pub bot_take_percentage_for_route: Option<i64>,
    /// The percentage of the chats that cannot be routed that the bot takes.
    pub bot_take_percentage_for_fail_route: Option<i64>,
}

/// The destination of chats that cannot be routed.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RoutingFail {
    /// The kind of the destination.
    #[model(alias = "routeTobject")]
    pub route_to_object: Option<RouteToObject>,
    /// The id of the department or agent; 0 if there is none.
    pub route_to_id: Option<i64>,
    /// The priority of the chats.
    pub route_priority: Option<RoutePriority>,
    /// The addresses that offline messages are forwarded to.
    pub offline_message_emails: Option<String>,
}

word_enum! {
    /// The type of a routing.
    pub enum RoutingType {
        /// `simple`
        Simple = "simple",
        /// `rules`
        Rules = "rules",
    }
}

word_enum! {
    /// The way chats that cannot be routed are handled.
    pub enum RoutingFailType {
        /// `route`
        Route = "route",
        /// `offlineMessage`
        OfflineMessage = "offlineMessage",
    }
}

/// The routing of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CampaignRoutingRulesApi {
    /// Returns a campaign's routing.
    #[get("{id}/routingrules", permission = "Manage Campaigns")]
    async fn get_campaign_routing_rule(&self, id: CampaignId) -> Result<RoutingRule>;

    /// Changes a campaign's routing; what is not set keeps its value.
    #[put("{id}/routingrules", permission = "Manage Campaigns")]
    async fn update_campaign_routing_rule(
        &self,
        id: CampaignId,
        #[field] is_enable: bool,
        /// The type of the routing.
        #[field]
        r#type: Option<RoutingType>,
        /// The kind of the destination of simple routing.
        #[field]
        simple_route_to_object: Option<RouteToObject>,
        /// The id of the department or agent of simple routing; 0 if there is none.
        #[field]
        simple_route_to_id: Option<i64>,
        /// The priority of chats in simple routing.
        #[field]
        simple_route_priority: Option<RoutePriority>,
        /// The way chats that cannot be routed are handled.
        #[field]
        fail_type: Option<RoutingFailType>,
        /// The destination of chats that cannot be routed.
        #[field]
        fail: Option<&RoutingFail>,
        /// The custom rules.
        #[field]
        rules: Option<&[CustomRule]>,
        /// The percentage of chats that the bot takes.
        #[field]
        bot_take_percentage_for_route: Option<i64>,
        /// The percentage of the chats that cannot be routed that the bot takes.
        #[field]
        bot_take_percentage_for_fail_route: Option<i64>,
    ) -> Result<RoutingRule>;
}
