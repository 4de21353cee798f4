//! Campaigns and their forms.

use serde_json::{Value, json};

use crate::{
    account::{
        access::Permission,
        forms::{self, Field},
    },
    engine::{
        error::ErrorResponse,
        parameter::Format,
        route::{RequestContext, Route},
    },
    quirks::{Quirk, Quirks},
};

pub(super) fn routes() -> Vec<Route> {
    let one = |path, handler: fn(&mut RequestContext<'_>) -> Result<Value, ErrorResponse>| {
        Route::get(path, handler).path("id", Format::Integer)
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

fn list(context: &mut RequestContext<'_>) -> Value {
    context
        .account
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

fn pre_chat(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let campaign = campaign(context)?;
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
        "fieldLayoutStyle": layout(context.quirks()),
        "fields": fields(forms::pre_chat(campaign), context.quirks()),
    });
    Ok(form)
}

fn post_chat(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let campaign = campaign(context)?;
    let form = json!({
        "isEnable": true,
        "greetingMessage": "How did we do?",
        "fieldLayoutStyle": layout(context.quirks()),
        "fields": fields(forms::post_chat(campaign), context.quirks()),
    });
    Ok(form)
}

fn offline_message(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let campaign = campaign(context)?;
    let mut form = json!({
        "greetingMessage": "Nobody is here now; we answer by email.",
        "fieldLayoutStyle": layout(context.quirks()),
        "fields": fields(forms::offline_message(), context.quirks()),
    });
    if context.has(Quirk::SampleOfflineMessageForm) {
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

fn auto_invitations(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let campaign = campaign(context)?;
    let all: Value = context
        .account
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

fn wrap_up(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let fields = fields(forms::wrap_up(campaign(context)?), context.quirks());
    if context.has(Quirk::BareWrapUpForm) {
        return Ok(fields);
    }
    Ok(json!({ "fields": fields }))
}

/// Returns the id of the campaign of the path.
fn campaign(context: &RequestContext<'_>) -> Result<u64, ErrorResponse> {
    let id = context.input.required_integer("id")?;
    Ok(context.account.campaign(id)?.id)
}

fn layout(quirks: Quirks) -> &'static str {
    if quirks.has(Quirk::UnknownValues) {
        "grid"
    } else {
        "vertical"
    }
}

fn fields(fields: &[Field], quirks: Quirks) -> Value {
    fields.iter().map(|field| to_json(field, quirks)).collect()
}

fn to_json(field: &Field, quirks: Quirks) -> Value {
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
