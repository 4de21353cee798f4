//! Offline messages.

use serde_json::{Value, json};

use crate::{
    account::{
        account::Account,
        chats,
        entity::chat::OfflineMessage,
        forms,
        offline_messages::{self, OfflineMessageQuery, content},
    },
    engine::{
        error::ErrorResponse,
        parameter::Format,
        response::HandlerResponse,
        route::{RequestContext, Route},
    },
    v2::{
        json_forms::{attachments, custom_fields, period, time, with_period},
        pages::Paging,
    },
};

const MESSAGES: &str = "livechat/offlineMessages";
const MESSAGE: &str = "livechat/offlineMessages/{id}";

const PAGING: Paging = Paging {
    key: "offlineMessages",
    size: 10,
    largest: None,
    end: Some(""),
    first_is_previous: true,
};

pub(super) fn routes() -> Vec<Route> {
    let list = with_period(Route::get(MESSAGES, list))
        .query("campaignId", Format::Integer)
        .query("departmentId", Format::Integer)
        .query("agentId", Format::Integer)
        .query("visitorSegment", Format::Integer)
        .query("keywords", Format::Text);
    vec![
        PAGING.parameters(list),
        Route::get(MESSAGE, get).path("id", Format::Uuid),
        Route::delete(MESSAGE, remove).path("id", Format::Uuid),
    ]
}

fn list(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let (account, input) = (&*context.account, &context.input);
    let query = OfflineMessageQuery {
        time: Some(period(context)?),
        keyword: input.text("keywords"),
        department: input.filter("departmentId"),
    };
    let (campaign, segment) = (input.filter("campaignId"), input.filter("visitorSegment"));
    let found: Vec<&OfflineMessage> = offline_messages::search(account, &query)
        .into_iter()
        .filter(|message| campaign.is_none_or(|id| message.campaign == id))
        .filter(|message| segment.is_none_or(|id| message.segment == Some(id)))
        // No message of the sandbox belongs to an agent.
        .filter(|_| input.filter("agentId").is_none())
        .collect();
    PAGING.page(context, &found, |message| to_json(account, message))
}

fn get(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let id = context.input.required_text("id")?;
    let message = offline_messages::find(context.account, id)?;
    Ok(to_json(context.account, message))
}

fn remove(context: &mut RequestContext<'_>) -> Result<HandlerResponse, ErrorResponse> {
    let id = context.input.required_text("id")?;
    offline_messages::find(context.account, id)?;
    context
        .account
        .offline_messages
        .retain(|message| message.id != id);
    Ok(HandlerResponse::Empty)
}

fn to_json(account: &Account, message: &OfflineMessage) -> Value {
    let visitor = account.visitors.get(message.visitor);
    let fields = forms::custom_answers(message.seed, forms::offline_message());
    json!({
        "id": message.id,
        "time": time(message.time),
        "ssoUserId": "",
        "name": visitor.map_or("", |visitor| visitor.name.as_str()),
        "email": visitor.map_or("", |visitor| visitor.email.as_str()),
        "department": account.department_name(message.department).unwrap_or_default(),
        "agent": "",
        "content": content(message),
        "fields": custom_fields(&fields),
        "customVariables": [],
        "attachment": attachments(chats::attachments(message.seed, 34)),
    })
}
