//! The forms of campaigns. Until a request changes it, a form has the fields by which the history was filled in.

use serde_json::{Value, json};

use crate::{
    account::{
        access::Permission,
        forms::{self, Field},
        record::Record,
    },
    engine::{
        error::ErrorResponse,
        json::complete,
        letter_case::spell_members,
        parameter::{Format, Parameter},
        route::{RequestContext, Route},
    },
    v2::{
        records::{Single, name},
        tables::forms::{FIELD, OFFLINE_MESSAGE, POST_CHAT, PRE_CHAT},
    },
};

const fn form(path: &'static str, members: &'static [Parameter]) -> Single {
    Single {
        path,
        permission: Permission::ManageCampaigns,
        members,
    }
}

const WRAP_UP: &str = "livechat/campaigns/{id}/agentWrapup";

/// The member with the fields of a form.
const FIELDS: &str = "fields";

pub(super) fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::get(WRAP_UP, wrap_up),
        Route::put(WRAP_UP, update_wrap_up).json(),
    ]
    .into_iter()
    .map(|route| route.path("id", Format::Integer))
    .map(|route| route.permission(Permission::ManageCampaigns))
    .collect::<Vec<_>>();
    routes.extend(
        form("livechat/campaigns/{id}/prechat", PRE_CHAT).routes(|context, record| {
            fill(
                context,
                record,
                "prechat",
                forms::pre_chat,
                "Please tell us how we can help.",
            )
        }),
    );
    routes.extend(
        form("livechat/campaigns/{id}/postchat", POST_CHAT).routes(|context, record| {
            fill(
                context,
                record,
                "postchat",
                forms::post_chat,
                "How did we do?",
            )
        }),
    );
    routes.extend(
        form("livechat/campaigns/{id}/offlineMessage", OFFLINE_MESSAGE).routes(
            |context, record| {
                let fields = |_| forms::offline_message();
                fill(
                    context,
                    record,
                    "offlineMessage",
                    fields,
                    "Nobody is here now.",
                )
            },
        ),
    );
    routes
}

/// Fills in what no request has set.
fn fill(
    context: &RequestContext<'_>,
    record: &mut Record,
    path: &str,
    fields: fn(u64) -> &'static [Field],
    greeting: &str,
) -> Result<(), ErrorResponse> {
    let id = context.input.required_integer("id")?;
    let set = context
        .account
        .records
        .single(&format!("livechat/campaigns/{id}/{path}"));
    let defaults = [
        (FIELDS, fields_json(fields(id))),
        ("greetingMessage", Value::from(greeting)),
        ("isEnable", Value::from(true)),
    ];
    for (name, value) in defaults {
        // Not every form has all of these.
        if record.contains_key(name) && !set.contains_key(name) {
            record.insert(name.to_owned(), value);
        }
    }
    Ok(())
}

/// The options are one string, separated by blanks as in the documented sample.
fn fields_json(fields: &[Field]) -> Value {
    fields
        .iter()
        .map(|field| {
            let options: Vec<&str> = field.choices().map(|(_, option)| option).collect();
            json!({
                "id": field.id,
                "name": field.name,
                "type": kind(field),
                "isSystem": field.is_system,
                "isVisible": true,
                "isRequired": field.is_required,
                "options": options.join(" "),
            })
        })
        .collect()
}

/// Returns the type of a field; version 2 has other names for some.
fn kind(field: &Field) -> &'static str {
    match (field.is_system, field.kind) {
        (true, "product") => "product service",
        (true, "content") => "message",
        (true, "comment") => "comments",
        (_, kind) => kind,
    }
}

fn wrap_up(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let name = name(WRAP_UP, context)?;
    let id = context.input.required_integer("id")?;
    let stored = context.account.records.single(&name);
    Ok(match stored.get(FIELDS) {
        Some(fields) => fields.clone(),
        None => fields_json(forms::wrap_up(id)),
    })
}

/// Replaces the fields. Those without an id are new.
fn update_wrap_up(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let name = name(WRAP_UP, context)?;
    let malformed = || ErrorResponse::bad_request("The body must be a list of fields.");
    let fields: Vec<Record> = serde_json::from_slice(context.body).map_err(|_| malformed())?;
    let mut stored = Vec::new();
    for field in fields {
        let mut field = spell_members(FIELD, field)?;
        for required in ["name", "type"] {
            if !field.contains_key(required) {
                return Err(ErrorResponse::required(required));
            }
        }
        if let Some(unknown) = field
            .keys()
            .find(|key| FIELD.iter().all(|known| known.name != *key))
        {
            return Err(ErrorResponse::unknown_parameter(unknown));
        }
        if field.get("id").is_none_or(Value::is_null) {
            field.insert("id".to_owned(), Value::from(context.account.new_id()));
        }
        stored.push(Value::Object(complete(FIELD, &field)));
    }
    let record = Record::from_iter([(FIELDS.to_owned(), Value::Array(stored))]);
    context.account.records.update_single(&name, &record);
    wrap_up(context)
}
