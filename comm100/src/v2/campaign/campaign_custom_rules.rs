//! The custom routing rules of campaigns.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::conditions::Conditions;
use crate::v2::ids::CustomRuleId;
use crate::{Result, api};

/// A custom rule that routes chats.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CustomRule {
    /// The id.
    #[model(required)]
    pub id: CustomRuleId,
    /// The place in the order of the rules.
    pub order: Option<i64>,
    /// The name.
    pub name: String,
    /// True if the rule applies.
    pub is_enable: bool,
    /// The kind of the destination.
    pub route_to_object: RouteToObject,
    /// The id of the department or agent that chats are routed to.
    pub route_to_id: i64,
    /// The priority of the routed chats.
    pub route_priority: Option<RoutePriority>,
    /// The conditions that a visitor must meet.
    pub conditions: Option<Conditions>,
}

word_enum! {
    /// The priority of routed chats.
    pub enum RoutePriority {
        /// `lowest`
        Lowest = "lowest",
        /// `low`
        Low = "low",
        /// `normal`
        Normal = "normal",
        /// `high`
        High = "high",
        /// `highest`
        Highest = "highest",
    }
}

word_enum! {
    /// The kind of a destination of routed chats.
    pub enum RouteToObject {
        /// `department`
        Department = "department",
        /// `agent`
        Agent = "agent",
    }
}

/// The custom rules of campaigns. The [`RoutingRule`](crate::v2::RoutingRule) of a campaign lists
/// them.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    call_builder = crate::v2::CallBuilder,
    crate = crate
)]
pub trait CampaignCustomRulesApi {
    /// Returns a custom rule.
    #[get(
        "{id}/routingrule/customrules/{custom_rule_id}",
        permission = "Manage Campaigns"
    )]
    async fn get_campaign_custom_rule(
        &self,
        id: CampaignId,
        custom_rule_id: CustomRuleId,
    ) -> Result<CustomRule>;

    /// Creates a custom rule.
    #[post("{id}/routingrule/customrules", permission = "Manage Campaigns")]
    async fn create_campaign_custom_rule(
        &self,
        id: CampaignId,
        #[field] name: &str,
        #[field] is_enable: bool,
        #[field] route_to_object: RouteToObject,
        #[field] route_to_id: i64,
        /// The place in the order of the rules.
        #[field]
        order: Option<i64>,
        /// The priority of the routed chats.
        #[field]
        route_priority: Option<RoutePriority>,
        /// The conditions that a visitor must meet.
        #[field]
        conditions: Option<&Conditions>,
    ) -> Result<CustomRule>;

    /// Changes a custom rule; what is not set keeps its value.
    #[put(
        "{id}/routingrule/customrules/{custom_rule_id}",
        permission = "Manage Campaigns"
    )]
    async fn update_campaign_custom_rule(
        &self,
        id: CampaignId,
        custom_rule_id: CustomRuleId,
        /// The place in the order of the rules.
        #[field]
        order: Option<i64>,
        /// The name.
        #[field]
        name: Option<&str>,
        /// True if the rule applies.
        #[field]
        is_enable: Option<bool>,
        /// The kind of the destination.
        #[field]
        route_to_object: Option<RouteToObject>,
        /// The id of the department or agent that chats are routed to.
        #[field]
        route_to_id: Option<i64>,
        /// The priority of the routed chats.
        #[field]
        route_priority: Option<RoutePriority>,
        /// The conditions that a visitor must meet.
        #[field]
        conditions: Option<&Conditions>,
    ) -> Result<CustomRule>;

    /// Removes a custom rule.
    #[delete(
        "{id}/routingrule/customrules/{custom_rule_id}",
        permission = "Manage Campaigns"
    )]
    async fn remove_campaign_custom_rule(
        &self,
        id: CampaignId,
        custom_rule_id: CustomRuleId,
    ) -> Result<()>;
}
