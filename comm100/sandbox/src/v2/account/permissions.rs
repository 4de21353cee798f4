//! Permissions as objects by product. The account has rules for some; the others are only stored.

use serde_json::{Map, Value};

use super::agents::Agents;
use crate::{
    account::{access::Permission, crud::Entity as _, entity::agent::Agent, record::Record},
    engine::{
        crud::Resource as _,
        error::ErrorResponse,
        parameter::Format,
        route::{RequestContext, Route},
    },
};

/// The member with the permissions in the record of an agent or a group.
const PERMISSIONS: &str = "permissions";

/// The name of a permission, and the account's own.
type Named = (&'static str, Option<Permission>);

const LIVE_CHAT: &[Named] = &[
    ("manageCampaigns", Some(Permission::ManageCampaigns)),
    (
        "managePublicCannedMessages",
        Some(Permission::ManagePublicCannedMessages),
    ),
    ("manageSettings", Some(Permission::ManageSettings)),
    ("manageSecurity", None),
    ("manageIntegration", None),
    ("manageBan", Some(Permission::ManageBanList)),
    ("manageCustomMetrics", Some(Permission::ManageCustomMetrics)),
    ("viewAllHistory", None),
    ("viewHistoryInMyDepartment", None),
    ("chatWithAgents", None),
    ("viewAllAgentChats", None),
    ("viewAgentChatsInMyDepartment", None),
    ("deleteHistory", None),
    ("viewReports", Some(Permission::ViewReports)),
    ("acceptChats", None),
    ("refuseChats", None),
    ("inviteVisitor", None),
    ("joinChats", None),
    ("transferChats", None),
    ("monitorAllChats", None),
    ("monitorChatsInMyDepartment", None),
    ("captureVisitor", None),
    ("setOtherAgentToAway", None),
    ("logOtherAgentOff", None),
    ("promoteVisitor", None),
];

const ACCOUNT: &[Named] = &[
    ("manageAgentAndGroups", Some(Permission::ManageAgents)),
    ("manageBillingInfo", None),
    ("managePlan", None),
    ("buyEmailMarketingCredits", None),
    ("viewBalanceHistory", None),
    ("manageSite", Some(Permission::ManageSite)),
    ("manageHeaderAndFooterSettings", None),
    ("viewAuditLog", Some(Permission::ViewAuditLog)),
    ("viewReports", None),
    ("manageSecurity", Some(Permission::ManageSecurity)),
];

/// The names of the permissions of each product.
const PRODUCTS: [(&str, &[Named]); 2] = [("liveChat", LIVE_CHAT), ("account", ACCOUNT)];

pub(super) fn routes() -> Vec<Route> {
    let path = "account/agents/{id}/permissions";
    let routes = [
        Route::get(path, own).path("id", Format::Integer),
        Route::put(path, update).path("id", Format::Integer).json(),
        Route::get("account/agents/{id}/effectivePermissions", effective)
            .path("id", Format::Integer),
    ];
    routes
        .into_iter()
        .map(|route| route.permission(Permission::ManageAgents))
        .collect()
}

/// Reads a body: an object of products, each an object of booleans.
pub(super) fn read(body: &[u8]) -> Result<Record, ErrorResponse> {
    let malformed =
        || ErrorResponse::bad_request("The body must be an object of permissions by product.");
    let Ok(Value::Object(products)) = serde_json::from_slice(body) else {
        return Err(malformed());
    };
    let mut read = Record::new();
    for (product, permissions) in products {
        let known = PRODUCTS
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(&product));
        let (product, names) = known.ok_or_else(|| ErrorResponse::unknown_parameter(&product))?;
        let mut granted = Record::new();
        for (name, value) in permissions.as_object().ok_or_else(malformed)? {
            let known = names
                .iter()
                .map(|(known, _)| *known)
                // One documented sample has it, and another not.
                .chain(["manageChatbot"])
                .find(|known| known.eq_ignore_ascii_case(name));
            let known = known.ok_or_else(|| ErrorResponse::unknown_parameter(name))?;
            if !value.is_boolean() && !value.is_null() {
                return Err(ErrorResponse::malformed(known, "true or false"));
            }
            granted.insert(known.to_owned(), value.clone());
        }
        read.insert((*product).to_owned(), Value::Object(granted));
    }
    Ok(read)
}

/// Returns all permissions as JSON: `granted` has those with rules, the records the others.
pub(super) fn to_json(granted: &[Permission], records: &[&Record]) -> Value {
    let products = PRODUCTS.iter().map(|(product, names)| {
        let permissions: Map<String, Value> = names
            .iter()
            .map(|(name, permission)| {
                let value = match permission {
                    Some(permission) => granted.contains(permission),
                    None => records.iter().any(|record| stored(record, product, name)),
                };
                ((*name).to_owned(), Value::from(value))
            })
            .collect();
        ((*product).to_owned(), Value::Object(permissions))
    });
    Value::Object(products.collect())
}

fn stored(record: &Record, product: &str, name: &str) -> bool {
    let all = record.get(PERMISSIONS);
    let value = all.and_then(|all| all.get(product)?.get(name));
    value.and_then(Value::as_bool).unwrap_or_default()
}

/// Sets the permissions of an agent or a group. Those that are not in the body stay.
pub(super) fn set(granted: &mut Vec<Permission>, record: &mut Record, products: &Record) {
    let stored = record
        .entry(PERMISSIONS)
        .or_insert_with(|| Value::Object(Map::new()));
    for (product, names) in PRODUCTS {
        let Some(Value::Object(permissions)) = products.get(product) else {
            continue;
        };
        for (name, value) in permissions {
            let known = names.iter().find(|(known, _)| known == name);
            if let Some((_, Some(permission))) = known {
                granted.retain(|known| known != permission);
                if value == true {
                    granted.push(*permission);
                }
            } else {
                stored[product][name] = value.clone();
            }
        }
    }
}

/// Returns the agent of the path.
fn agent<'a>(context: &'a RequestContext<'_>) -> Result<&'a Agent, ErrorResponse> {
    let key = Agents::key(context)?;
    Ok(Agent::find(context.account, &key, context.caller)?)
}

fn own(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let agent = agent(context)?;
    Ok(to_json(&agent.permissions, &[&agent.record]))
}

/// Returns the permissions of the agent and of its groups; an admin has all.
fn effective(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let agent = agent(context)?;
    let account = &context.account;
    let mut granted = Permission::ALL.to_vec();
    granted.retain(|permission| account.may(agent.id, *permission));
    let groups = account.groups_of(agent.id).map(|group| &group.record);
    let records: Vec<&Record> = groups.chain([&agent.record]).collect();
    Ok(to_json(&granted, &records))
}

fn update(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let key = agent(context)?.key();
    let products = read(context.body)?;
    if let Some(agent) = context.account.agent_by_email_mut(&key) {
        set(&mut agent.permissions, &mut agent.record, &products);
    }
    own(context)
}
