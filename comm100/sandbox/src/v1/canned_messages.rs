//! Canned messages: public ones, which take a permission, and each agent's own private ones.

use serde_json::{Value, json};

use crate::{
    account::{access::Permission, entity::settings::CannedMessage},
    engine::{
        auth,
        error::Refusal,
        parameter::Kind,
        response::Reply,
        route::{Exchange, Route},
    },
};

const ALL: &str = "livechat/cannedMessages";
const ONE: &str = "livechat/cannedMessages/{id}";

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get(ALL, list),
        Route::get(ONE, get).path("id", Kind::Integer),
        Route::post(ALL, create)
            .required_form("name", Kind::Text)
            .required_form("message", Kind::Text)
            .form("categoryId", Kind::Integer)
            .form("isPrivate", Kind::Boolean)
            .form("shortcuts", Kind::Text),
        Route::put(ONE, update)
            .path("id", Kind::Integer)
            .form("name", Kind::Text)
            .form("message", Kind::Text)
            .form("categoryId", Kind::Integer)
            .form("isPrivate", Kind::Boolean)
            .form("shortcuts", Kind::Text),
        Route::delete(ONE, remove).path("id", Kind::Integer),
    ]
}

fn list(exchange: &mut Exchange<'_>) -> Value {
    let all = exchange.state.canned_messages.iter();
    all.filter(|message| is_listed(exchange, message.owner))
        .map(shown)
        .collect()
}

fn get(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    Ok(shown(&exchange.state.canned_messages[index(exchange)?]))
}

fn create(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let owner = chosen_owner(exchange, None)?;
    let category = category(exchange)?.unwrap_or_default();
    add(exchange, category, owner)
}

/// Adds the message that the form tells of.
pub(crate) fn add(
    exchange: &mut Exchange<'_>,
    category: u64,
    owner: Option<u64>,
) -> Result<Value, Refusal> {
    let message = CannedMessage {
        id: exchange.state.new_id(),
        name: exchange.arguments.required_text("name")?.to_owned(),
        message: exchange.arguments.required_text("message")?.to_owned(),
        category,
        owner,
        shortcuts: exchange
            .arguments
            .text("shortcuts")
            .unwrap_or_default()
            .to_owned(),
    };
    let created = shown(&message);
    exchange.state.canned_messages.push(message);
    Ok(created)
}

fn update(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let index = index(exchange)?;
    let owner = chosen_owner(exchange, exchange.state.canned_messages[index].owner)?;
    let category = category(exchange)?;
    for name in ["name", "message"] {
        check_not_empty(exchange, name)?;
    }
    let message = &mut exchange.state.canned_messages[index];
    message.owner = owner;
    message.category = category.unwrap_or(message.category);
    for (name, field) in [
        ("name", &mut message.name),
        ("message", &mut message.message),
        ("shortcuts", &mut message.shortcuts),
    ] {
        if let Some(text) = exchange.arguments.text(name) {
            text.clone_into(field);
        }
    }
    get(exchange)
}

fn remove(exchange: &mut Exchange<'_>) -> Result<Reply, Refusal> {
    let index = index(exchange)?;
    exchange.state.canned_messages.remove(index);
    Ok(Reply::Empty)
}

/// Where the message of the path is.
fn index(exchange: &Exchange<'_>) -> Result<usize, Refusal> {
    let id = exchange.arguments.required_integer("id")?;
    let mut messages = exchange.state.canned_messages.iter().enumerate();
    let (index, message) = messages
        .find(|(_, message)| message.id == id)
        .ok_or_else(|| not_found(exchange, "canned message"))?;
    check_owner(exchange, message.owner, "canned message")?;
    Ok(index)
}

pub(crate) fn not_found(exchange: &Exchange<'_>, thing: &str) -> Refusal {
    let id = exchange.arguments.integer("id").unwrap_or_default();
    Refusal::not_found(format!("The {thing} {id} does not exist."))
}

/// The category of the form, if it names one; 0 is none.
fn category(exchange: &Exchange<'_>) -> Result<Option<u64>, Refusal> {
    match exchange.arguments.integer("categoryId") {
        None => Ok(None),
        Some(0) => Ok(Some(0)),
        Some(id) => exchange
            .state
            .categories
            .iter()
            .find(|category| category.id == id && is_listed(exchange, category.owner))
            .map(|category| Some(category.id))
            .ok_or_else(|| {
                Refusal::malformed("categoryId", &format!("the id of a category, {id} is none"))
            }),
    }
}

pub(crate) fn shown(message: &CannedMessage) -> Value {
    json!({
        "id": message.id,
        "name": message.name,
        "message": message.message,
        "categoryId": message.category,
        "isPrivate": message.owner.is_some(),
        "shortcuts": message.shortcuts,
    })
}

/// Whether the caller may see what belongs to this agent, or to all.
pub(crate) fn is_listed(exchange: &Exchange<'_>, owner: Option<u64>) -> bool {
    match owner {
        Some(owner) => owner == exchange.caller,
        None => may_manage_public(exchange),
    }
}

/// Refuses what is public to an agent without the permission. What is another agent's own does not
/// exist for the caller.
pub(crate) fn check_owner(
    exchange: &Exchange<'_>,
    owner: Option<u64>,
    thing: &str,
) -> Result<(), Refusal> {
    match owner {
        None if !may_manage_public(exchange) => {
            Err(auth::denied(Permission::ManagePublicCannedMessages))
        }
        Some(owner) if owner != exchange.caller => Err(not_found(exchange, thing)),
        _ => Ok(()),
    }
}

/// Whose it will be as `isPrivate` says, by default as `present` says.
pub(crate) fn chosen_owner(
    exchange: &Exchange<'_>,
    present: Option<u64>,
) -> Result<Option<u64>, Refusal> {
    let owner = match exchange.arguments.boolean("isPrivate") {
        Some(true) => Some(exchange.caller),
        Some(false) => None,
        None => present,
    };
    check_owner(exchange, owner, "canned message")?;
    Ok(owner)
}

pub(crate) fn check_not_empty(exchange: &Exchange<'_>, name: &str) -> Result<(), Refusal> {
    match exchange.arguments.text(name) {
        Some(text) if text.trim().is_empty() => {
            Err(Refusal::malformed(name, "a text that is not empty"))
        }
        _ => Ok(()),
    }
}

fn may_manage_public(exchange: &Exchange<'_>) -> bool {
    let permission = Permission::ManagePublicCannedMessages;
    auth::may(exchange.state, exchange.caller, permission)
}
