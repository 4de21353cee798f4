//! Campaigns and their forms.

use serde_json::{Value, json};

use crate::{
    account::{
        access::Permission,
        forms::{self, Field},
    },
    engine::{
        error::Refusal,
        parameter::Kind,
        route::{Exchange, Route},
    },
    quirks::{Quirk, Quirks},
};

pub(crate) fn routes() -> Vec<Route> {
    let one = |path, handler: fn(&mut Exchange<'_>) -> Result<Value, Refusal>| {
        Route::get(path, handler).path("id", Kind::Integer)
    };
    let routes = vec![
        Route::get("livechat/campaigns", list),
        one("livechat/campaigns/{id}/prechat", pre_chat),
        one("livechat/campaigns/{id}/postChat", post_chat),
        one("livechat/campaigns/{id}/offlineMessage", offline_message),
        one(
            "livechat/campaigns/{id}/invitation/autoInvitations",
            auto_invitations,
        ),
        one("livechat/campaigns/{id}/agentWrapup", wrap_up),
    ];
    let permission = Permission::ManageCampaigns;
    routes
        .into_iter()
        .map(|route| route.permission(permission))
        .collect()
}

fn list(exchange: &mut Exchange<'_>) -> Value {
    exchange
        .state
        .campaigns
        .iter()
        .map(|campaign| {
            json!({
                "id": campaign.id,
                "name": campaign.name,
                "description": campaign.description,
            })
        })
        .collect()
}

fn pre_chat(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let campaign = campaign(exchange)?;
    // One campaign has no social login, which is a documented form too.
    let social_login = if campaign == 21 {
        json!({ "isEnableGoogle": true, "isEnableFacebook": false })
    } else {
        Value::Null
    };
    let form = json!({
        "isEnable": true,
        "greetingMessage": "Please tell us how we can help.",
        "socialLogin": social_login,
        "isRememberForm": true,
        "fieldLayoutStyle": layout(exchange.quirks),
        "fields": fields(forms::pre_chat(campaign), exchange.quirks),
    });
    Ok(form)
}

fn post_chat(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let campaign = campaign(exchange)?;
    let form = json!({
        "isEnable": true,
        "greetingMessage": "How did we do?",
        "fieldLayoutStyle": layout(exchange.quirks),
        "fields": fields(forms::post_chat(campaign), exchange.quirks),
    });
    Ok(form)
}

fn offline_message(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let campaign = campaign(exchange)?;
    let mut form = json!({
        "greetingMessage": "Nobody is here now; we answer by email.",
        "fieldLayoutStyle": layout(exchange.quirks),
        "fields": fields(forms::offline_message(), exchange.quirks),
    });
    if exchange.quirks.has(Quirk::SampleOfflineMessageForm) {
        form["isEnable"] = Value::from(true);
    } else {
        let has_page = campaign != 21;
        form["isUseCustomOfflinePage"] = Value::from(has_page);
        form["customOfflinePage"] = if has_page {
            json!({ "url": "https://help.example.com/", "isOpenInNewWindow": true })
        } else {
            Value::Null
        };
    }
    Ok(form)
}

fn auto_invitations(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let campaign = campaign(exchange)?;
    let all: Value = exchange
        .state
        .auto_invitations
        .iter()
        .filter(|invitation| invitation.campaign == campaign)
        .map(|invitation| {
            json!({
                "id": invitation.id,
                "name": invitation.name,
                "isEnable": invitation.is_enable,
            })
        })
        .collect();
    Ok(all)
}

fn wrap_up(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let fields = fields(forms::wrap_up(campaign(exchange)?), exchange.quirks);
    if exchange.quirks.has(Quirk::BareWrapUpForm) {
        return Ok(fields);
    }
    Ok(json!({ "fields": fields }))
}

/// The campaign of the path.
fn campaign(exchange: &Exchange<'_>) -> Result<u64, Refusal> {
    let id = exchange.arguments.required_integer("id")?;
    match exchange.state.campaign(id) {
        Some(campaign) => Ok(campaign.id),
        None => Err(Refusal::not_found(format!(
            "The campaign {id} does not exist."
        ))),
    }
}

fn layout(quirks: Quirks) -> &'static str {
    if quirks.has(Quirk::UnknownValues) {
        "grid"
    } else {
        "vertical"
    }
}

fn fields(fields: &[Field], quirks: Quirks) -> Value {
    fields.iter().map(|field| shown(field, quirks)).collect()
}

fn shown(field: &Field, quirks: Quirks) -> Value {
    let mut shown = json!({
        "id": field.id,
        "name": field.name,
        "type": if quirks.has(Quirk::UnknownValues) { "signature" } else { field.kind },
        "isSystem": field.is_system,
        "isVisible": true,
        "isRequired": field.is_required,
    });
    if field.categories.is_empty() {
        shown["options"] = Value::from(field.options);
    } else {
        let categories = field.categories.iter();
        shown["categories"] = categories
            .map(|(name, options)| json!({ "name": name, "options": options }))
            .collect();
    }
    shown
}
