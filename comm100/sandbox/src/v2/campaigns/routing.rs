//! Routing rules, and the custom rules among them.

use serde_json::{Value, json};

use crate::{
    account::{access::Permission, account::Account, record::Record},
    engine::{
        error::ErrorResponse,
        route::{RequestContext, Route},
    },
    v2::{
        records::{Collection, Single, name},
        tables::routing::{CUSTOM_RULE_FIELDS, ROUTING_RULE},
    },
};

/// The documentation has the plural here, and the singular in the path of custom rules.
const ROUTING: Single = Single {
    path: "livechat/campaigns/{id}/routingrules",
    permission: Permission::ManageCampaigns,
    members: ROUTING_RULE,
};

const RULES: Collection = Collection {
    path: "livechat/campaigns/{id}/routingrule/customrules",
    noun: "custom rule",
    key: "custom_rule_id",
    permission: Some(Permission::ManageCampaigns),
    members: CUSTOM_RULE_FIELDS,
    read_only: &[],
};

pub(super) fn routes() -> Vec<Route> {
    let rules = [RULES.get(), RULES.create(), RULES.update(), RULES.remove()];
    ROUTING.routes(add_rules).into_iter().chain(rules).collect()
}

/// The custom rules have their own endpoints, and are listed here.
fn add_rules(context: &RequestContext<'_>, record: &mut Record) -> Result<(), ErrorResponse> {
    let name = name(RULES.path, context)?;
    let rules = context.account.records.list(&name);
    let rules: Value = rules.map(|(id, rule)| RULES.to_json(id, rule)).collect();
    record.insert("rules".to_owned(), rules);
    Ok(())
}

pub(super) fn seed(account: &mut Account) {
    let rule = json!({
        "order": 1,
        "name": "Customers",
        "isEnable": true,
        "routeToObject": "department",
        "routeToId": 12,
        "routePriority": "high",
        "conditions": {
            "when": "all",
            "list": [{ "number": 1, "field": "email", "operator": "contains", "value": "example" }],
        },
    });
    if let Value::Object(rule) = rule {
        let name = RULES.path.replace("{id}", "21");
        account.records.insert(&name, 321, rule);
    }
}
