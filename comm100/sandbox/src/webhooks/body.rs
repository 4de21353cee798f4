//! The JSON of events. Its forms differ from those of the API's versions.

use comm100_core::{__private::config_error, Result};
use serde_json::{Value, json};

use super::notification::{Kind, Notification};
use super::text::{date, language, transcript};
use crate::account::{
    account::Account,
    chats::{self, comments, wrap_up_comment},
    entity::chat::{Chat, OfflineMessage},
    entity::visitor::Activity,
    forms::{self, Field},
    offline_messages::{self, content, subject},
    seed::visitors::{PAGES, captured, details},
    visitors::{history, variables},
};

/// Writes the body of an event.
///
/// # Errors
///
/// A `Config` error if the account has no such chat, message or agent.
pub(crate) fn write(account: &Account, notification: &Notification) -> Result<Vec<u8>> {
    let writer = Writer {
        account,
        has_guids: notification.has_guids,
    };
    let json = match &notification.kind {
        Kind::ChatRequested(id) => {
            writer.of_chat("chat_request", Activity::WaitingForChat, find(account, id)?)
        }
        Kind::ChatStarted(id) => {
            writer.of_chat("chat_started", Activity::Chatting, find(account, id)?)
        }
        Kind::ChatTransferred(id) => {
            let chat = find(account, id)?;
            let mut json = writer.of_chat("chat_transferred", Activity::Chatting, chat);
            json["chat"] = writer.chat(chat);
            json
        }
        Kind::ChatEnded(id) => {
            let chat = find(account, id)?;
            let mut json = writer.of_chat("chat_ended", Activity::ChatEnded, chat);
            json["chat"] = writer.chat(chat);
            json
        }
        Kind::ChatWrappedUp(id) => {
            let chat = find(account, id)?;
            let mut json = writer.of_chat("chat_wrapped_up", Activity::Chatting, chat);
            json["chat_id"] = Value::from(chat.id.as_str());
            json["wrapup"] = writer.wrap_up(chat);
            json
        }
        Kind::OfflineMessageSubmitted(id) => {
            let message = offline_messages::find(account, id).map_err(|_| {
                config_error(
                    "the sandbox has no offline message with this id; pass one of its list"
                        .to_owned(),
                )
            })?;
            json!({
                "event": "offline_message_submitted",
                "offline_message": writer.offline_message(message),
                "visitor": writer.visitor(message.visitor, &message.id, message.department, Activity::InSite),
            })
        }
        Kind::AgentStatusChanged { email, status } => {
            let agent = account.agent_by_email(email).ok_or_else(|| {
                config_error(
                    "the sandbox has no agent with this email; use one that its documentation lists, or create it"
                        .to_owned(),
                )
            })?;
            json!({ "event": status, "operator_id": writer.id(agent.id) })
        }
        Kind::Body { body, .. } => return Ok(body.to_vec()),
    };
    Ok(json.to_string().into_bytes())
}

fn find<'a>(account: &'a Account, id: &str) -> Result<&'a Chat> {
    chats::find(account, id).map_err(|_| {
        config_error("the sandbox has no chat with this id; pass one of its list".to_owned())
    })
}

struct Writer<'a> {
    account: &'a Account,
    has_guids: bool,
}

impl Writer<'_> {
    /// Writes an integer, or a GUID with it at the end.
    fn id(&self, id: u64) -> Value {
        if self.has_guids {
            Value::from(format!("00000000-0000-4000-8000-{id:012}"))
        } else {
            Value::from(id)
        }
    }

    /// The integer of no department is -1. The new platform's is not documented.
    fn department(&self, department: Option<u64>) -> Value {
        match department {
            Some(id) => self.id(id),
            None if self.has_guids => Value::from(""),
            None => Value::from(-1),
        }
    }

    /// Returns the members that all events of chats have.
    fn of_chat(&self, event: &str, activity: Activity, chat: &Chat) -> Value {
        json!({
            "event": event,
            "visitor": self.visitor(chat.visitor, &chat.id, chat.department, activity),
        })
    }

    fn visitor(
        &self,
        index: usize,
        chat_id: &str,
        department: Option<u64>,
        activity: Activity,
    ) -> Value {
        let Some(visitor) = self.account.visitors.get(index) else {
            return Value::Null;
        };
        let history = history(self.account, index, visitor);
        let details = details(visitor.seed);
        let page = visitor.presence.as_ref().map(|presence| presence.page);
        let fields = history
            .last_chat
            .map(|chat| forms::custom_answers(chat.seed, forms::pre_chat(chat.campaign)));
        let product = history.last_chat.and_then(product);
        let mut json = json!({
            "id": visitor.id,
            "chat_id": chat_id,
            "name": visitor.name,
            "email": visitor.email,
            "phone": visitor.phone,
            "company": visitor.company,
            "status": activity.number(),
            "first_visit_time": date(history.first_visit),
            "visit_time": date(history.visit),
            "city": details.city,
            "state": details.region,
            "country": details.country,
            "ip": details.address,
            "language": language(details.language),
            "screen_resolution": details.screen_resolution.replace('*', "x"),
            "time_zone": details.time_zone.replace("UTC", "GMT "),
            "operating_system": details.operating_system,
            "browser": details.browser,
            "flash_version": details.flash_version.unwrap_or_default(),
            "custom_fields": self.custom_fields(&fields.unwrap_or_default()),
            "custom_variables": list(variables(visitor)),
            "product_service": product.unwrap_or_default(),
            "department": self.department(department),
            "current_browsing": page.unwrap_or(PAGES[0].1),
            "landing_page": details.landing_page.1,
            "referrer_url": details.referrer.map_or("", |referrer| referrer.url),
            "visits": history.visits,
            "chats": history.chats,
            "page_views": details.page_views,
            "search_engine": details.referrer.map_or("", |referrer| referrer.search_engine),
            "keywords": details.referrer.map_or("", |referrer| referrer.keywords),
        });
        if self.has_guids {
            json["skill"] = Value::from("");
        }
        json
    }

    fn chat(&self, chat: &Chat) -> Value {
        let visitor = self.account.visitors.get(chat.visitor);
        let fields = forms::custom_answers(chat.seed, forms::pre_chat(chat.campaign));
        let variables = visitor.map(|visitor| captured(visitor.seed));
        let agents = self.account.agents_of(chat);
        let operators: Vec<_> = agents.map(|agent| agent.display_name.as_str()).collect();
        let [visitor_comment, agent_comment] = comments(chat);
        let files = chats::attachments(chat.seed, 30);
        json!({
            "id": chat.id,
            "name": visitor.map(|visitor| visitor.name.as_str()),
            "email": visitor.map(|visitor| visitor.email.as_str()),
            "company": visitor.map(|visitor| visitor.company),
            "phone": visitor.map(|visitor| visitor.phone.as_str()),
            "product_service": product(chat).unwrap_or_default(),
            "department": self.account.department_name(chat.department).unwrap_or_default(),
            "operators": operators.join(","),
            "custom_fields": self.custom_fields(&fields),
            "custom_variable": list(variables.unwrap_or_default()),
            "start_time": date(chat.start),
            "waiting_time": format!("{}s", chat.waiting),
            "end_time": date(chat.end),
            "chat_transcript": transcript(self.account, chat),
            "attachment": files.into_iter().map(attachment).collect::<Value>(),
            "rating": chat.rating,
            "rating_comment": visitor_comment.unwrap_or_default(),
            "operator_comment": agent_comment.unwrap_or_default(),
            "wrap_up": if chat.wrapped_up { self.wrap_up(chat) } else { Value::Null },
        })
    }

    fn wrap_up(&self, chat: &Chat) -> Value {
        let form = forms::wrap_up(chat.campaign);
        let (category, comment, fields) = if chat.wrapped_up {
            let category = forms::system_answer(chat.seed, form, "category");
            let fields = forms::custom_answers(chat.seed, form);
            (category, wrap_up_comment(chat), fields)
        } else {
            (None, None, Vec::new())
        };
        json!({
            "category": category,
            "comment": comment,
            "fields": self.custom_fields(&fields),
            "time": date(chat.end + 30),
        })
    }

    fn offline_message(&self, message: &OfflineMessage) -> Value {
        let visitor = self.account.visitors.get(message.visitor);
        let fields = forms::custom_answers(message.seed, forms::offline_message());
        let variables = visitor.map(|visitor| captured(visitor.seed));
        let file = chats::attachments(message.seed, 34).into_iter().next();
        let mut json = json!({
            "id": message.id,
            "name": visitor.map(|visitor| visitor.name.as_str()),
            "email": visitor.map(|visitor| visitor.email.as_str()),
            "company": visitor.map(|visitor| visitor.company),
            "phone": visitor.map(|visitor| visitor.phone.as_str()),
            "department": match message.department {
                Some(id) => self.id(id),
                None => Value::from(""),
            },
            "subject": subject(message),
            "content": content(message),
            "custom_fields": self.custom_fields(&fields),
            "custom_variable": list(variables.unwrap_or_default()),
            // An object, also without a file.
            "attachment": attachment(file.unwrap_or_default()),
            "time": date(message.time),
        });
        if self.has_guids {
            json["skill"] = Value::from("");
        }
        json
    }

    fn custom_fields(&self, fields: &[(&Field, String)]) -> Value {
        let to_json = |(field, value): &(&Field, String)| json!({ "id": self.id(field.id), "name": field.name, "value": value });
        fields.iter().map(to_json).collect()
    }
}

fn product(chat: &Chat) -> Option<String> {
    forms::system_answer(chat.seed, forms::pre_chat(chat.campaign), "product")
}

/// Returns a list of `{name, value}`.
fn list(variables: Vec<(impl AsRef<str>, String)>) -> Value {
    variables
        .into_iter()
        .map(|(name, value)| json!({ "name": name.as_ref(), "value": value }))
        .collect()
}

fn attachment((name, url): (&str, String)) -> Value {
    json!({ "name": name, "uri": url })
}
