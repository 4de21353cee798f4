//! Departments.

use serde_json::{Value, json};

use crate::{
    account::{
        State,
        entity::agent::{Department, Status},
    },
    engine::{
        error::Refusal,
        parameter::Kind,
        route::{Exchange, Route},
    },
    quirks::{Quirk, Quirks},
};

const ALL: &str = "livechat/departments";
const ONE: &str = "livechat/departments/{id}";

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get(ALL, list),
        Route::get(ONE, get).path("id", Kind::Integer),
        Route::post(ALL, create)
            .required_form("name", Kind::Text)
            .form("description", Kind::Text)
            .form("members", Kind::Integers),
        Route::put(ONE, update)
            .path("id", Kind::Integer)
            .form("name", Kind::Text)
            .form("description", Kind::Text)
            .form("members", Kind::Integers),
        Route::delete(ONE, remove).path("id", Kind::Integer),
    ]
}

fn list(exchange: &mut Exchange<'_>) -> Value {
    let state = &exchange.state;
    state
        .departments
        .iter()
        .map(|known| shown(state, known, exchange.quirks))
        .collect()
}

fn get(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let department = &exchange.state.departments[index(exchange)?];
    Ok(shown(exchange.state, department, exchange.quirks))
}

fn create(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let name = exchange.arguments.required_text("name")?.to_owned();
    let description = exchange
        .arguments
        .text("description")
        .unwrap_or_default()
        .to_owned();
    let members = members(exchange)?.unwrap_or_default();
    check_name(exchange.state, &name, None)?;
    let id = exchange.state.new_id();
    let department = Department {
        id,
        name,
        description,
        members,
    };
    let created = shown(exchange.state, &department, exchange.quirks);
    exchange.state.departments.push(department);
    Ok(created)
}

fn update(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let index = index(exchange)?;
    let members = members(exchange)?;
    if let Some(name) = exchange.arguments.text("name") {
        check_name(exchange.state, name, exchange.arguments.integer("id"))?;
    }
    let department = &mut exchange.state.departments[index];
    if let Some(name) = exchange.arguments.text("name") {
        name.clone_into(&mut department.name);
    }
    if let Some(description) = exchange.arguments.text("description") {
        description.clone_into(&mut department.description);
    }
    if let Some(members) = members {
        department.members = members;
    }
    get(exchange)
}

/// Takes the department's chats and offline messages along, for good.
fn remove(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let index = index(exchange)?;
    let removed = exchange.state.departments.remove(index);
    let gone = Some(removed.id);
    exchange.state.chats.retain(|chat| chat.department != gone);
    exchange
        .state
        .offline_messages
        .retain(|message| message.department != gone);
    let presences = exchange
        .state
        .visitors
        .iter_mut()
        .filter_map(|visitor| visitor.presence.as_mut());
    for presence in presences.filter(|presence| presence.department == gone) {
        presence.department = None;
    }
    let result = format!("The department '{}' has been removed.", removed.name);
    Ok(json!({ "result": result }))
}

/// Where the department of the path is.
fn index(exchange: &Exchange<'_>) -> Result<usize, Refusal> {
    let id = exchange.arguments.required_integer("id")?;
    exchange
        .state
        .departments
        .iter()
        .position(|department| department.id == id)
        .ok_or_else(|| Refusal::not_found(format!("The department {id} does not exist.")))
}

/// Names are unique, without regard to case.
fn check_name(state: &State, name: &str, own: Option<u64>) -> Result<(), Refusal> {
    if name.trim().is_empty() {
        return Err(Refusal::malformed("name", "a text that is not empty"));
    }
    let name_in_lower_case = name.to_lowercase();
    let is_taken = state
        .departments
        .iter()
        .any(|known| Some(known.id) != own && known.name.to_lowercase() == name_in_lower_case);
    if is_taken {
        return Err(Refusal::bad_request(format!(
            "The department '{name}' exists already."
        )));
    }
    Ok(())
}

fn members(exchange: &Exchange<'_>) -> Result<Option<Vec<u64>>, Refusal> {
    let Some(given) = exchange.arguments.integers("members") else {
        return Ok(None);
    };
    let mut members = Vec::new();
    for id in given {
        if exchange.state.agent(*id).is_none() {
            return Err(Refusal::malformed(
                "members",
                &format!("ids of agents, {id} is none"),
            ));
        }
        if !members.contains(id) {
            members.push(*id);
        }
    }
    Ok(Some(members))
}

/// A department is online while one of its members is.
pub(crate) fn status(state: &State, department: &Department) -> Status {
    let is_online = department.members.iter().any(|id| {
        state
            .agent(*id)
            .is_some_and(|agent| agent.is_active && agent.status == Status::Online)
    });
    if is_online {
        Status::Online
    } else {
        Status::Offline
    }
}

fn shown(state: &State, department: &Department, quirks: Quirks) -> Value {
    let status = status(state, department).number();
    json!({
        "id": department.id,
        "name": department.name,
        "description": department.description,
        "members": department.members,
        "status": if quirks.has(Quirk::UnknownValues) { 99 } else { status },
    })
}
