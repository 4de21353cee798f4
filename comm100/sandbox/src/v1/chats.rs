//! The history of chats.

use serde_json::{Value, json};

use super::json_forms::{attachments, custom_fields, date, days, keyword, page, variables};
use crate::{
    account::{
        account::Account,
        chats::{self, ChatQuery, comments, wrap_up_comment},
        entity::chat::Chat,
        forms,
        seed::visitors,
        topics,
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
        Route::get("livechat/chats", list)
            .query("date_from", Format::Date)
            .query("date_to", Format::Date)
            .query("keyword", Format::Text)
            .query("department", Format::Integer)
            .query("operator", Format::Integer)
            .query("rating", Format::Integer)
            .query("page", Format::Page),
        Route::get("livechat/chats/{id}", get).path("id", Format::Uuid),
    ]
}

fn list(context: &mut RequestContext<'_>) -> Value {
    let input = &context.input;
    let query = ChatQuery {
        time: Some(days(input, context.now)),
        keyword: keyword(input),
        department: input.filter("department"),
        agent: input.filter("operator"),
        rating: input.filter("rating"),
    };
    let found = chats::search(context.account, &query);
    let (items, pages) = page(&found, input);
    let items: Value = items
        .iter()
        .map(|chat| to_json(context.account, chat, context.quirks()))
        .collect();
    json!({ "chats": items, "pages": pages, "total": found.len() })
}

fn get(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let chat = chats::find(context.account, context.input.required_text("id")?)?;
    Ok(to_json(context.account, chat, context.quirks()))
}

fn to_json(account: &Account, chat: &Chat, quirks: Quirks) -> Value {
    let visitor = account.visitors.get(chat.visitor);
    let pre_chat = forms::pre_chat(chat.campaign);
    let captured = visitor
        .map(|visitor| visitors::captured(visitor.seed))
        .unwrap_or_default();
    let rating = match chat.rating {
        rating if quirks.has(Quirk::NumericRatings) => Value::from(rating),
        rating => Value::from(rating.to_string()),
    };
    let [visitor_comment, agent_comment] = comments(chat);
    json!({
        "id": chat.id,
        "name": visitor.map(|visitor| visitor.name.as_str()),
        "email": visitor.map(|visitor| visitor.email.as_str()),
        "company": visitor.map(|visitor| visitor.company),
        "phone": visitor.map(|visitor| visitor.phone.as_str()),
        "product_service": forms::system_answer(chat.seed, pre_chat, "product"),
        "department": account.department_name(chat.department),
        "operators": operators(account, chat, quirks),
        "custom_fields": custom_fields(&forms::custom_answers(chat.seed, pre_chat), quirks),
        "custom_variable": variables(captured),
        "start_time": date(chat.start, quirks),
        "waiting_time": format!("{}s", chat.waiting),
        "end_time": date(chat.end, quirks),
        "chat_transcript": topics::transcript(account, chat),
        "attachment": attachments(chats::attachments(chat.seed, 30), quirks),
        "note_attachment": attachments(chats::attachments(chat.seed, 31), quirks),
        "rating": rating,
        "rating_comment": visitor_comment,
        "operator_comment": agent_comment,
        "wrap_up": wrap_up(chat, quirks),
    })
}

/// Returns the agents that took part: their names separated by commas, or a list with the quirk.
fn operators(account: &Account, chat: &Chat, quirks: Quirks) -> Value {
    let agents = account.agents_of(chat);
    if quirks.has(Quirk::OperatorObjects) {
        return agents
            .map(|agent| {
                json!({
                    "id": agent.id,
                    "display_name": agent.display_name,
                    "email": agent.email,
                })
            })
            .collect();
    }
    agents
        .map(|agent| agent.display_name.as_str())
        .collect::<Vec<_>>()
        .join(",")
        .into()
}

fn wrap_up(chat: &Chat, quirks: Quirks) -> Value {
    if !chat.wrapped_up {
        return Value::Null;
    }
    let fields = forms::wrap_up(chat.campaign);
    json!({
        "category": forms::system_answer(chat.seed, fields, "category"),
        "comment": wrap_up_comment(chat),
        "fields": custom_fields(&forms::custom_answers(chat.seed, fields), quirks),
        "time": date(chat.end + 30, quirks),
    })
}
