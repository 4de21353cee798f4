//! Agents.

use serde_json::{Value, json};

use crate::{
    account::{access::Permission, agents::AgentChanges, crud::Entity as _, entity::agent::Agent},
    engine::{
        crud::{Resource, crud},
        error::ErrorResponse,
        parameter::{Format, Parameter},
        response::HandlerResponse,
        route::{BodyKind, RequestContext, Route},
    },
    v2::{
        json_forms::{object, others},
        pages::Paging,
        tables::account::AGENT,
    },
};

const PAGING: Paging = Paging {
    key: "agents",
    size: 50,
    largest: None,
    end: Some(""),
    first_is_previous: false,
};

/// The members of a body that the account has rules for, or that no response has.
const KNOWN: &[&str] = &[
    "email",
    "displayName",
    "firstName",
    "lastName",
    "title",
    "bio",
    "mobilePhone",
    "groups",
    "password",
];

pub(super) fn routes() -> Vec<Route> {
    // The list has pages, unlike those of other resources.
    let is_list = |route: &Route| route.method == "GET" && route.path == Agents::PATH;
    let mut routes: Vec<Route> = crud::<Agents>()
        .into_iter()
        .filter(|route| !is_list(route))
        .collect();
    routes.push(PAGING.parameters(Route::get(Agents::PATH, list)));
    routes.push(
        Route::post("account/agents/{id}/password", set_password)
            .path("id", Format::Integer)
            .fields([Parameter::body("password", Format::Text).required()]),
    );
    routes.push(Route::put("account/agents/{id}/unlock", unlock).path("id", Format::Integer));
    routes
        .into_iter()
        .map(|route| route.permission(Permission::ManageAgents))
        .collect()
}

pub(super) struct Agents;

impl Resource for Agents {
    type Entity = Agent;
    const PATH: &'static str = "account/agents";
    const KEY: (&'static str, Format) = ("id", Format::Integer);
    const BODY: BodyKind = BodyKind::Fields;
    const FIELDS: &'static [Parameter] = AGENT;

    fn key(context: &RequestContext<'_>) -> Result<String, ErrorResponse> {
        let id = context.input.required_integer("id")?;
        match context.account.agent(id) {
            Some(agent) => Ok(agent.key()),
            None => Err(Agent::not_found(&id.to_string()).into()),
        }
    }

    fn changes(context: &RequestContext<'_>) -> AgentChanges {
        let input = &context.input;
        AgentChanges {
            email: input.owned("email"),
            password: input.owned("password"),
            display_name: input.owned("displayName"),
            first_name: input.owned("firstName"),
            last_name: input.owned("lastName"),
            phone: input.owned("mobilePhone"),
            title: input.owned("title"),
            description: input.owned("bio"),
            groups: input.integers("groups").map(<[u64]>::to_vec),
            record: others(context, KNOWN),
            ..AgentChanges::default()
        }
    }

    fn to_json(agent: &Agent, context: &RequestContext<'_>) -> Value {
        let groups = context.account.groups_of(agent.id);
        let values = json!({
            "email": agent.email,
            "displayName": agent.display_name,
            "firstName": agent.first_name,
            "lastName": agent.last_name,
            "title": agent.title,
            "bio": agent.description,
            "mobilePhone": agent.phone,
            "groups": groups.map(|group| group.id).collect::<Vec<_>>(),
            "isAdmin": agent.is_admin,
            "isActive": agent.is_active,
            "isLocked": false,
        });
        let members: Vec<Parameter> = AGENT
            .iter()
            .filter(|member| member.name != "password")
            .copied()
            .collect();
        object(agent.id, &members, &agent.record, values)
    }
}

fn list(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let agents: Vec<&Agent> = Agent::list(context.account, context.caller).collect();
    PAGING.page(context, &agents, |agent| Agents::to_json(agent, context))
}

fn set_password(context: &mut RequestContext<'_>) -> Result<HandlerResponse, ErrorResponse> {
    let key = Agents::key(context)?;
    let password = context.input.required_text("password")?.to_owned();
    if let Some(agent) = context.account.agent_by_email_mut(&key) {
        agent.password = password;
    }
    Ok(HandlerResponse::Empty)
}

/// Unlocks an agent: nothing to do, since the sandbox locks none.
fn unlock(context: &mut RequestContext<'_>) -> Result<HandlerResponse, ErrorResponse> {
    Agents::key(context)?;
    Ok(HandlerResponse::Empty)
}
