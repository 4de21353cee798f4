//! Canned messages.

use serde_json::{Value, json};

use crate::{
    account::{canned_messages::CannedMessageChanges, entity::settings::CannedMessage},
    engine::{
        crud::{Resource, crud},
        error::ErrorResponse,
        parameter::{Format, Parameter},
        route::{RequestContext, Route},
    },
};

pub(super) fn routes() -> Vec<Route> {
    crud::<CannedMessages>()
}

pub(super) struct CannedMessages;

impl Resource for CannedMessages {
    type Entity = CannedMessage;
    const PATH: &'static str = "livechat/cannedMessages";
    const KEY: (&'static str, Format) = ("id", Format::Integer);
    const FIELDS: &'static [Parameter] = &[
        Parameter::body("name", Format::Text).required(),
        Parameter::body("message", Format::Text).required(),
        Parameter::body("categoryId", Format::Integer),
        Parameter::body("isPrivate", Format::Boolean),
        Parameter::body("shortcuts", Format::Text),
    ];

    fn key(context: &RequestContext<'_>) -> Result<u64, ErrorResponse> {
        context.input.required_integer("id")
    }

    fn changes(context: &RequestContext<'_>) -> CannedMessageChanges {
        let input = &context.input;
        CannedMessageChanges {
            name: input.owned("name"),
            message: input.owned("message"),
            category: input.integer("categoryId"),
            is_private: input.boolean("isPrivate"),
            shortcuts: input.owned("shortcuts"),
        }
    }

    fn to_json(message: &CannedMessage, _: &RequestContext<'_>) -> Value {
        json!({
            "id": message.id,
            "name": message.name,
            "message": message.message,
            "categoryId": message.category,
            "isPrivate": message.owner.is_some(),
            "shortcuts": message.shortcuts,
        })
    }
}
