//! Invitations to chat: the style, the manual invitation, and the automatic ones.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::{
    account::{
        access::Permission,
        account::Account,
        entity::settings::AutoInvitation,
        record::{Record, merge},
    },
    engine::{
        error::ErrorResponse,
        json::complete,
        parameter::Format,
        response::HandlerResponse,
        route::{RequestContext, Route},
    },
    v2::{
        json_forms::{object, others},
        records::Single,
        tables::invitations::{AUTO_INVITATION, INVITATION, MANUAL_INVITATION},
    },
};

const STYLE: Single = Single {
    path: "livechat/campaigns/{id}/invitation",
    permission: Permission::ManageCampaigns,
    members: INVITATION,
};

const MANUAL: &str = "livechat/campaigns/{id}/invitation/manualInvitation";
const AUTO: &str = "livechat/campaigns/{id}/invitation/autoInvitations";
const ONE_AUTO: &str = "livechat/campaigns/{id}/invitation/autoInvitations/{auto_invitation_id}";

pub(super) fn routes() -> Vec<Route> {
    let optional = AUTO_INVITATION.iter().map(|member| member.optional());
    let one = |route: Route| route.path("auto_invitation_id", Format::Integer);
    let routes = vec![
        Route::put(MANUAL, update_manual).fields(MANUAL_INVITATION.iter().copied()),
        Route::post(AUTO, create).fields(AUTO_INVITATION.iter().copied()),
        one(Route::get(ONE_AUTO, get)),
        one(Route::put(ONE_AUTO, update).fields(optional)),
        one(Route::delete(ONE_AUTO, remove)),
    ];
    let routes = routes
        .into_iter()
        .map(|route| route.path("id", Format::Integer))
        .map(|route| route.permission(Permission::ManageCampaigns));
    STYLE
        .routes(add_invitations)
        .into_iter()
        .chain(routes)
        .collect()
}

fn campaign(context: &RequestContext<'_>) -> Result<u64, ErrorResponse> {
    let id = context.input.required_integer("id")?;
    Ok(context.account.campaign(id)?.id)
}

/// The manual and the automatic invitations are read only here.
fn add_invitations(context: &RequestContext<'_>, record: &mut Record) -> Result<(), ErrorResponse> {
    let campaign = campaign(context)?;
    let all = context.account.auto_invitations.iter();
    let auto: Value = all
        .filter(|invitation| invitation.campaign == campaign)
        .map(to_json)
        .collect();
    record.insert("autoInvitations".to_owned(), auto);
    record.insert(
        "manualInvitation".to_owned(),
        manual(context.account, campaign),
    );
    Ok(())
}

fn manual(account: &Account, campaign: u64) -> Value {
    let name = MANUAL.replace("{id}", &campaign.to_string());
    Value::Object(complete(MANUAL_INVITATION, &account.records.single(&name)))
}

fn update_manual(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let campaign = campaign(context)?;
    let name = MANUAL.replace("{id}", &campaign.to_string());
    let fields = context.input.fields();
    context.account.records.update_single(&name, fields);
    Ok(manual(context.account, campaign))
}

fn to_json(invitation: &AutoInvitation) -> Value {
    let values = json!({ "name": invitation.name, "isEnable": invitation.is_enable });
    object(invitation.id, AUTO_INVITATION, &invitation.record, values)
}

/// Returns the index of the invitation of the path.
fn index(context: &RequestContext<'_>) -> Result<usize, ErrorResponse> {
    let campaign = campaign(context)?;
    let id = context.input.required_integer("auto_invitation_id")?;
    context
        .account
        .auto_invitations
        .iter()
        .position(|known| known.id == id && known.campaign == campaign)
        .ok_or_else(|| {
            let message = format!("The auto invitation {id} does not exist.");
            ErrorResponse::new(StatusCode::NOT_FOUND, message)
        })
}

fn get(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    Ok(to_json(&context.account.auto_invitations[index(context)?]))
}

fn create(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let invitation = AutoInvitation {
        campaign: campaign(context)?,
        name: context.input.required_text("name")?.to_owned(),
        is_enable: context.input.boolean("isEnable").unwrap_or_default(),
        record: others(context, &["name", "isEnable"]),
        id: context.account.new_id(),
    };
    let created = to_json(&invitation);
    context.account.auto_invitations.push(invitation);
    Ok(created)
}

fn update(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let index = index(context)?;
    let (name, is_enable) = (
        context.input.owned("name"),
        context.input.boolean("isEnable"),
    );
    let others = others(context, &["name", "isEnable"]);
    let invitation = &mut context.account.auto_invitations[index];
    if let Some(name) = name {
        invitation.name = name;
    }
    invitation.is_enable = is_enable.unwrap_or(invitation.is_enable);
    merge(&mut invitation.record, &others);
    get(context)
}

fn remove(context: &mut RequestContext<'_>) -> Result<HandlerResponse, ErrorResponse> {
    let index = index(context)?;
    context.account.auto_invitations.remove(index);
    Ok(HandlerResponse::Empty)
}

pub(super) fn seed(account: &mut Account) {
    for campaign in &account.campaigns {
        let name = MANUAL.replace("{id}", &campaign.id.to_string());
        let invitation = json!({
            "message": { "content": "May I help you?", "font": "verdana", "fontsize": "medium" },
        });
        if let Value::Object(invitation) = invitation {
            account.records.update_single(&name, &invitation);
        }
    }
}
