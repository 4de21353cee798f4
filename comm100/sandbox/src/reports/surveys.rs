//! What visitors and agents chose in the forms, and which canned messages agents used.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{
    account::{
        entity::chat::Chat,
        forms::{self, Field},
    },
    engine::{
        error::Refusal,
        route::{Exchange, Route},
    },
    reports::{
        period::{Entity, Query},
        report,
        scope::Scope,
    },
};

pub(super) fn routes() -> Vec<Route> {
    let campaign = &["campaign"];
    vec![
        report("livechat/reports/postChatSurvey", campaign, |exchange| {
            survey(exchange, forms::post_chat, forms::has_post_chat)
        }),
        report("livechat/reports/prechatSurvey", campaign, |exchange| {
            survey(exchange, forms::pre_chat, |_| true)
        }),
        report("livechat/reports/wrapup/survey", campaign, |exchange| {
            survey(exchange, forms::wrap_up, |chat| chat.wrapped_up)
        }),
        report(
            "livechat/reports/cannedMessage",
            &["category"],
            canned_messages,
        ),
    ]
}

/// The scope of a whole period.
fn scope<'a>(exchange: &'a Exchange<'_>, query: &Query) -> Scope<'a> {
    Scope {
        state: exchange.state,
        filters: query.filter.into_iter().collect(),
        windows: std::iter::once(query.from..query.to).collect(),
        group: query.group,
        now: exchange.now,
    }
}

fn survey(
    exchange: &Exchange<'_>,
    form: fn(u64) -> &'static [Field],
    is_filled_in: fn(&Chat) -> bool,
) -> Result<Value, Refusal> {
    let query = Query::of(exchange)?;
    let scope = scope(exchange, &query);
    let wanted = scope.id_of(Entity::Campaign);
    let campaigns = exchange.state.campaigns.iter().map(|campaign| campaign.id);
    let results: Value = campaigns
        .filter(|id| wanted.is_none_or(|wanted| wanted == *id))
        .map(|id| {
            let filled_in: Vec<&Chat> = scope
                .chats()
                .filter(|chat| chat.campaign == id && is_filled_in(chat))
                .collect();
            let fields: Value = form(id)
                .iter()
                .filter_map(|field| answers(field, &filled_in))
                .collect();
            json!({ "campaignId": id, "fields": fields })
        })
        .collect();
    Ok(results)
}

/// How often each option of a field was chosen; nothing for a field without options.
fn answers(field: &Field, chats: &[&Chat]) -> Option<Value> {
    if field.kind == "rating" {
        let options: Value = (1..=5)
            .rev()
            .map(|score| {
                let count = chats.iter().filter(|chat| chat.rating == score).count();
                json!({ "name": score.to_string(), "count": count })
            })
            .collect();
        return Some(json!({ "fieldId": field.id, "fieldName": field.name, "options": options }));
    }
    field.choices().next()?;
    let chosen: Vec<_> = chats
        .iter()
        .filter_map(|chat| forms::answer(chat.seed, field))
        .collect();
    let counted = |group: &str, options: &[&str]| -> Value {
        options
            .iter()
            .map(|option| {
                let count = chosen
                    .iter()
                    .filter(|answer| **answer == (group, *option))
                    .count();
                json!({ "name": option, "count": count })
            })
            .collect()
    };
    let mut result = json!({ "fieldId": field.id, "fieldName": field.name });
    if field.categories.is_empty() {
        result["options"] = counted("", field.options);
    } else {
        let groups = field.categories.iter();
        result["groups"] = groups
            .map(|(name, options)| json!({ "name": name, "options": counted(name, options) }))
            .collect();
    }
    Some(result)
}

fn canned_messages(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let query = Query::of(exchange)?;
    let scope = scope(exchange, &query);
    let category = scope.id_of(Entity::Category);
    let messages = exchange.state.canned_messages.iter();
    let uses: Value = messages
        .filter(|message| category.is_none_or(|category| message.category == category))
        .map(|message| {
            let uses = |chat: &Chat| chat.canned.iter().filter(|id| **id == message.id).count();
            let agents: BTreeSet<u64> = scope
                .chats()
                .filter(|chat| uses(chat) > 0)
                .filter_map(|chat| chat.agents.first().copied())
                .collect();
            json!({
                "id": message.id,
                "usedTimes": scope.chats().map(uses).sum::<usize>(),
                "agentsUsedIt": agents.len(),
            })
        })
        .collect();
    Ok(uses)
}
