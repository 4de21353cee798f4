//! Canned messages and their categories.

use serde_json::{Value, json};

use crate::{
    account::{
        access::Permission,
        canned_messages::CannedMessageChanges,
        categories::CategoryChanges,
        entity::settings::{CannedMessage, Category},
    },
    engine::{
        crud::{Resource, crud},
        route::{RequestContext, Route},
    },
    v2::{
        numbered::numbered,
        tables::livechat::{CANNED_MESSAGE, CANNED_MESSAGE_CATEGORY},
    },
};

pub(super) fn routes() -> Vec<Route> {
    crud::<CannedMessages>()
        .into_iter()
        .chain(crud::<Categories>())
        .map(|route| route.permission(Permission::ManagePublicCannedMessages))
        .collect()
}

struct CannedMessages;

impl Resource for CannedMessages {
    type Entity = CannedMessage;
    numbered!("livechat/cannedMessages", CANNED_MESSAGE);

    fn changes(context: &RequestContext<'_>) -> CannedMessageChanges {
        let input = &context.input;
        CannedMessageChanges {
            name: input.owned("name"),
            message: input.owned("message"),
            category: input.integer("categoryId"),
            is_private: input.boolean("isPrivate"),
            shortcuts: input.owned("shortCuts"),
        }
    }

    fn to_json(message: &CannedMessage, _: &RequestContext<'_>) -> Value {
        json!({
            "id": message.id,
            "isPrivate": message.owner.is_some(),
            "name": message.name,
            "message": message.message,
            "categoryId": message.category,
            "shortCuts": message.shortcuts,
        })
    }
}

struct Categories;

impl Resource for Categories {
    type Entity = Category;
    numbered!("livechat/cannedMessageCategories", CANNED_MESSAGE_CATEGORY);

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
            "isPrivate": category.owner.is_some(),
            "name": category.name,
            "parentId": category.parent,
        })
    }
}
