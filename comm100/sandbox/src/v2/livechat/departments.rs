//! Departments.

use serde_json::{Value, json};

use crate::{
    account::{access::Permission, departments::DepartmentChanges, entity::agent::Department},
    engine::{
        crud::{Resource, crud},
        route::{RequestContext, Route},
    },
    v2::{
        json_forms::{object, others},
        numbered::numbered,
        tables::livechat::DEPARTMENT,
    },
};

pub(super) fn routes() -> Vec<Route> {
    crud::<Departments>()
        .into_iter()
        .map(|route| route.permission(Permission::ManageSettings))
        .collect()
}

struct Departments;

impl Resource for Departments {
    type Entity = Department;
    numbered!("livechat/departments", DEPARTMENT);

    fn changes(context: &RequestContext<'_>) -> DepartmentChanges {
        DepartmentChanges {
            name: context.input.owned("name"),
            description: context.input.owned("description"),
            members: context.input.integers("agents").map(<[u64]>::to_vec),
            members_name: "agents",
            record: others(context, &["name", "description", "agents"]),
        }
    }

    fn to_json(department: &Department, _: &RequestContext<'_>) -> Value {
        let values = json!({
            "name": department.name,
            "description": department.description,
            "agents": department.members,
        });
        object(department.id, DEPARTMENT, &department.record, values)
    }
}
