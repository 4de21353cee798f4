//! The agent that sends the request. It needs no permission.

use serde_json::Value;

use super::agents::Agents;
use crate::{
    account::{crud::Entity as _, entity::agent::Agent},
    engine::{
        crud::Resource as _,
        error::ErrorResponse,
        parameter::{Format, Parameter},
        response::HandlerResponse,
        route::{RequestContext, Route},
    },
    v2::tables::account::AGENT,
};

pub(super) fn routes() -> Vec<Route> {
    let members = AGENT.iter().filter(|member| member.name != "password");
    vec![
        Route::get("account/agents/me", get),
        Route::put("account/agents/me", update).fields(members.map(|member| member.optional())),
        Route::put("account/agents/me/password", change_password).fields([
            Parameter::body("currentPassword", Format::Text).required(),
            Parameter::body("newPassword", Format::Text).required(),
        ]),
    ]
}

fn me<'a>(context: &'a RequestContext<'_>) -> Result<&'a Agent, ErrorResponse> {
    let me = context.account.agent(context.caller);
    me.ok_or_else(|| Agent::not_found(&context.caller.to_string()).into())
}

fn get(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    Ok(Agents::to_json(me(context)?, context))
}

fn update(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let key = me(context)?.key();
    let changes = Agents::changes(context);
    let author = context.author();
    Agent::update(context.account, &key, changes, author)?;
    get(context)
}

fn change_password(context: &mut RequestContext<'_>) -> Result<HandlerResponse, ErrorResponse> {
    let me = me(context)?;
    if me.password != context.input.required_text("currentPassword")? {
        return Err(ErrorResponse::malformed(
            "currentPassword",
            "the present password",
        ));
    }
    let key = me.key();
    let password = context.input.required_text("newPassword")?.to_owned();
    if let Some(agent) = context.account.agent_by_email_mut(&key) {
        agent.password = password;
    }
    Ok(HandlerResponse::Empty)
}
