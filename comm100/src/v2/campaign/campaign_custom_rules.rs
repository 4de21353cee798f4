//! Campaign custom rules.

use crate::model::Model;
use crate::model::ids::CampaignId;
use crate::model::open_enum::word_enum;
use crate::v2::campaign::conditions::Conditions;
use crate::v2::ids::CustomRuleId;
use crate::{Result, api};

/// A custom rule.
#[derive(Clone, Debug, Default, Model, PartialEq)]
#[model(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CustomRule {
    /// The id.
    #[model(required)]
    pub id: CustomRuleId,
    /// The order.
    pub order: Option<i64>,
    /// The name.
    pub name: String,
    /// True if it is enabled.
    pub is_enable: bool,
    /// The route to object.
    pub route_to_object: RouteToObject,
    /// The route to id.
    pub route_to_id: i64,
    /// The route priority.
    pub route_priority: Option<RoutePriority>,
    /// The conditions.
    pub conditions: Option<Conditions>,
}

word_enum! {
    /// The priority of a routed chat.
    pub enum RoutePriority {
        /// `lowest`
        #[default]
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
    /// The kind of what chats are routed to.
    pub enum RouteToObject {
        /// `department`
        #[default]
        Department = "department",
        /// `agent`
        Agent = "agent",
    }
}

/// The custom rules of campaigns.
#[api(
    path = "livechat/campaigns",
    version = 2,
    rename_all = "camelCase",
    crate = crate
)]
pub trait CampaignCustomRulesApi {
    /// Returns a campaign custom rule.
    #[get(
        "{id}/routingrule/customrules/{custom_rule_id}",
        permission = "Manage Campaigns"
    )]
    async fn get_campaign_custom_rule(
        &self,
        id: CampaignId,
        custom_rule_id: CustomRuleId,
    ) -> Result<CustomRule>;

    /// Creates a campaign custom rule.
    #[post("{id}/routingrule/customrules", permission = "Manage Campaigns")]
    async fn create_campaign_custom_rule(
        &self,
        id: CampaignId,
        #[field] name: &str,
        #[field] is_enable: bool,
        #[field] route_to_object: RouteToObject,
        #[field] route_to_id: i64,
        /// The order.
        #[field]
        order: Option<i64>,
        /// The route priority.
        #[field]
        route_priority: Option<RoutePriority>,
        /// The conditions.
        #[field]
        conditions: Option<&Conditions>,
    ) -> Result<CustomRule>;

    /// Changes a campaign custom rule; what is not set keeps its value.
    #[put(
        "{id}/routingrule/customrules/{custom_rule_id}",
        permission = "Manage Campaigns"
    )]
    async fn update_campaign_custom_rule(
        &self,
        id: CampaignId,
        custom_rule_id: CustomRuleId,
        /// The order.
        #[field]
        order: Option<i64>,
        /// The name.
        #[field]
        name: Option<&str>,
        /// True if it is enabled.
        #[field]
        is_enable: Option<bool>,
        /// The route to object.
        #[field]
        route_to_object: Option<RouteToObject>,
        /// The route to id.
        #[field]
        route_to_id: Option<i64>,
        /// The route priority.
        #[field]
        route_priority: Option<RoutePriority>,
        /// The conditions.
        #[field]
        conditions: Option<&Conditions>,
    ) -> Result<CustomRule>;

    /// Removes a campaign custom rule.
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
