//! Groups of agents.

use serde_json::{Value, json};

use super::permissions;
use crate::{
    account::{
        access::Permission, account::Account, crud::Entity as _, entity::agent::Group,
        groups::GroupChanges, record::Record,
    },
    engine::{
        crud::{Resource, crud},
        error::ErrorResponse,
        parameter::Format,
        route::{RequestContext, Route},
    },
    v2::{numbered::numbered, tables::account::GROUP},
};

pub(super) fn routes() -> Vec<Route> {
    let path = "account/groups/{id}/permissions";
    let permissions = [
        Route::get(path, get).path("id", Format::Integer),
        Route::put(path, update).path("id", Format::Integer).json(),
    ];
    crud::<Groups>()
        .into_iter()
        .chain(permissions)
        .map(|route| route.permission(Permission::ManageAgents))
        .collect()
}

struct Groups;

impl Resource for Groups {
    type Entity = Group;
    numbered!("account/groups", GROUP);

    /// Reads the changes. Of a member, only the id counts.
    fn changes(context: &RequestContext<'_>) -> GroupChanges {
        let members = context
            .input
            .fields()
            .get("agents")
            .and_then(Value::as_array);
        let id = |member: &Value| member["id"].as_u64().unwrap_or_default();
        GroupChanges {
            name: context.input.owned("name"),
            description: context.input.owned("description"),
            members: members.map(|members| members.iter().map(id).collect()),
            record: Record::new(),
        }
    }

    fn to_json(group: &Group, context: &RequestContext<'_>) -> Value {
        let members = group.members.iter().filter_map(|id| {
            let agent = context.account.agent(*id)?;
            Some(json!({ "id": id, "name": agent.display_name }))
        });
        json!({
            "id": group.id,
            "isSystem": false,
            "name": group.name,
            "description": group.description,
            "agents": members.collect::<Value>(),
        })
    }
}

/// Returns the group of the path.
fn group<'a>(context: &'a RequestContext<'_>) -> Result<&'a Group, ErrorResponse> {
    let id = Groups::key(context)?;
    Ok(Group::find(context.account, &id, context.caller)?)
}

fn get(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let group = group(context)?;
    Ok(permissions::to_json(&group.permissions, &[&group.record]))
}

fn update(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let id = group(context)?.id;
    let products = permissions::read(context.body)?;
    let mut groups = context.account.groups.iter_mut();
    if let Some(group) = groups.find(|known| known.id == id) {
        permissions::set(&mut group.permissions, &mut group.record, &products);
    }
    get(context)
}

pub(super) fn seed(account: &mut Account) {
    let seeded = [
        ("Everyone", "", vec![1, 2]),
        ("Night shift", "After 16:00", vec![5]),
    ];
    for (id, (name, description, members)) in (311..).zip(seeded) {
        account.groups.push(Group {
            id,
            name: name.to_owned(),
            description: description.to_owned(),
            members,
            permissions: Vec::new(),
            record: Record::new(),
        });
    }
}
