//! Campaigns, and their chat button, chat window, language and installation code.

use serde_json::{Value, json};

use crate::{
    account::{
        access::Permission, account::Account, campaigns::CampaignChanges,
        entity::settings::Campaign, record::Record,
    },
    engine::{
        crud::{Resource, crud},
        error::ErrorResponse,
        parameter::Format,
        route::{RequestContext, Route},
    },
    v2::{
        json_forms::{object, others},
        numbered::numbered,
        records::{Single, nothing_more},
        tables::campaigns::{CAMPAIGN, CHAT_BUTTON, CHAT_WINDOW, LANGUAGE},
    },
};

const BUTTON: Single = Single {
    path: "livechat/campaigns/{id}/chatButton",
    permission: Permission::ManageCampaigns,
    members: CHAT_BUTTON,
};

const WINDOW: Single = Single {
    path: "livechat/campaigns/{id}/chatWindow",
    permission: Permission::ManageCampaigns,
    members: CHAT_WINDOW,
};

const TEXTS: Single = Single {
    path: "livechat/campaigns/{id}/language",
    permission: Permission::ManageCampaigns,
    members: LANGUAGE,
};

pub(super) fn routes() -> Vec<Route> {
    let mut routes = crud::<Campaigns>();
    routes.push(
        Route::get("livechat/campaigns/{id}/code", installation_code).path("id", Format::Integer),
    );
    for single in [BUTTON, WINDOW, TEXTS] {
        routes.extend(single.routes(nothing_more));
    }
    routes
        .into_iter()
        .map(|route| route.permission(Permission::ManageCampaigns))
        .collect()
}

struct Campaigns;

impl Resource for Campaigns {
    type Entity = Campaign;
    numbered!("livechat/campaigns", CAMPAIGN);

    fn changes(context: &RequestContext<'_>) -> CampaignChanges {
        CampaignChanges {
            name: context.input.owned("name"),
            description: context.input.owned("description"),
            record: others(context, &["name", "description"]),
        }
    }

    fn to_json(campaign: &Campaign, _: &RequestContext<'_>) -> Value {
        let values = json!({ "name": campaign.name, "description": campaign.description });
        object(campaign.id, CAMPAIGN, &campaign.record, values)
    }
}

fn installation_code(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let id = context
        .account
        .campaign(context.input.required_integer("id")?)?
        .id;
    let code = format!(
        "<div id=\"comm100-button-{id}\"></div>\n<script>var Comm100API = {{ campaign: {id} }};</script>",
    );
    Ok(json!({ "code": code }))
}

pub(super) fn seed(account: &mut Account) {
    for campaign in &mut account.campaigns {
        let language = Value::from("English");
        campaign.record.insert("language".to_owned(), language);
        let settings = [
            (
                BUTTON,
                json!({ "type": "adaptive", "adaptive": { "themeColor": "#2e7d32", "icon": 1 } }),
            ),
            (
                WINDOW,
                json!({ "style": "classic", "color": "#1565c0", "type": "embedded" }),
            ),
            (
                TEXTS,
                json!({
                    "isUseDefaultLanguageText": true,
                    "languageTexts": [{
                        "category": "buttons",
                        "name": "Send",
                        "defaultText": "Send",
                        "currentText": "Send",
                        "macros": "",
                    }],
                }),
            ),
        ];
        for (single, settings) in settings {
            let name = single.path.replace("{id}", &campaign.id.to_string());
            let settings = settings.as_object().cloned().unwrap_or_else(Record::new);
            account.records.update_single(&name, &settings);
        }
    }
}
