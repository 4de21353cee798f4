//! The reports on forms and canned messages.

use serde_json::{Value, json};

use super::parameters::{query, report};
use crate::{
    account::{
        entity::chat::Chat,
        forms::{self, Field},
    },
    engine::{
        error::ErrorResponse,
        route::{RequestContext, Route},
    },
    measure::surveys::{self, Choice, FieldChoices},
};

pub(super) fn routes() -> Vec<Route> {
    vec![
        survey(
            "livechat/reports/postChatSurvey",
            forms::post_chat,
            forms::has_post_chat,
        ),
        survey("livechat/reports/prechatSurvey", forms::pre_chat, |_| true),
        survey("livechat/reports/wrapup/survey", forms::wrap_up, |chat| {
            chat.wrapped_up
        }),
        report(
            "livechat/reports/cannedMessage",
            &["category"],
            canned_messages,
        ),
    ]
}

fn survey(
    path: &'static str,
    form: fn(u64) -> &'static [Field],
    is_filled_in: fn(&Chat) -> bool,
) -> Route {
    let handler = move |context: &mut RequestContext<'_>| {
        let query = query(context)?;
        let surveys = surveys::surveys(context.account, &query, context.now, form, is_filled_in);
        let campaigns = surveys.into_iter().map(|survey| {
            let fields: Value = survey.fields.into_iter().map(field).collect();
            json!({ "campaignId": survey.campaign, "fields": fields })
        });
        Ok::<Value, ErrorResponse>(campaigns.collect())
    };
    report(path, &["campaign"], handler)
}

/// A field has options, or groups of them in the advanced mode.
fn field(choices: FieldChoices) -> Value {
    let options = |choices: Vec<Choice>| -> Value {
        choices
            .into_iter()
            .map(|choice| json!({ "name": choice.option, "count": choice.count }))
            .collect()
    };
    let mut result = json!({
        "fieldId": choices.field.id,
        "fieldName": choices.field.name,
    });
    let is_advanced = !choices.field.categories.is_empty();
    for (group, choices) in choices.groups {
        if is_advanced {
            let group = json!({ "name": group, "options": options(choices) });
            match result["groups"].as_array_mut() {
                Some(groups) => groups.push(group),
                None => result["groups"] = json!([group]),
            }
        } else {
            result["options"] = options(choices);
        }
    }
    result
}

fn canned_messages(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let query = query(context)?;
    let uses = surveys::canned_messages(context.account, &query, context.now);
    Ok(uses
        .into_iter()
        .map(|used| {
            json!({
                "id": used.id,
                "usedTimes": used.times,
                "agentsUsedIt": used.agents,
            })
        })
        .collect())
}
