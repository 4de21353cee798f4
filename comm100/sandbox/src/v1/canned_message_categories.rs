//! Categories of canned messages.

use serde_json::{Value, json};

use crate::{
    account::entity::settings::Category,
    engine::{
        error::Refusal,
        parameter::Kind,
        response::Reply,
        route::{Exchange, Route},
    },
    v1::canned_messages::{self, check_not_empty, check_owner, chosen_owner, is_listed, not_found},
};

const ALL: &str = "livechat/cannedMessageCategories";
const ONE: &str = "livechat/cannedMessageCategories/{id}";
const MESSAGES: &str = "livechat/cannedMessageCategories/{id}/cannedMessages";

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get(ALL, list),
        Route::get(ONE, get).path("id", Kind::Integer),
        Route::post(ALL, create)
            .required_form("name", Kind::Text)
            .form("parentId", Kind::Integer)
            .form("isPrivate", Kind::Boolean),
        Route::put(ONE, update)
            .path("id", Kind::Integer)
            .form("name", Kind::Text)
            .form("parentId", Kind::Integer)
            .form("isPrivate", Kind::Boolean),
        Route::delete(ONE, remove).path("id", Kind::Integer),
        Route::get(MESSAGES, messages).path("id", Kind::Integer),
        Route::post(MESSAGES, add_message)
            .path("id", Kind::Integer)
            .required_form("name", Kind::Text)
            .required_form("message", Kind::Text)
            .form("shortcuts", Kind::Text),
    ]
}

fn list(exchange: &mut Exchange<'_>) -> Value {
    let all = exchange.state.categories.iter();
    all.filter(|category| is_listed(exchange, category.owner))
        .map(shown)
        .collect()
}

fn get(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    Ok(shown(&exchange.state.categories[index(exchange)?]))
}

fn create(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let owner = chosen_owner(exchange, None)?;
    let parent = parent(exchange, None)?.unwrap_or_default();
    let name = exchange.arguments.required_text("name")?.to_owned();
    let category = Category {
        id: exchange.state.new_id(),
        name,
        parent,
        owner,
    };
    let created = shown(&category);
    exchange.state.categories.push(category);
    Ok(created)
}

fn update(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let index = index(exchange)?;
    let present = &exchange.state.categories[index];
    let owner = chosen_owner(exchange, present.owner)?;
    let parent = parent(exchange, Some(present.id))?;
    check_not_empty(exchange, "name")?;
    let category = &mut exchange.state.categories[index];
    category.owner = owner;
    category.parent = parent.unwrap_or(category.parent);
    if let Some(name) = exchange.arguments.text("name") {
        name.clone_into(&mut category.name);
    }
    get(exchange)
}

/// What was in it has no category, and what was below it is at the top: nothing is lost.
fn remove(exchange: &mut Exchange<'_>) -> Result<Reply, Refusal> {
    let index = index(exchange)?;
    let state = &mut *exchange.state;
    let removed = state.categories.remove(index).id;
    for message in state
        .canned_messages
        .iter_mut()
        .filter(|known| known.category == removed)
    {
        message.category = 0;
    }
    for category in state
        .categories
        .iter_mut()
        .filter(|known| known.parent == removed)
    {
        category.parent = 0;
    }
    Ok(Reply::Empty)
}

fn messages(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let category = exchange.state.categories[index(exchange)?].id;
    let all: Value = exchange
        .state
        .canned_messages
        .iter()
        .filter(|message| message.category == category && is_listed(exchange, message.owner))
        .map(canned_messages::shown)
        .collect();
    Ok(all)
}

/// The message is private if the category is.
fn add_message(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let category = &exchange.state.categories[index(exchange)?];
    let (id, owner) = (category.id, category.owner);
    canned_messages::add(exchange, id, owner)
}

/// Where the category of the path is.
fn index(exchange: &Exchange<'_>) -> Result<usize, Refusal> {
    let id = exchange.arguments.required_integer("id")?;
    let mut categories = exchange.state.categories.iter().enumerate();
    let (index, category) = categories
        .find(|(_, category)| category.id == id)
        .ok_or_else(|| not_found(exchange, "category"))?;
    check_owner(exchange, category.owner, "category")?;
    Ok(index)
}

/// The parent of the form, if it names one: 0, or a category that does not lie below `own`.
fn parent(exchange: &Exchange<'_>, own: Option<u64>) -> Result<Option<u64>, Refusal> {
    let Some(parent) = exchange.arguments.integer("parentId") else {
        return Ok(None);
    };
    let categories = &exchange.state.categories;
    let mut ancestor = parent;
    // No chain of parents is longer than there are categories.
    for _ in 0..=categories.len() {
        if ancestor == 0 {
            return Ok(Some(parent));
        }
        if Some(ancestor) == own {
            let expected = "the id of a category that is not below this one";
            return Err(Refusal::malformed("parentId", expected));
        }
        let known = categories
            .iter()
            .find(|category| category.id == ancestor && is_listed(exchange, category.owner));
        match known {
            Some(category) => ancestor = category.parent,
            None => break,
        }
    }
    Err(Refusal::malformed(
        "parentId",
        &format!("the id of a category, {parent} is none"),
    ))
}

fn shown(category: &Category) -> Value {
    json!({
        "id": category.id,
        "name": category.name,
        "parentId": category.parent,
        "isPrivate": category.owner.is_some(),
    })
}
