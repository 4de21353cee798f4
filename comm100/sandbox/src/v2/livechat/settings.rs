//! Settings that the sandbox only stores.

use serde_json::{Value, json};

use crate::{
    account::{access::Permission, account::Account, record::Record},
    engine::{
        error::ErrorResponse,
        parameter::Parameter,
        route::{RequestContext, Route},
    },
    v2::{
        records::{Collection, Single, nothing_more},
        tables::livechat::{
            AUTO_ALLOCATION, BAN, CONFIGS, CUSTOM_AWAY_STATUS, CUSTOM_VARIABLE, SECURE_FORM,
            VISITOR_SSO, WEBHOOK,
        },
    },
    webhooks::REGISTERED,
};

const fn collection(
    path: &'static str,
    noun: &'static str,
    permission: Option<Permission>,
    members: &'static [Parameter],
) -> Collection {
    Collection {
        path,
        noun,
        key: "id",
        permission,
        members,
        read_only: &[],
    }
}

const AWAY_STATUSES: Collection = collection(
    "livechat/customAwayStatus",
    "custom away status",
    Some(Permission::ManageSettings),
    CUSTOM_AWAY_STATUS,
);

const BANS: Collection = collection("livechat/bans", "ban", Some(Permission::ManageBanList), BAN);

const FORMS: Collection = collection("livechat/secureForms", "secure form", None, SECURE_FORM);

const WEBHOOKS: Collection = collection(REGISTERED, "webhook", None, WEBHOOK);

const VARIABLES: Collection = collection(
    "livechat/customVariables",
    "custom variable",
    None,
    CUSTOM_VARIABLE,
);

const fn single(path: &'static str, members: &'static [Parameter]) -> Single {
    Single {
        path,
        permission: Permission::ManageSettings,
        members,
    }
}

const SSO: Single = single("livechat/visitorSSO", VISITOR_SSO);
const ALLOCATION: Single = single("livechat/autoAllocation", AUTO_ALLOCATION);
const SWITCHES: Single = single("livechat/configs", CONFIGS);

pub(super) fn routes() -> Vec<Route> {
    let mut routes = Vec::new();
    for whole in [AWAY_STATUSES, BANS, FORMS] {
        routes.extend(whole.all());
    }
    // These cannot be read one by one.
    for listed in [WEBHOOKS, VARIABLES] {
        routes.extend([
            listed.list(),
            listed.create(),
            listed.update(),
            listed.remove(),
        ]);
    }
    routes.extend(SSO.routes(site_id));
    routes.extend(SWITCHES.routes(site_id));
    routes.extend(ALLOCATION.routes(nothing_more));
    routes
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "a `Single` takes functions that may fail"
)]
fn site_id(context: &RequestContext<'_>, record: &mut Record) -> Result<(), ErrorResponse> {
    let id = context.config.site_id.unwrap_or(10_001);
    record.insert("siteId".to_owned(), Value::from(id));
    Ok(())
}

pub(super) fn seed(account: &mut Account) {
    let statuses = json!([
        { "name": "Lunch", "isVisible": true },
        { "name": "Meeting", "isVisible": false },
    ]);
    AWAY_STATUSES.seed(account, 331, statuses);
    let visitor = account.visitors.first().map(|visitor| visitor.id.clone());
    let bans = json!([
        { "type": "ip", "ipAddress": "203.0.113.200", "comment": "Spam" },
        { "type": "visitor", "visitorId": visitor, "ipAddress": "" },
    ]);
    BANS.seed(account, 341, bans);
    let forms = json!([{
        "name": "Card",
        "description": "For payments by phone",
        "fields": [
            {
                "id": 356, "name": "Card number", "type": "cardNumber",
                "isSystem": true, "isVisible": true, "isRequired": true, "options": "",
            },
        ],
    }]);
    FORMS.seed(account, 351, forms);
    let webhooks = json!([
        { "event": "chatEnded", "targetUrl": "https://hooks.example.com/ended" },
        { "event": "offlineMessageSubmitted", "targetUrl": "https://hooks.example.com/messages" },
    ]);
    WEBHOOKS.seed(account, 361, webhooks);
    let variables = json!([
        { "name": "plan", "type": "text", "value": "window.account.plan", "hyperlink": "" },
        { "name": "orders", "type": "integer", "value": "window.account.orders.length" },
        { "name": "cart", "type": "decimal", "value": "window.cart.total" },
    ]);
    VARIABLES.seed(account, 371, variables);
    let singles = [
        (
            ALLOCATION,
            json!({ "isEnable": true, "allocationRule": "load balancing", "maxChatForAllAgents": 3 }),
        ),
        (
            SWITCHES,
            json!({ "isEnableMultipleCampaigns": true, "isEnableDepartment": true }),
        ),
        (
            SSO,
            json!({
                "isEnable": false,
                "signInUrl": "https://sso.example.com/",
                "campaignSSOOptions": [{
                    "campaignId": 21, "signInType": "optional", "isSkipPrechat": false,
                }],
            }),
        ),
    ];
    for (single, settings) in singles {
        if let Value::Object(settings) = settings {
            account.records.update_single(single.path, &settings);
        }
    }
}
