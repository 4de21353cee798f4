//! The odd forms that change one value: the request, and the value without and with each.

use comm100::sandbox::Quirk;
use serde_json::{Value, json};

/// A quirk, a request, the places of a value without and with the quirk, and how the quirk changes it.
pub(super) struct Row(
    pub(super) Quirk,
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) fn(&Value) -> Value,
);

fn same(value: &Value) -> Value {
    value.clone()
}

fn null(_: &Value) -> Value {
    Value::Null
}

pub(super) fn text(value: &Value) -> Value {
    Value::from(value.to_string())
}

fn first(value: &Value) -> Value {
    value[0].clone()
}

fn lower(value: &Value) -> Value {
    Value::from(value.as_str().expect("a word").to_lowercase())
}

fn capital(value: &Value) -> Value {
    let word = value.as_str().expect("a word");
    Value::from(word[..1].to_uppercase() + &word[1..])
}

pub(super) const ROWS: &[Row] = &[
    Row(
        Quirk::TableSpellings,
        "livechat/campaigns/21/prechat",
        "header/isShowAdatar",
        "header/isShowAvatars",
        same,
    ),
    Row(
        Quirk::TableSpellings,
        "livechat/campaigns/21/offlineMessage",
        "header/isShowAvator",
        "header/isShowAvatar",
        same,
    ),
    Row(
        Quirk::TableSpellings,
        "livechat/campaigns/21/chatWindow",
        "body/backgroundImageId",
        "body/backgroudImageId",
        same,
    ),
    Row(
        Quirk::TableSpellings,
        "livechat/campaigns/21/chatWindow",
        "header/avatarAndLogo/isAvatar",
        "header/avatarAndLogo/isShowAvatar",
        same,
    ),
    Row(
        Quirk::TableSpellings,
        "livechat/campaigns/21/routingrules",
        "fail/routeToObject",
        "fail/routeTobject",
        same,
    ),
    Row(
        Quirk::TableSpellings,
        "livechat/campaigns/21/invitation",
        "autoInvitations/*/invitationWindow/popup/image/id",
        "autoInvitations/*/invitationWindow/popup/imageId",
        same,
    ),
    Row(
        Quirk::TableSpellings,
        "livechat/campaigns/21/invitation",
        "autoInvitations/*/invitationWindow/popup/image/type",
        "autoInvitations/*/invitationWindow/popup/imageType",
        same,
    ),
    Row(
        Quirk::TableSpellings,
        "livechat/configs",
        "isEnableGotoMetting",
        "isEnableGotoMeeting",
        same,
    ),
    Row(
        Quirk::TableSpellings,
        "livechat/cannedMessages",
        "*/shortCuts",
        "*/shortcuts",
        same,
    ),
    Row(
        Quirk::TableSpellings,
        "livechat/visitors",
        "*/custom_variables",
        "*/custom_variable",
        first,
    ),
    Row(
        Quirk::TableSpellings,
        "partner/sites",
        "sites/*/timeZone",
        "sites/*/timezone",
        same,
    ),
    Row(
        Quirk::LowerCaseWords,
        "livechat/campaigns/21/chatButton",
        "type",
        "type",
        lower,
    ),
    Row(
        Quirk::LowerCaseWords,
        "livechat/webhooks",
        "*/event",
        "*/event",
        lower,
    ),
    Row(
        Quirk::CapitalizedWords,
        "livechat/conversionActions",
        "*/type",
        "*/type",
        capital,
    ),
    Row(
        Quirk::CapitalizedWords,
        "livechat/visitorSegmentations",
        "*/conditions/when",
        "*/conditions/when",
        capital,
    ),
    Row(
        Quirk::UnknownValues,
        "livechat/departments",
        "*/allocationRule",
        "*/allocationRule",
        |_| json!("undocumented"),
    ),
    Row(
        Quirk::UnknownValues,
        "livechat/webhooks",
        "*/event",
        "*/event",
        |_| json!("undocumented"),
    ),
    Row(
        Quirk::NumbersAsTexts,
        "livechat/agents/3",
        "ongoingChats",
        "ongoingChats",
        text,
    ),
    Row(
        Quirk::NumbersAsTexts,
        "livechat/campaigns/21/chatButton",
        "adaptive/icon",
        "adaptive/icon",
        text,
    ),
    Row(
        Quirk::NumbersAsTexts,
        "livechat/campaigns/21/routingrules",
        "botTakePercentageForRoute",
        "botTakePercentageForRoute",
        text,
    ),
    Row(
        Quirk::StringBooleans,
        "livechat/cannedMessageCategories",
        "*/isPrivate",
        "*/isPrivate",
        text,
    ),
    Row(
        Quirk::NullPages,
        "account/agents",
        "nextPage",
        "nextPage",
        null,
    ),
    Row(
        Quirk::NotificationTexts,
        "livechat/visitorSegmentations",
        "*/notification",
        "*/notification",
        |value| {
            if value.is_null() {
                json!("None")
            } else {
                text(value)
            }
        },
    ),
    Row(
        Quirk::GroupObjects,
        "account/agents",
        "agents/*/groups/*",
        "agents/*/groups/*/id",
        same,
    ),
];
