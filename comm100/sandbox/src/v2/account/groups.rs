//! Groups of agents.

use serde_json::{Value, json};

use super::permissions::{self, PERMISSIONS};
use crate::{
    account::{access::Permission, account::Account, record::Record},
    engine::{
        error::ErrorResponse,
        parameter::Format,
        route::{RequestContext, Route},
    },
    v2::{records::Collection, tables::account::GROUP},
};

const GROUPS: Collection = Collection {
    path: "account/groups",
    noun: "group",
    key: "id",
    permission: Some(Permission::ManageAgents),
    members: GROUP,
    read_only: &[("isSystem", false)],
};

pub(super) fn routes() -> Vec<Route> {
    let path = "account/groups/{id}/permissions";
    let permissions = [
        Route::get(path, get).path("id", Format::Integer),
        Route::put(path, update).path("id", Format::Integer).json(),
    ];
    let permissions = permissions.map(|route| route.permission(Permission::ManageAgents));
    GROUPS.all().into_iter().chain(permissions).collect()
}

fn get(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let id = context.input.required_integer("id")?;
    let group = context.account.records.find(GROUPS.path, id);
    let group = group.ok_or_else(|| GROUPS.not_found(id))?;
    Ok(permissions::to_stored_json(group))
}

fn update(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let id = context.input.required_integer("id")?;
    let permissions = Value::Object(permissions::read(context.body)?);
    let fields = Record::from_iter([(PERMISSIONS.to_owned(), permissions)]);
    context.account.records.update(GROUPS.path, id, &fields);
    get(context)
}

pub(super) fn seed(account: &mut Account) {
    let groups = json!([
        { "name": "Everyone", "agents": [{ "id": 1, "name": "Ada" }, { "id": 2, "name": "Ravi" }] },
        { "name": "Night shift", "description": "After 16:00", "agents": [{ "id": 5, "name": "Noor" }] },
    ]);
    GROUPS.seed(account, 311, groups);
}
