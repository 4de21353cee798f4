//! Offline messages.

use serde_json::{Value, json};

use crate::{
    account::{State, entity::chat::OfflineMessage, forms, topics},
    engine::{
        error::Refusal,
        parameter::Kind,
        route::{Exchange, Route},
    },
    quirks::{Quirk, Quirks},
    v1::{chats::days, json_forms},
};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("livechat/offline_messages", list)
            .query("date_from", Kind::Date)
            .query("date_to", Kind::Date)
            .query("keyword", Kind::Text)
            .query("department", Kind::Integer)
            .query("page", Kind::Page),
        Route::get("livechat/offline_messages/{id}", get).path("id", Kind::Uuid),
    ]
}

/// The newest first.
fn list(exchange: &mut Exchange<'_>) -> Value {
    let (state, arguments) = (&*exchange.state, &exchange.arguments);
    let days = days(arguments, exchange.now);
    let keyword = arguments
        .text("keyword")
        .filter(|keyword| !keyword.is_empty());
    let department = arguments.filter("department");
    let found: Vec<&OfflineMessage> = state
        .offline_messages
        .iter()
        .rev()
        .filter(|message| days.contains(&message.time))
        .filter(|message| department.is_none_or(|id| message.department == Some(id)))
        .filter(|message| keyword.is_none_or(|keyword| mentions(state, message, keyword)))
        .collect();
    let (items, pages) = json_forms::page(&found, arguments.integer("page").unwrap_or(1));
    let items: Vec<Value> = items
        .iter()
        .map(|message| shown(state, message, exchange.quirks))
        .collect();
    page(&items, pages, found.len())
}

fn page(messages: &[Value], pages: usize, total: usize) -> Value {
    json!({ "offline_messages": messages, "pages": pages, "total": total })
}

fn get(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let id = exchange.arguments.required_text("id")?;
    let state = &exchange.state;
    let message = state
        .offline_messages
        .iter()
        .find(|message| message.id == id)
        .ok_or_else(|| Refusal::not_found(format!("The offline message {id} does not exist.")))?;
    let asked_for = shown(state, message, exchange.quirks);
    if !exchange.quirks.has(Quirk::OfflineMessageInPage) {
        return Ok(asked_for);
    }
    // Behind another one, so that whoever takes the first is found out.
    let other = state
        .offline_messages
        .iter()
        .find(|other| other.id != message.id);
    let other = other.map(|other| shown(state, other, exchange.quirks));
    let messages: Vec<Value> = other.into_iter().chain([asked_for]).collect();
    Ok(page(&messages, 1, messages.len()))
}

fn content(message: &OfflineMessage) -> String {
    let topic = topics::topic(message.seed);
    format!("Hello,\n{}\nKind regards", topic.question)
}

fn mentions(state: &State, message: &OfflineMessage, keyword: &str) -> bool {
    let topic = topics::topic(message.seed);
    let content = content(message);
    match state.visitors.get(message.visitor) {
        Some(visitor) => json_forms::contains(
            &[
                &visitor.name,
                &visitor.email,
                visitor.company,
                &visitor.phone,
                topic.subject,
                &content,
            ],
            keyword,
        ),
        None => json_forms::contains(&[topic.subject, &content], keyword),
    }
}

fn shown(state: &State, message: &OfflineMessage, quirks: Quirks) -> Value {
    let visitor = state.visitors.get(message.visitor);
    let fields = forms::custom_answers(message.seed, forms::offline_message());
    json!({
        "id": message.id,
        "name": visitor.map(|visitor| visitor.name.as_str()),
        "email": visitor.map(|visitor| visitor.email.as_str()),
        "company": visitor.map(|visitor| visitor.company),
        "phone": visitor.map(|visitor| visitor.phone.as_str()),
        "department": state.department_name(message.department).unwrap_or_default(),
        "subject": topics::topic(message.seed).subject,
        "content": content(message),
        "custom_fields": json_forms::custom_fields(&fields, quirks),
        "attachment": json_forms::attachments(message.seed, 34, quirks),
        "time": json_forms::date(message.time, quirks),
    })
}
