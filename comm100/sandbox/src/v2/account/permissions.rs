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
pub(super) const PERMISSIONS: &str = "permissions";

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
        Route::get(path, |context| own(context, false)).path("id", Format::Integer),
        Route::put(path, update).path("id", Format::Integer).json(),
        Route::get("account/agents/{id}/effectivePermissions", |context| {
            own(context, true)
        })
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
    for (product, permissions) in &products {
        let known = PRODUCTS.iter().find(|(name, _)| name == product);
        let (_, names) = known.ok_or_else(|| ErrorResponse::unknown_parameter(product))?;
        for (name, value) in permissions.as_object().ok_or_else(malformed)? {
            // One documented sample has it, and another not.
            let is_known = name == "manageChatbot" || names.iter().any(|(known, _)| known == name);
            if !is_known {
                return Err(ErrorResponse::unknown_parameter(name));
            }
            if !value.is_boolean() && !value.is_null() {
                return Err(ErrorResponse::malformed(name, "true or false"));
            }
        }
    }
    Ok(products)
}

/// The permissions of a record without rules.
pub(super) fn to_stored_json(record: &Record) -> Value {
    products(|product, name, _| stored(record, product, name))
}

/// All permissions: `granted` decides those with rules, the record the others.
fn to_json(record: &Record, granted: impl Fn(Permission) -> bool) -> Value {
    products(|product, name, permission| match permission {
        Some(permission) => granted(permission),
        None => stored(record, product, name),
    })
}

fn stored(record: &Record, product: &str, name: &str) -> bool {
    let all = record.get(PERMISSIONS);
    let value = all.and_then(|all| all.get(product)?.get(name));
    value.and_then(Value::as_bool).unwrap_or_default()
}

/// An object of the products, with the value of each permission.
fn products(value: impl Fn(&str, &str, Option<Permission>) -> bool) -> Value {
    let products = PRODUCTS.iter().map(|(product, names)| {
        let permissions: Map<String, Value> = names
            .iter()
            .map(|(name, permission)| {
                let value = value(product, name, *permission);
                ((*name).to_owned(), Value::from(value))
            })
            .collect();
        ((*product).to_owned(), Value::Object(permissions))
    });
    Value::Object(products.collect())
}

/// The agent's own permissions, or the effective ones: an admin has all.
fn own(context: &RequestContext<'_>, is_effective: bool) -> Result<Value, ErrorResponse> {
    let key = Agents::key(context)?;
    let agent = Agent::find(context.account, &key, context.caller)?;
    Ok(to_json(&agent.record, |permission| {
        if is_effective {
            agent.may(permission)
        } else {
            agent.permissions.contains(&permission)
        }
    }))
}

/// Permissions that are not in the body stay.
fn update(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let key = Agents::key(context)?;
    let products = read(context.body)?;
    let Some(agent) = context.account.agent_by_email_mut(&key) else {
        return Err(Agent::not_found(&key).into());
    };
    for (product, names) in PRODUCTS {
        for (name, permission) in names {
            let value = products
                .get(product)
                .and_then(|all| all.get(name)?.as_bool());
            let (Some(value), Some(permission)) = (value, permission) else {
                continue;
            };
            agent.permissions.retain(|known| known != permission);
            if value {
                agent.permissions.push(*permission);
            }
        }
    }
    agent
        .record
        .insert(PERMISSIONS.to_owned(), Value::Object(products));
    own(context, false)
}
