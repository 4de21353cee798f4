//! Agents, called operators in paths.

use serde_json::{Value, json};

use crate::{
    account::{
        State,
        access::Permission,
        entity::{
            agent::{Agent, Status},
            visitor::Activity,
        },
    },
    engine::{
        error::Refusal,
        parameter::Kind,
        route::{Exchange, Route},
    },
    quirks::{Quirk, Quirks},
};

const ALL: &str = "livechat/operators";
const ONE: &str = "livechat/operators/{email}";

pub(crate) fn routes() -> Vec<Route> {
    let create = Route::post(ALL, create)
        .required_form("email", Kind::Email)
        .required_form("password", Kind::Text)
        .required_form("display_name", Kind::Text)
        .required_form("first_name", Kind::Text)
        .required_form("last_name", Kind::Text);
    let update = Route::put(ONE, update)
        .path("email", Kind::Email)
        .form("password", Kind::Text)
        .form("display_name", Kind::Text)
        .form("first_name", Kind::Text)
        .form("last_name", Kind::Text);
    let reset = "livechat/operators/{email}/reset_api_key";
    let routes = vec![
        Route::get(ALL, list),
        Route::get(ONE, get).path("email", Kind::Email),
        with_optional_fields(create),
        with_optional_fields(update),
        Route::put(reset, reset_api_key).path("email", Kind::Email),
        Route::delete(ONE, remove).path("email", Kind::Email),
    ];
    let permission = Permission::ManageAgents;
    routes
        .into_iter()
        .map(|route| route.permission(permission))
        .collect()
}

/// What is optional both when an agent is created and when it is updated.
fn with_optional_fields(route: Route) -> Route {
    route
        .form("phone", Kind::Text)
        .form("title", Kind::Text)
        .form("description", Kind::Text)
        .form("is_admin", Kind::Boolean)
        .form("is_active", Kind::Boolean)
        .form("departments", Kind::Integers)
        .form("max_chats_count", Kind::Integer)
}

fn list(exchange: &mut Exchange<'_>) -> Value {
    let state = &exchange.state;
    state
        .present_agents()
        .map(|agent| brief(state, agent, "name", "display_name", exchange.quirks))
        .collect()
}

fn get(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    Ok(shown(exchange.state, found(exchange)?, exchange.quirks))
}

fn create(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let email = exchange.arguments.required_text("email")?.to_owned();
    if exchange.state.agent_by_email(&email).is_some() {
        return Err(Refusal::bad_request(format!(
            "The agent '{email}' exists already."
        )));
    }
    check_departments(exchange)?;
    let agent = Agent {
        id: exchange.state.new_id(),
        email,
        display_name: String::new(),
        first_name: String::new(),
        last_name: String::new(),
        phone: String::new(),
        title: String::new(),
        description: String::new(),
        api_key: exchange.state.random.api_key(),
        is_admin: false,
        is_active: true,
        is_removed: false,
        max_chats_count: 3,
        permissions: Vec::new(),
        status: Status::Offline,
        since: exchange.now,
        shift: None,
    };
    exchange.state.agents.push(agent);
    change(exchange)
}

fn update(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    found(exchange)?;
    for name in ["display_name", "first_name", "last_name", "password"] {
        if exchange
            .arguments
            .text(name)
            .is_some_and(|text| text.trim().is_empty())
        {
            return Err(Refusal::malformed(name, "a text that is not empty"));
        }
    }
    check_departments(exchange)?;
    change(exchange)
}

/// Changes what is given; nothing shows a password.
fn change(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let arguments = &exchange.arguments;
    let email = arguments.required_text("email")?;
    let agent = exchange
        .state
        .agent_by_email_mut(email)
        .ok_or_else(|| missing(email))?;
    for (name, field) in [
        ("display_name", &mut agent.display_name),
        ("first_name", &mut agent.first_name),
        ("last_name", &mut agent.last_name),
        ("phone", &mut agent.phone),
        ("title", &mut agent.title),
        ("description", &mut agent.description),
    ] {
        if let Some(text) = arguments.text(name) {
            text.clone_into(field);
        }
    }
    agent.is_admin = arguments.boolean("is_admin").unwrap_or(agent.is_admin);
    agent.is_active = arguments.boolean("is_active").unwrap_or(agent.is_active);
    agent.max_chats_count = arguments
        .integer("max_chats_count")
        .unwrap_or(agent.max_chats_count);
    let id = agent.id;
    if let Some(departments) = arguments.integers("departments") {
        for department in &mut exchange.state.departments {
            department.members.retain(|member| *member != id);
            if departments.contains(&department.id) {
                department.members.push(id);
            }
        }
    }
    get(exchange)
}

/// The old key is refused from now on.
fn reset_api_key(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let api_key = exchange.state.random.api_key();
    let email = exchange.arguments.required_text("email")?;
    let agent = exchange
        .state
        .agent_by_email_mut(email)
        .ok_or_else(|| missing(email))?;
    agent.api_key = api_key;
    get(exchange)
}

/// Ends the agent's chats and takes its private canned messages along; the chats of the past keep
/// its name.
fn remove(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let email = exchange.arguments.required_text("email")?;
    let agent = exchange
        .state
        .agent_by_email_mut(email)
        .ok_or_else(|| missing(email))?;
    agent.is_removed = true;
    let (id, result) = (
        agent.id,
        format!("The agent '{}' has been removed.", agent.email),
    );
    let state = &mut *exchange.state;
    for department in &mut state.departments {
        department.members.retain(|member| *member != id);
    }
    let presences = state
        .visitors
        .iter_mut()
        .filter_map(|visitor| visitor.presence.as_mut());
    for presence in presences.filter(|presence| presence.agent == Some(id)) {
        presence.agent = None;
        presence.activity = Activity::ChatEnded;
    }
    state
        .categories
        .retain(|category| category.owner != Some(id));
    state
        .canned_messages
        .retain(|message| message.owner != Some(id));
    Ok(json!({ "result": result }))
}

fn found<'a>(exchange: &'a Exchange<'_>) -> Result<&'a Agent, Refusal> {
    let email = exchange.arguments.required_text("email")?;
    exchange
        .state
        .agent_by_email(email)
        .ok_or_else(|| missing(email))
}

fn missing(email: &str) -> Refusal {
    Refusal::not_found(format!("The agent '{email}' does not exist."))
}

fn check_departments(exchange: &Exchange<'_>) -> Result<(), Refusal> {
    let given = exchange
        .arguments
        .integers("departments")
        .unwrap_or_default();
    match given
        .iter()
        .find(|id| exchange.state.department(**id).is_none())
    {
        Some(id) => Err(Refusal::malformed(
            "departments",
            &format!("ids of departments, {id} is none"),
        )),
        None => Ok(()),
    }
}

/// What the list shows of an agent; it calls the display name `name`.
fn brief(state: &State, agent: &Agent, usual: &str, other: &str, quirks: Quirks) -> Value {
    let name = if quirks.has(Quirk::SwappedAgentNames) {
        other
    } else {
        usual
    };
    let status = agent.status.number();
    let departments = state
        .departments_of(agent.id)
        .map(|department| department.id);
    json!({
        "id": agent.id,
        "email": agent.email,
        name: agent.display_name,
        "api_key": agent.api_key,
        "status": if quirks.has(Quirk::UnknownValues) { 99 } else { status },
        "ongoing_chats": state.ongoing_chats(|presence| presence.agent == Some(agent.id)),
        "departments": departments.collect::<Vec<_>>(),
        "max_chats_count": agent.max_chats_count,
    })
}

/// A single agent has the details beside what the list shows.
fn shown(state: &State, agent: &Agent, quirks: Quirks) -> Value {
    let boolean = |value: bool| {
        let as_text = quirks.has(Quirk::StringBooleans);
        if as_text {
            Value::from(value.to_string())
        } else {
            Value::from(value)
        }
    };
    let mut shown = brief(state, agent, "display_name", "name", quirks);
    let details = json!({
        "first_name": agent.first_name,
        "last_name": agent.last_name,
        "phone": agent.phone,
        "title": agent.title,
        "description": agent.description,
        "is_admin": boolean(agent.is_admin),
        "is_active": boolean(agent.is_active),
    });
    if let (Value::Object(shown), Value::Object(details)) = (&mut shown, details) {
        shown.extend(details);
    }
    shown
}
