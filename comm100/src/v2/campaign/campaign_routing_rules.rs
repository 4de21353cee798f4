//! Campaign routing rules.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::campaign_custom_rules::CustomRule;
use crate::v2::campaign::campaign_custom_rules::RoutePriority;
use crate::v2::campaign::campaign_custom_rules::RouteToObject;
use crate::{Result, api};

/// A routing rule.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RoutingRule {
    /// True if it is enabled.
    pub is_enable: bool,
    /// The kind.
    pub r#type: RoutingType,
    /// The simple route to object.
    pub simple_route_to_object: RouteToObject,
    /// The simple route to id.
    pub simple_route_to_id: i64,
    /// The simple route priority.
    pub simple_route_priority: RoutePriority,
    /// The fail type.
    pub fail_type: RoutingFailType,
    /// The fail.
    pub fail: RoutingFail,
    /// The rules.
    pub rules: Vec<CustomRule>,
    /// The bot take percentage for route.
    pub bot_take_percentage_for_route: Option<i64>,
    /// The bot take percentage for fail route.
    pub bot_take_percentage_for_fail_route: Option<i64>,
}

/// A routing fail.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RoutingFail {
    /// The route to object.
    #[model(alias = "routeTobject")]
    pub route_to_object: Option<RouteToObject>,
    /// The route to id.
    pub route_to_id: Option<i64>,
    /// The route priority.
    pub route_priority: Option<RoutePriority>,
    /// The offline message emails.
    pub offline_message_emails: Option<String>,
}

word_enum! {
    /// How chats are routed.
    pub enum RoutingType {
        /// `simple`
        #[default]
        Simple = "simple",
        /// `rules`
        Rules = "rules",
    }
}

word_enum! {
    /// What happens if routing fails.
    pub enum RoutingFailType {
        /// `route`
        #[default]
        Route = "route",
        /// `offlineMessage`
        OfflineMessage = "offlineMessage",
    }
}

/// The routing rules of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait CampaignRoutingRulesApi {
    /// Returns a campaign routing rule.
    #[get("{id}/routingrules", permission = "Manage Campaigns")]
    async fn get_campaign_routing_rule(&self, id: CampaignId) -> Result<RoutingRule>;

    /// Changes a campaign routing rule; what is not set keeps its value.
    #[put("{id}/routingrules", permission = "Manage Campaigns")]
    async fn update_campaign_routing_rule(
        &self,
        id: CampaignId,
        #[field] is_enable: bool,
        /// The kind.
        #[field]
        r#type: Option<RoutingType>,
        /// The simple route to object.
        #[field]
        simple_route_to_object: Option<RouteToObject>,
        /// The simple route to id.
        #[field]
        simple_route_to_id: Option<i64>,
        /// The simple route priority.
        #[field]
        simple_route_priority: Option<RoutePriority>,
        /// The fail type.
        #[field]
        fail_type: Option<RoutingFailType>,
        /// The fail.
        #[field]
        fail: Option<&RoutingFail>,
        /// The rules.
        #[field]
        rules: Option<&[CustomRule]>,
        /// The bot take percentage for route.
        #[field]
        bot_take_percentage_for_route: Option<i64>,
        /// The bot take percentage for fail route.
        #[field]
        bot_take_percentage_for_fail_route: Option<i64>,
    ) -> Result<RoutingRule>;
}
