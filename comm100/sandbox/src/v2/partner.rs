//! The sites of a partner. They need the partner's token.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{
    json_forms::object,
    pages::Paging,
    tables::partner::{PARTNER_SITE, PARTNER_SITE_CONTACT},
};
use crate::{
    account::{account::Account, chats::contains, record::Record},
    clock::DAY,
    engine::{
        error::ErrorResponse,
        parameter::{Format, Parameter},
        response::HandlerResponse,
        route::{Callers, RequestContext, Route},
    },
};

const SITES: &str = "partner/sites";
const SITE: &str = "partner/sites/{site_id}";

const PAGING: Paging = Paging {
    key: "sites",
    size: 100,
    largest: None,
    end: Some(""),
    first_is_previous: false,
};

pub(super) fn routes() -> Vec<Route> {
    let update_fields = PARTNER_SITE
        .iter()
        .filter(|member| member.name != "password")
        .map(|member| match member.name {
            // Required by the list of the update too.
            "planList" => *member,
            _ => member.optional(),
        });
    let routes = [
        PAGING.parameters(Route::get(SITES, list).query("keywords", Format::Text)),
        Route::get(SITE, get).path("site_id", Format::Integer),
        Route::post(SITES, create).fields(PARTNER_SITE.iter().copied()),
        Route::put(SITE, update)
            .path("site_id", Format::Integer)
            .fields(update_fields)
            .parameter(Parameter::body("activated", Format::Boolean)),
        Route::put("partner/sites/{site_id}/paying", pay).path("site_id", Format::Integer),
    ];
    routes.map(|route| route.callers(Callers::Partner)).into()
}

/// Returns a site as JSON. Responses call the time zone `timeZone`, requests `timezone`; the password is in none.
fn to_json(id: u64, site: &Record) -> Value {
    let members: Vec<Parameter> = PARTNER_SITE
        .iter()
        .filter(|member| !["password", "timezone"].contains(&member.name))
        .copied()
        .collect();
    let value = |name: &str, default: Value| site.get(name).cloned().unwrap_or(default);
    let values = json!({
        "agents": value("agents", json!(1)),
        "timeZone": value("timezone", json!("")),
        "activated": value("activated", json!(false)),
        "createTime": value("createTime", Value::Null),
    });
    object(id, &members, site, values)
}

fn list(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let keywords = context.input.text("keywords").unwrap_or_default();
    let matches = |site: &Record| {
        let text = |name: &str| site.get(name).and_then(Value::as_str).unwrap_or_default();
        let contact = |name: &str| {
            let contact = site.get("contact").and_then(|contact| contact.get(name));
            contact.and_then(Value::as_str).unwrap_or_default()
        };
        let names = PARTNER_SITE_CONTACT
            .iter()
            .map(|member| contact(member.name));
        let texts: Vec<&str> = names.chain([text("company"), text("website")]).collect();
        contains(&texts, keywords)
    };
    let sites: Vec<(u64, &Record)> = context
        .account
        .records
        .list(SITES)
        .filter(|(_, site)| matches(site))
        .collect();
    PAGING.page(context, &sites, |(id, site)| to_json(*id, site))
}

fn get(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let id = context.input.required_integer("site_id")?;
    match context.account.records.find(SITES, id) {
        Some(site) => Ok(to_json(id, site)),
        None => Err(ErrorResponse::new(
            StatusCode::NOT_FOUND,
            format!("The site {id} does not exist."),
        )),
    }
}

fn create(context: &mut RequestContext<'_>) -> Value {
    let id = context.account.new_id();
    let mut site = context.input.fields().clone();
    site.insert("createTime".to_owned(), create_time(context.now));
    let created = to_json(id, &site);
    context.account.records.insert(SITES, id, site);
    created
}

fn update(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let id = context.input.required_integer("site_id")?;
    let fields = context.input.fields();
    context.account.records.update(SITES, id, fields);
    get(context)
}

/// Makes a trial a paid site.
fn pay(context: &mut RequestContext<'_>) -> Result<HandlerResponse, ErrorResponse> {
    get(context)?;
    let id = context.input.required_integer("site_id")?;
    let fields = Record::from_iter([("activated".to_owned(), Value::from(true))]);
    context.account.records.update(SITES, id, &fields);
    Ok(HandlerResponse::Empty)
}

/// Returns a time with three digits of a fraction, unlike other times.
fn create_time(seconds: i64) -> Value {
    match super::json_forms::time(seconds) {
        Value::String(time) => Value::from(time + ".000"),
        other => other,
    }
}

pub(super) fn seed(account: &mut Account) {
    let site = |company: &str, first_name: &str, email: &str, days: i64| {
        json!({
            "company": company,
            "contact": { "firstName": first_name, "lastName": "Lee", "email": email, "phone": "" },
            "website": "www.example.org",
            "country": "Canada",
            "companySize": "1-10",
            "timezone": "71",
            "agents": 3,
            "activated": true,
            "createTime": create_time(account.started - days * DAY),
            "planList": [{ "id": 1, "name": "Team", "products": 1 }],
        })
    };
    let sites = [
        site("Northern Lights", "Kim", "kim@example.org", 400),
        site("Southern Cross", "Robin", "robin@example.org", 30),
    ];
    for (id, site) in (10_002..).zip(sites) {
        if let Value::Object(site) = site {
            account.records.insert(SITES, id, site);
        }
    }
}
