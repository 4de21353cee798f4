//! Categories of canned messages, and the messages in them.

use serde_json::{Value, json};

use super::messages::CannedMessages;
use crate::{
    account::{
        categories::{self, CategoryChanges},
        crud::Entity as _,
        entity::settings::{CannedMessage, Category},
    },
    engine::{
        crud::{Resource, crud},
        error::ErrorResponse,
        parameter::{Format, Parameter},
        route::{RequestContext, Route},
    },
};

const MESSAGES: &str = "livechat/cannedMessageCategories/{id}/cannedMessages";

pub(super) fn routes() -> Vec<Route> {
    let mut routes = crud::<Categories>();
    let fields = [
        Parameter::body("name", Format::Text).required(),
        Parameter::body("message", Format::Text).required(),
        Parameter::body("shortcuts", Format::Text),
    ];
    routes.push(Route::get(MESSAGES, messages).path("id", Format::Integer));
    routes.push(
        Route::post(MESSAGES, add_message)
            .path("id", Format::Integer)
            .parameters(fields),
    );
    routes
}

struct Categories;

impl Resource for Categories {
    type Entity = Category;
    const PATH: &'static str = "livechat/cannedMessageCategories";
    const KEY: (&'static str, Format) = ("id", Format::Integer);
    const FIELDS: &'static [Parameter] = &[
        Parameter::body("name", Format::Text).required(),
        Parameter::body("parentId", Format::Integer),
        Parameter::body("isPrivate", Format::Boolean),
    ];

    fn key(context: &RequestContext<'_>) -> Result<u64, ErrorResponse> {
        context.input.required_integer("id")
    }

    fn changes(context: &RequestContext<'_>) -> CategoryChanges {
        CategoryChanges {
            name: context.input.owned("name"),
            parent: context.input.integer("parentId"),
            is_private: context.input.boolean("isPrivate"),
        }
    }

    fn to_json(category: &Category, _: &RequestContext<'_>) -> Value {
        json!({
            "id": category.id,
            "name": category.name,
            "parentId": category.parent,
            "isPrivate": category.owner.is_some(),
        })
    }
}

fn messages(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let id = Categories::key(context)?;
    let category = Category::find(context.account, &id, context.caller)?;
    Ok(
        categories::messages(context.account, category.id, context.caller)
            .map(|message| CannedMessages::to_json(message, context))
            .collect(),
    )
}

fn add_message(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let category = Categories::key(context)?;
    let changes = CannedMessages::changes(context);
    let author = context.author();
    let id = categories::add_message(context.account, category, changes, author)?;
    let message = CannedMessage::find(context.account, &id, context.caller)?;
    Ok(CannedMessages::to_json(message, context))
}
