//! Agents, called operators in paths.

use serde_json::{Value, json};

use crate::{
    account::{
        access::Permission,
        agents::{AgentChanges, reset_api_key},
        entity::agent::Agent,
    },
    engine::{
        crud::{self, Resource, crud, result},
        error::ErrorResponse,
        parameter::{Format, Parameter},
        response::HandlerResponse,
        route::{RequestContext, Route},
    },
    quirks::Quirk,
};

pub(super) fn routes() -> Vec<Route> {
    let mut routes = crud::<Agents>();
    let reset_path = "livechat/operators/{email}/reset_api_key";
    routes.push(Route::put(reset_path, reset).path("email", Format::Email));
    routes
        .into_iter()
        .map(|route| route.permission(Permission::ManageAgents))
        .collect()
}

struct Agents;

impl Resource for Agents {
    type Entity = Agent;
    const PATH: &'static str = "livechat/operators";
    const KEY: (&'static str, Format) = ("email", Format::Email);
    const FIELDS: &'static [Parameter] = &[
        Parameter::body("email", Format::Email).required(),
        Parameter::body("password", Format::Text).required(),
        Parameter::body("display_name", Format::Text).required(),
        Parameter::body("first_name", Format::Text).required(),
        Parameter::body("last_name", Format::Text).required(),
        Parameter::body("phone", Format::Text),
        Parameter::body("title", Format::Text),
        Parameter::body("description", Format::Text),
        Parameter::body("is_admin", Format::Boolean),
        Parameter::body("is_active", Format::Boolean),
        Parameter::body("departments", Format::Integers),
        Parameter::body("max_chats_count", Format::Integer),
    ];

    /// The email names the agent and does not change.
    fn update_fields() -> Vec<Parameter> {
        let others = Self::FIELDS.iter().filter(|field| field.name != "email");
        others.map(|field| field.optional()).collect()
    }

    fn key(context: &RequestContext<'_>) -> Result<String, ErrorResponse> {
        Ok(context.input.required_text("email")?.to_ascii_lowercase())
    }

    fn changes(context: &RequestContext<'_>) -> AgentChanges {
        let input = &context.input;
        AgentChanges {
            email: input.owned("email"),
            password: input.owned("password"),
            display_name: input.owned("display_name"),
            first_name: input.owned("first_name"),
            last_name: input.owned("last_name"),
            phone: input.owned("phone"),
            title: input.owned("title"),
            description: input.owned("description"),
            is_admin: input.boolean("is_admin"),
            is_active: input.boolean("is_active"),
            max_chats_count: input.integer("max_chats_count"),
            departments: input.integers("departments").map(<[u64]>::to_vec),
            ..AgentChanges::default()
        }
    }

    /// A single agent has details that the list does not have.
    fn to_json(agent: &Agent, context: &RequestContext<'_>) -> Value {
        let boolean = |value: bool| {
            if context.has(Quirk::StringBooleans) {
                Value::from(value.to_string())
            } else {
                Value::from(value)
            }
        };
        let mut whole = summary(agent, ["display_name", "name"], context);
        let details = json!({
            "first_name": agent.first_name,
            "last_name": agent.last_name,
            "phone": agent.phone,
            "title": agent.title,
            "description": agent.description,
            "is_admin": boolean(agent.is_admin),
            "is_active": boolean(agent.is_active),
        });
        if let (Value::Object(whole), Value::Object(details)) = (&mut whole, details) {
            whole.extend(details);
        }
        whole
    }

    /// The list calls the display name `name`.
    fn to_list_json(agent: &Agent, context: &RequestContext<'_>) -> Value {
        summary(agent, ["name", "display_name"], context)
    }

    fn removed(agent: &Agent) -> HandlerResponse {
        result(&format!("The agent '{}' has been removed.", agent.email))
    }
}

fn reset(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let key = Agents::key(context)?;
    reset_api_key(context.account, &key)?;
    crud::get::<Agents>(context)
}

/// The display name has the first name, or the second with the quirk.
fn summary(agent: &Agent, [usual, other]: [&str; 2], context: &RequestContext<'_>) -> Value {
    let name = if context.has(Quirk::SwappedAgentNames) {
        other
    } else {
        usual
    };
    let account = &context.account;
    let status = agent.status.number();
    let departments = account
        .departments_of(agent.id)
        .map(|department| department.id);
    json!({
        "id": agent.id,
        "email": agent.email,
        name: agent.display_name,
        "api_key": agent.api_key,
        "status": if context.has(Quirk::UnknownValues) { 99 } else { status },
        "ongoing_chats": account.ongoing_chats(|presence| presence.agent == Some(agent.id)),
        "departments": departments.collect::<Vec<_>>(),
        "max_chats_count": agent.max_chats_count,
    })
}
