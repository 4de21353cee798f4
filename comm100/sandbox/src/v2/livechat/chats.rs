//! The history of chats.

use jiff::tz::Offset;
use serde_json::{Value, json};

use super::conditions::Condition;
use crate::{
    account::{
        account::Account,
        chats::{self, ChatQuery, comments, wrap_up_comment},
        entity::chat::Chat,
        forms,
        seed::visitors,
        topics::{self, Author},
    },
    clock::local,
    engine::{
        error::ErrorResponse,
        parameter::Format,
        response::HandlerResponse,
        route::{BodyKind, RequestContext, Route},
    },
    v2::{
        json_forms::{attachments, custom_fields, period, time, with_period},
        pages::Paging,
    },
};

const CHATS: &str = "livechat/chats";
const CHAT: &str = "livechat/chats/{id}";

pub(super) const PAGING: Paging = Paging {
    key: "chats",
    size: 10,
    largest: Some(100),
    end: Some(""),
    first_is_previous: true,
};

pub(super) fn routes() -> Vec<Route> {
    let list = with_period(Route::get(CHATS, list))
        .query("agentId", Format::Integer)
        .query("departmentId", Format::Integer)
        .query("categoryId", Format::Integer)
        .query("visitorId", Format::Uuid)
        .query("keywords", Format::Text)
        .query("conditions", Format::Conditions);
    vec![
        PAGING.parameters(list),
        Route::get(CHAT, get).path("id", Format::Uuid),
        Route::delete(CHAT, remove).path("id", Format::Uuid),
        Route::delete(CHATS, remove_many).body(BodyKind::AnyForm),
    ]
}

fn list(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let (account, input) = (&*context.account, &context.input);
    let query = ChatQuery {
        time: Some(period(context)?),
        keyword: input.text("keywords"),
        department: input.filter("departmentId"),
        agent: input.filter("agentId"),
        rating: None,
    };
    let conditions = Condition::read(input)?;
    let visitor = input.text("visitorId");
    let found: Vec<&Chat> = chats::search(account, &query)
        .into_iter()
        .filter(|chat| {
            let id = account
                .visitors
                .get(chat.visitor)
                .map(|known| known.id.as_str());
            visitor.is_none() || visitor == id
        })
        .filter(|chat| {
            conditions
                .iter()
                .all(|condition| condition.matches(account, chat))
        })
        // No endpoint lists the ids of wrap-up categories, so no chat has one.
        .filter(|_| input.filter("categoryId").is_none())
        .collect();
    PAGING.page(context, &found, |chat| to_json(account, chat))
}

fn get(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let chat = chats::find(context.account, context.input.required_text("id")?)?;
    Ok(to_json(context.account, chat))
}

fn remove(context: &mut RequestContext<'_>) -> Result<HandlerResponse, ErrorResponse> {
    let id = context.input.required_text("id")?;
    chats::find(context.account, id)?;
    context.account.chats.retain(|chat| chat.id != id);
    Ok(HandlerResponse::Empty)
}

/// The ids are a form with the keys `[0]`, `[1]` and so on. Unknown ids are ignored.
fn remove_many(context: &mut RequestContext<'_>) -> Result<HandlerResponse, ErrorResponse> {
    let mut ids = Vec::new();
    for (index, (key, id)) in form_urlencoded::parse(context.body).enumerate() {
        if key != format!("[{index}]") {
            return Err(ErrorResponse::unknown_parameter(&key));
        }
        ids.push(id.to_ascii_lowercase());
    }
    if ids.is_empty() {
        return Err(ErrorResponse::required("[0]"));
    }
    context.account.chats.retain(|chat| !ids.contains(&chat.id));
    Ok(HandlerResponse::Empty)
}

/// A request for a chat. One that no agent took has no agents and no transcript.
pub(super) fn to_json(account: &Account, chat: &Chat) -> Value {
    let visitor = account.visitors.get(chat.visitor);
    let form = forms::pre_chat(chat.campaign);
    let captured = visitor.map(|visitor| visitors::captured(visitor.seed));
    let variables: Value = captured
        .into_iter()
        .flatten()
        .zip(381..)
        .map(|((name, value), id)| json!({ "id": id, "name": name, "value": value }))
        .collect();
    let agents: Value = account
        .agents_of(chat)
        .map(|agent| {
            json!({ "id": agent.id, "display_name": agent.display_name, "email": agent.email })
        })
        .collect();
    let transcript = chat.is_chat().then(|| transcript(account, chat));
    json!({
        "id": chat.id,
        "ssoUserId": "",
        "name": visitor.map_or("", |visitor| visitor.name.as_str()),
        "email": visitor.map_or("", |visitor| visitor.email.as_str()),
        "department": account.department_name(chat.department).unwrap_or_default(),
        "agents": agents,
        "prechatFields": custom_fields(&forms::custom_answers(chat.seed, form)),
        "customVariables": variables,
        "requestTime": time(chat.start),
        "waitingTime": duration(chat.waiting),
        "endTime": time(chat.end),
        "chatTranscript": transcript,
        "attachments": attachments(chats::attachments(chat.seed, 30)),
        "noteAttachments": attachments(chats::attachments(chat.seed, 31)),
        "postChat": post_chat(chat),
        "wrapup": wrap_up(chat),
    })
}

/// Writes a duration as `HH:mm:ss`.
fn duration(seconds: i64) -> String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    format!("{hours:02}:{minutes:02}:{:02}", seconds % 60)
}

/// Returns the transcript as JSON. Its times have another form than all others.
fn transcript(account: &Account, chat: &Chat) -> Value {
    topics::lines(account, chat)
        .into_iter()
        .map(|line| {
            let time = local(line.time, Offset::UTC).strftime("%m/%d/%Y %H:%M:%S");
            json!({
                "time": time.to_string(),
                "sender": line.sender,
                "type": match line.author {
                    Author::Agent => "enumAgent",
                    Author::Visitor => "enumVisitor",
                },
                "content": line.text,
                "isNoteMessage": false,
            })
        })
        .collect()
}

/// The grade is a text, and -1 without one.
fn post_chat(chat: &Chat) -> Value {
    let has_rating = forms::has_post_chat(chat);
    let grade = if has_rating {
        chat.rating.to_string()
    } else {
        "-1".to_owned()
    };
    let fields = if has_rating {
        forms::custom_answers(chat.seed, forms::post_chat(chat.campaign))
    } else {
        Vec::new()
    };
    json!({
        "ratingGrade": grade,
        "ratingComment": comments(chat)[0].unwrap_or_default(),
        "fields": custom_fields(&fields),
    })
}

fn wrap_up(chat: &Chat) -> Value {
    if !chat.wrapped_up {
        return Value::Null;
    }
    let fields = forms::wrap_up(chat.campaign);
    let category = forms::system_answer(chat.seed, fields, "category");
    let categories: Value = category
        .iter()
        .map(|category| match category.split_once(": ") {
            Some((group, category)) => json!({ "category": category, "group": group }),
            None => json!({ "category": category, "group": "" }),
        })
        .collect();
    json!({
        "category": categories,
        "comment": wrap_up_comment(chat).unwrap_or_default(),
        "fields": custom_fields(&forms::custom_answers(chat.seed, fields)),
    })
}
