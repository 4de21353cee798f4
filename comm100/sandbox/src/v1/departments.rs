//! Departments.

use serde_json::{Value, json};

use crate::{
    account::{
        departments::{DepartmentChanges, status},
        entity::agent::Department,
    },
    engine::{
        crud::{Resource, crud, result},
        error::ErrorResponse,
        parameter::{Format, Parameter},
        response::HandlerResponse,
        route::{RequestContext, Route},
    },
    quirks::Quirk,
};

pub(super) fn routes() -> Vec<Route> {
    crud::<Departments>()
}

struct Departments;

impl Resource for Departments {
    type Entity = Department;
    const PATH: &'static str = "livechat/departments";
    const KEY: (&'static str, Format) = ("id", Format::Integer);
    const FIELDS: &'static [Parameter] = &[
        Parameter::body("name", Format::Text).required(),
        Parameter::body("description", Format::Text),
        Parameter::body("members", Format::Integers),
    ];

    fn key(context: &RequestContext<'_>) -> Result<u64, ErrorResponse> {
        context.input.required_integer("id")
    }

    fn changes(context: &RequestContext<'_>) -> DepartmentChanges {
        DepartmentChanges {
            name: context.input.owned("name"),
            description: context.input.owned("description"),
            members: context.input.integers("members").map(<[u64]>::to_vec),
            members_name: "members",
            ..DepartmentChanges::default()
        }
    }

    fn to_json(department: &Department, context: &RequestContext<'_>) -> Value {
        let status = status(context.account, department).number();
        json!({
            "id": department.id,
            "name": department.name,
            "description": department.description,
            "members": department.members,
            "status": if context.has(Quirk::UnknownValues) { 99 } else { status },
        })
    }

    fn removed(department: &Department) -> HandlerResponse {
        result(&format!(
            "The department '{}' has been removed.",
            department.name
        ))
    }
}
