//! Visitors: those on the site now, and any known one by its id.

use serde::Deserialize;
use serde_json::{Value, json};

use super::json_forms::{custom_fields, date, variables as variable_list};
use crate::{
    account::{
        account::Account,
        entity::visitor::{Activity, Visitor},
        seed::visitors::{Details, details},
        visitors::{history, index, present, set_variables, variables},
    },
    engine::{
        error::ErrorResponse,
        parameter::Format,
        route::{RequestContext, Route},
    },
    quirks::{Quirk, Quirks},
};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("livechat/visitors", |context| list(context, |_| true)),
        Route::get("livechat/visitors/chatting", |context| {
            list(context, Activity::is_chatting)
        }),
        Route::get("livechat/visitors/{id}", get).path("id", Format::Uuid),
        Route::put("livechat/visitors/{id}", update)
            .path("id", Format::Uuid)
            .json(),
    ]
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
    value: String,
}

fn update(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let index = index(context.account, context.input.required_text("id")?)?;
    let variables: Vec<Variable> = serde_json::from_slice(context.body).map_err(|error| {
        ErrorResponse::bad_request(format!(
            "The body must be a list of {{\"name\": .., \"value\": ..}}: {error}.",
        ))
    })?;
    let variables = variables
        .into_iter()
        .map(|variable| (variable.name, variable.value));
    set_variables(&mut context.account.visitors[index], variables.collect())?;
    get(context)
}

fn to_json(account: &Account, index: usize, visitor: &Visitor, quirks: Quirks) -> Value {
    let history = history(account, index, visitor);
    let details: Details = details(visitor.seed);
    let (fields, product) = history.answers();
    let (title, landing_page) = details.landing_page;
    json!({
        "id": visitor.id,
        "name": visitor.name,
        "email": visitor.email,
        "status": if quirks.has(Quirk::UnknownValues) { 99 } else { history.status },
        "phone": visitor.phone,
        "company": visitor.company,
        "first_visit_time": date(history.first_visit, quirks),
        "visit_time": date(history.visit, quirks),
        "city": details.city,
        "state": details.region,
        "country": details.country,
        "ip": details.address,
        "language": details.language,
        "screen_resolution": details.screen_resolution,
        "time_zone": details.time_zone,
        "flash_version": details.flash_version,
        "operating_system": details.operating_system,
        "browser": details.browser,
        "custom_fields": custom_fields(&fields, quirks),
        "product_service": product,
        "department": account.department_name(history.department),
        "custom_variable": variable_list(variables(visitor)),
        "current_browsing": history.page,
        "visits": history.visits,
        "chats": history.chats,
        "referrer_url": details.referrer.map(|referrer| referrer.url),
        "search_engine": details.referrer.map(|referrer| referrer.search_engine),
        "keywords": details.referrer.map(|referrer| referrer.keywords),
        "landing_page": if quirks.has(Quirk::TitledLandingPages) {
            format!("{title} {landing_page}")
        } else {
            landing_page.to_owned()
        },
        "page_views": details.page_views,
    })
}
