//! Offline messages.

use serde_json::{Value, json};

use super::json_forms::{attachments, custom_fields, date, days, keyword, page};
use crate::{
    account::{
        account::Account,
        chats,
        entity::chat::OfflineMessage,
        forms,
        offline_messages::{self, OfflineMessageQuery, content, subject},
    },
    engine::{
        error::ErrorResponse,
        parameter::Format,
        route::{RequestContext, Route},
    },
    quirks::{Quirk, Quirks},
};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("livechat/offline_messages", list)
            .query("date_from", Format::Date)
            .query("date_to", Format::Date)
            .query("keyword", Format::Text)
            .query("department", Format::Integer)
            .query("page", Format::Page),
        Route::get("livechat/offline_messages/{id}", get).path("id", Format::Uuid),
    ]
}

fn list(context: &mut RequestContext<'_>) -> Value {
    let input = &context.input;
    let query = OfflineMessageQuery {
        time: Some(days(input, context.now)),
        keyword: keyword(input),
        department: input.filter("department"),
    };
    let found = offline_messages::search(context.account, &query);
    let (items, pages) = page(&found, input);
    let items = items
        .iter()
        .map(|message| to_json(context.account, message, context.quirks()));
    page_json(&items.collect::<Value>(), pages, found.len())
}

fn page_json(messages: &Value, pages: usize, total: usize) -> Value {
    json!({ "offline_messages": messages, "pages": pages, "total": total })
}

fn get(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let (account, quirks) = (&*context.account, context.quirks());
    let message = offline_messages::find(account, context.input.required_text("id")?)?;
    let requested = to_json(account, message, quirks);
    if !quirks.has(Quirk::OfflineMessageInPage) {
        return Ok(requested);
    }
    // Behind another message, so that a client that takes the first one fails its tests.
    let mut others = account.offline_messages.iter();
    let other = others.find(|other| other.id != message.id);
    let other = other.map(|other| to_json(account, other, quirks));
    let total = 1 + usize::from(other.is_some());
    let messages = other.into_iter().chain([requested]).collect();
    Ok(page_json(&messages, 1, total))
}

fn to_json(account: &Account, message: &OfflineMessage, quirks: Quirks) -> Value {
    let visitor = account.visitors.get(message.visitor);
    let fields = forms::custom_answers(message.seed, forms::offline_message());
    json!({
        "id": message.id,
        "name": visitor.map(|visitor| visitor.name.as_str()),
        "email": visitor.map(|visitor| visitor.email.as_str()),
        "company": visitor.map(|visitor| visitor.company),
        "phone": visitor.map(|visitor| visitor.phone.as_str()),
        "department": account.department_name(message.department).unwrap_or_default(),
        "subject": subject(message),
        "content": content(message),
        "custom_fields": custom_fields(&fields, quirks),
        "attachment": attachments(chats::attachments(message.seed, 34), quirks),
        "time": date(message.time, quirks),
    })
}
