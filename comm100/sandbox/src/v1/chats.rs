//! The history of chats.

use jiff::tz::Offset;
use serde_json::{Value, json};

use crate::{
    account::{State, entity::chat::Chat, forms, seed::visitors, topics},
    clock::{DAY, local, moment},
    engine::{
        error::Refusal,
        input::Arguments,
        parameter::Kind,
        route::{Exchange, Route},
    },
    quirks::{Quirk, Quirks},
    random::Random,
    v1::json_forms,
};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("livechat/chats", list)
            .query("date_from", Kind::Date)
            .query("date_to", Kind::Date)
            .query("keyword", Kind::Text)
            .query("department", Kind::Integer)
            .query("operator", Kind::Integer)
            .query("rating", Kind::Integer)
            .query("page", Kind::Page),
        Route::get("livechat/chats/{id}", get).path("id", Kind::Uuid),
    ]
}

/// The first moment of `date_from` and the first after `date_to`, both today by default.
pub(crate) fn days(arguments: &Arguments, now: i64) -> std::ops::Range<i64> {
    let start = |name| {
        let today = local(now, Offset::UTC).date();
        let date = arguments.date(name).unwrap_or(today);
        moment(date.to_datetime(jiff::civil::Time::midnight()), Offset::UTC)
    };
    start("date_from")..start("date_to") + DAY
}

/// The newest first.
fn list(exchange: &mut Exchange<'_>) -> Value {
    let (state, arguments) = (&*exchange.state, &exchange.arguments);
    let days = days(arguments, exchange.now);
    let keyword = arguments
        .text("keyword")
        .filter(|keyword| !keyword.is_empty());
    let department = arguments.filter("department");
    let operator = arguments.filter("operator");
    let rating = arguments.filter("rating");
    let found: Vec<&Chat> = state
        .chats
        .iter()
        .rev()
        .filter(|chat| chat.is_chat() && days.contains(&chat.start))
        .filter(|chat| department.is_none_or(|id| chat.department == Some(id)))
        .filter(|chat| operator.is_none_or(|id| chat.agents.contains(&id)))
        .filter(|chat| rating.is_none_or(|rating| chat.rating == rating))
        .filter(|chat| keyword.is_none_or(|keyword| mentions(state, chat, keyword)))
        .collect();
    let (page, pages) = json_forms::page(&found, arguments.integer("page").unwrap_or(1));
    let chats: Value = page
        .iter()
        .map(|chat| shown(state, chat, exchange.quirks))
        .collect();
    json!({ "chats": chats, "pages": pages, "total": found.len() })
}

fn get(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let id = exchange.arguments.required_text("id")?;
    let chat = exchange
        .state
        .chats
        .iter()
        .find(|chat| chat.is_chat() && chat.id == id);
    match chat {
        Some(chat) => Ok(shown(exchange.state, chat, exchange.quirks)),
        None => Err(Refusal::not_found(format!("The chat {id} does not exist."))),
    }
}

fn mentions(state: &State, chat: &Chat, keyword: &str) -> bool {
    let transcript = topics::transcript(state, chat);
    match state.visitors.get(chat.visitor) {
        Some(visitor) => json_forms::contains(
            &[
                &visitor.name,
                &visitor.email,
                visitor.company,
                &visitor.phone,
                &transcript,
            ],
            keyword,
        ),
        None => json_forms::contains(&[&transcript], keyword),
    }
}

fn shown(state: &State, chat: &Chat, quirks: Quirks) -> Value {
    let visitor = state.visitors.get(chat.visitor);
    let pre_chat = forms::pre_chat(chat.campaign);
    let captured = visitor
        .map(|visitor| visitors::captured(visitor.seed))
        .unwrap_or_default();
    let variables: Value = captured
        .into_iter()
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    let rating = match chat.rating {
        rating if quirks.has(Quirk::NumericRatings) => Value::from(rating),
        rating => Value::from(rating.to_string()),
    };
    let comments = comments(chat);
    json!({
        "id": chat.id,
        "name": visitor.map(|visitor| visitor.name.as_str()),
        "email": visitor.map(|visitor| visitor.email.as_str()),
        "company": visitor.map(|visitor| visitor.company),
        "phone": visitor.map(|visitor| visitor.phone.as_str()),
        "product_service": forms::system_answer(chat.seed, pre_chat, "product"),
        "department": state.department_name(chat.department),
        "operators": operators(state, chat, quirks),
        "custom_fields":
            json_forms::custom_fields(&forms::custom_answers(chat.seed, pre_chat), quirks),
        "custom_variable": variables,
        "start_time": json_forms::date(chat.start, quirks),
        "waiting_time": format!("{}s", chat.waiting),
        "end_time": json_forms::date(chat.end, quirks),
        "chat_transcript": topics::transcript(state, chat),
        "attachment": json_forms::attachments(chat.seed, 30, quirks),
        "note_attachment": json_forms::attachments(chat.seed, 31, quirks),
        "rating": rating,
        "rating_comment": comments[0],
        "operator_comment": comments[1],
        "wrap_up": wrap_up(chat, quirks),
    })
}

/// The agents that took part.
fn operators(state: &State, chat: &Chat, quirks: Quirks) -> Value {
    let agents = chat
        .agents
        .iter()
        .filter_map(|id| state.agents.iter().find(|agent| agent.id == *id));
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

/// What the visitor and the agent said about it, where they did.
fn comments(chat: &Chat) -> [Option<&'static str>; 2] {
    let mut random = Random::of(chat.seed, 32);
    let of_rating = match chat.rating {
        4 | 5 => Some("Quick and friendly."),
        1 | 2 => Some("It took too long."),
        _ => None,
    };
    [
        of_rating.filter(|_| random.chance(40)),
        Some("Please call back on Monday.").filter(|_| random.chance(10)),
    ]
}

fn wrap_up(chat: &Chat, quirks: Quirks) -> Value {
    if !chat.wrapped_up {
        return Value::Null;
    }
    let fields = forms::wrap_up(chat.campaign);
    json!({
        "category": forms::system_answer(chat.seed, fields, "category"),
        "comment": Random::of(chat.seed, 33).chance(30).then_some("Solved in the chat."),
        "fields": json_forms::custom_fields(&forms::custom_answers(chat.seed, fields), quirks),
        "time": json_forms::date(chat.end + 30, quirks),
    })
}
