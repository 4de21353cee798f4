//! Visitors: those on the site now, and any known one by its id.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    account::{
        access::Permission,
        account::Account,
        entity::visitor::{Activity, Visitor},
        seed::visitors::details,
        visitors::{history, index, present, set_variables, variables},
    },
    engine::{
        error::ErrorResponse,
        parameter::Format,
        route::{RequestContext, Route},
    },
    quirks::{Quirk, Quirks},
    v2::json_forms::{custom_fields, time},
};

pub(super) fn routes() -> Vec<Route> {
    let routes = [
        Route::get("livechat/visitors", |context| list(context, |_| true)),
        Route::get("livechat/visitors/chatting", |context| {
            list(context, Activity::is_chatting)
        }),
        Route::get("livechat/visitors/{id}", get).path("id", Format::Uuid),
        Route::put("livechat/visitors/{id}", update)
            .path("id", Format::Uuid)
            .json(),
    ];
    routes
        .map(|route| route.permission(Permission::ManageSettings))
        .into()
}

fn list(context: &RequestContext<'_>, chosen: fn(Activity) -> bool) -> Value {
    present(context.account, chosen)
        .map(|(index, visitor)| to_json(context.account, index, visitor, context.quirks()))
        .collect()
}

fn get(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let index = index(context.account, context.input.required_text("id")?)?;
    let visitor = &context.account.visitors[index];
    Ok(to_json(context.account, index, visitor, context.quirks()))
}

/// A custom variable in a request.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Variable {
    name: String,
    value: Option<String>,
    #[serde(rename = "url")]
    _url: Option<String>,
}

fn update(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let index = index(context.account, context.input.required_text("id")?)?;
    let variables: Vec<Variable> = serde_json::from_slice(context.body).map_err(|error| {
        ErrorResponse::bad_request(format!(
            "The body must be a list of {{\"name\": .., \"value\": .., \"url\": ..}}: {error}.",
        ))
    })?;
    let variables = variables
        .into_iter()
        .map(|variable| (variable.name, variable.value.unwrap_or_default()));
    set_variables(&mut context.account.visitors[index], variables.collect())?;
    get(context)
}

/// Returns a time of a visitor, which has milliseconds and a `Z`, unlike others.
fn precise(seconds: i64) -> Value {
    match time(seconds) {
        Value::String(time) => Value::from(time + ".000Z"),
        other => other,
    }
}

fn to_json(account: &Account, index: usize, visitor: &Visitor, quirks: Quirks) -> Value {
    let history = history(account, index, visitor);
    let details = details(visitor.seed);
    let (title, landing_page) = details.landing_page;
    let (fields, product) = history.answers();
    let variables: Value = variables(visitor)
        .iter()
        .map(|(name, value)| json!({ "name": name, "value": value, "url": "" }))
        .collect();
    let fields = if fields.is_empty() {
        Value::Null
    } else {
        custom_fields(&fields)
    };
    json!({
        "id": visitor.id,
        "name": visitor.name,
        "email": visitor.email,
        "status": if quirks.has(Quirk::UnknownValues) { 99 } else { history.status },
        "page_views": details.page_views,
        "browser": details.browser,
        "chats": history.chats,
        "city": details.city,
        "company": visitor.company,
        "country": details.country,
        "current_browsing": history.page,
        "custom_fields": fields,
        "custom_variables": variables,
        "department": history.department.map_or(Value::from(-1), Value::from),
        "first_visit_time": precise(history.first_visit),
        "flash_version": details.flash_version.unwrap_or_default(),
        "ip": details.address,
        "keywords": details.referrer.map_or("", |referrer| referrer.keywords),
        "landing_page": if quirks.has(Quirk::TitledLandingPages) {
            format!("{title} {landing_page}")
        } else {
            landing_page.to_owned()
        },
        "language": details.language.replace('_', "-"),
        "operating_system": details.operating_system,
        "phone": visitor.phone,
        "product_service": product.unwrap_or_default(),
        "referrer_url": details.referrer.map_or("", |referrer| referrer.url),
        "screen_resolution": details.screen_resolution.replace('*', "x"),
        "search_engine": details.referrer.map_or("", |referrer| referrer.search_engine),
        "state": details.region,
        "time_zone": details.time_zone.replace("UTC", "GMT "),
        "visit_time": precise(history.visit),
        "visits": history.visits,
    })
}
