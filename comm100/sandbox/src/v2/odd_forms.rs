//! The odd forms of version 2, applied to whole responses.

use serde_json::{Map, Value, json};

use crate::{
    engine::response::HandlerResponse,
    quirks::{Quirk, Quirks},
};

/// The names that samples and tables spell differently: the sample's, which is the ordinary one, and the table's.
const SPELLINGS: &[(&str, &str)] = &[
    ("isShowAdatar", "isShowAvatars"),
    ("isShowAvator", "isShowAvatar"),
    ("isAvatar", "isShowAvatar"),
    ("backgroundImageId", "backgroudImageId"),
    ("custom_variables", "custom_variable"),
    ("display_name", "name"),
    ("isEnableGotoMetting", "isEnableGotoMeeting"),
    ("shortCuts", "shortcuts"),
];

/// The members with a word of an enumeration.
const WORDS: &[&str] = &[
    "allocationRule",
    "category",
    "event",
    "failType",
    "fieldLayout",
    "font",
    "fontsize",
    "offlineMessageTo",
    "position",
    "routePriority",
    "routeToObject",
    "signInType",
    "simpleRouteToObject",
    "style",
    "type",
    "when",
];

/// The numbers that a table or a request sample has as texts.
const NUMBERS: &[&str] = &[
    "botTakePercentageForRoute",
    "botTakePercentageForFailRoute",
    "icon",
    "maxChatsCount",
    "ongoingChats",
    "onlineImageId",
    "offlineImageId",
];

pub(super) fn apply(response: HandlerResponse, quirks: Quirks) -> HandlerResponse {
    match response {
        HandlerResponse::Empty if quirks.has(Quirk::Sentences) => {
            HandlerResponse::Json(Value::from("The request succeeded."))
        }
        HandlerResponse::Json(mut value) => {
            if let Some(odd) = installation_code(&value, quirks) {
                return odd;
            }
            change(&mut value, quirks);
            HandlerResponse::Json(value)
        }
        other => other,
    }
}

/// Returns the code of an object that has nothing else, in another form.
fn installation_code(value: &Value, quirks: Quirks) -> Option<HandlerResponse> {
    let object = value.as_object().filter(|object| object.len() == 1)?;
    let code = object.get("code")?.as_str()?;
    if quirks.has(Quirk::BareCode) {
        Some(HandlerResponse::Json(Value::from(code)))
    } else if quirks.has(Quirk::HtmlCode) {
        Some(HandlerResponse::Html(code.to_owned()))
    } else if quirks.has(Quirk::EscapedCode) {
        Some(HandlerResponse::Html(code.replace('"', "\\\"")))
    } else {
        None
    }
}

fn change(value: &mut Value, quirks: Quirks) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| change(item, quirks)),
        Value::Object(members) => change_members(members, quirks),
        _ => {}
    }
}

fn change_members(members: &mut Map<String, Value>, quirks: Quirks) {
    for (name, value) in members.iter_mut() {
        change(value, quirks);
        change_word(name, value, quirks);
        change_scalar(name, value, quirks);
        change_structure(name, value, quirks);
        if quirks.has(Quirk::NullTexts) && value == "" {
            *value = Value::Null;
        }
    }
    if quirks.has(Quirk::TableSpellings) {
        spell_as_in_tables(members);
    }
}

/// Changes a word of an enumeration.
fn change_word(name: &str, value: &mut Value, quirks: Quirks) {
    if WORDS.contains(&name) {
        if quirks.has(Quirk::LowerCaseWords) {
            map_text(value, str::to_lowercase);
        }
        if quirks.has(Quirk::CapitalizedWords) {
            map_text(value, capitalized);
        }
        if quirks.has(Quirk::UnknownValues) {
            map_text(value, |_| "undocumented".to_owned());
        }
    }
    if quirks.has(Quirk::BareAuthors) && name == "type" {
        map_text(value, |word| match word.to_ascii_lowercase().as_str() {
            "enumagent" => "agent".to_owned(),
            "enumvisitor" => "visitor".to_owned(),
            _ => word.to_owned(),
        });
    }
}

/// Changes a number, a boolean, a time or a URL.
fn change_scalar(name: &str, value: &mut Value, quirks: Quirks) {
    if quirks.has(Quirk::NumbersAsTexts) && NUMBERS.contains(&name) && value.is_number() {
        *value = Value::from(value.to_string());
    }
    match name {
        "requestTime" | "endTime" | "time" if quirks.has(Quirk::TimeFractions) => {
            // Without a zone and a fraction, and not in a transcript.
            map_text(value, |time| match (time.len(), time.contains('T')) {
                (19, true) => format!("{time}.79"),
                _ => time.to_owned(),
            });
        }
        "ratingGrade" if quirks.has(Quirk::NumericRatings) => {
            let grade = value.as_str().and_then(|grade| grade.parse::<i64>().ok());
            *value = grade.map_or(value.take(), Value::from);
        }
        "isPrivate" if quirks.has(Quirk::StringBooleans) => {
            *value = Value::from(value.to_string());
        }
        "previousPage" | "nextPage" if quirks.has(Quirk::NullPages) && value == "" => {
            *value = Value::Null;
        }
        _ => {}
    }
}

/// Changes an object or a list.
fn change_structure(name: &str, value: &mut Value, quirks: Quirks) {
    match name {
        "chatTranscript" if quirks.has(Quirk::OtherTimeFormat) => {
            for message in value.as_array_mut().into_iter().flatten() {
                if let Some(time) = message.get_mut("time") {
                    map_text(time, day_first);
                }
            }
        }
        "attachment" if quirks.has(Quirk::SingleAttachments) => {
            if let Some(first) = value.as_array_mut().and_then(Vec::pop) {
                *value = first;
            }
        }
        "wrapup" if quirks.has(Quirk::WrapUpTexts) => {
            if let Some(category) = value.pointer("/category/0/category").cloned() {
                value["category"] = category;
            }
        }
        "groups" if quirks.has(Quirk::GroupObjects) => {
            let ids = value.as_array_mut().into_iter().flatten();
            // The groups of a survey are objects already.
            for id in ids.filter(|id| id.is_number()) {
                *id = json!({ "id": id.take(), "name": "A group" });
            }
        }
        "notification" if quirks.has(Quirk::NotificationTexts) => {
            *value = match *value {
                Value::Null => Value::from("None"),
                ref known => Value::from(known.to_string()),
            };
        }
        _ => {}
    }
}

fn spell_as_in_tables(members: &mut Map<String, Value>) {
    for (sample, table) in SPELLINGS {
        if let Some(value) = members.remove(*sample) {
            members.insert((*table).to_owned(), value);
        }
    }
    // One object, not a list.
    if let Some(Value::Array(values)) = members.get_mut("custom_variable") {
        let only = values.drain(..).next();
        members.insert("custom_variable".to_owned(), only.unwrap_or_default());
    }
    // The only error codes in successful responses, as texts.
    if members.len() == 2
        && ["code", "message"]
            .iter()
            .all(|name| members.contains_key(*name))
    {
        if let Some(code) = members.remove("code") {
            members.insert("error_code".to_owned(), Value::from(code.to_string()));
        }
        if let Some(message) = members.remove("message") {
            members.insert("error_message".to_owned(), message);
        }
    }
    if let Some(fail) = members.get_mut("fail").and_then(Value::as_object_mut)
        && let Some(object) = fail.remove("routeToObject")
    {
        fail.insert("routeTobject".to_owned(), object);
    }
    // The popup of an invitation.
    if members.contains_key("messageFrame")
        && let Some(Value::Object(mut image)) = members.remove("image")
    {
        for (member, name) in [("id", "imageId"), ("type", "imageType")] {
            members.insert(name.to_owned(), image.remove(member).unwrap_or_default());
        }
    }
    if members.contains_key("planList")
        && let Some(zone) = members.remove("timeZone")
    {
        members.insert("timezone".to_owned(), zone);
    }
}

/// Writes `03/25/2019 14:06:07` as `25.03.2019 14:06`.
fn day_first(time: &str) -> String {
    let parts: Vec<&str> = time.split(['/', ' ']).collect();
    match parts[..] {
        [month, day, year, clock] => {
            let clock = clock.get(..5).unwrap_or(clock);
            format!("{day}.{month}.{year} {clock}")
        }
        _ => time.to_owned(),
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn map_text(value: &mut Value, map: impl Fn(&str) -> String) {
    if let Value::String(text) = value {
        *text = map(text);
    }
}
