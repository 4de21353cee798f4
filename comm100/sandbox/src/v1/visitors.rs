//! Visitors: those on the site now, and each known one by its id.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    account::{
        State,
        entity::{
            chat::Chat,
            visitor::{OUT_OF_SITE, Visitor},
        },
        forms,
        seed::visitors,
    },
    engine::{
        error::Refusal,
        parameter::Kind,
        route::{Exchange, Route},
    },
    quirks::{Quirk, Quirks},
    random::Random,
    v1::json_forms,
};

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("livechat/visitors", list),
        Route::get("livechat/visitors/chatting", chatting),
        Route::get("livechat/visitors/{id}", get).path("id", Kind::Uuid),
        Route::put("livechat/visitors/{id}", update)
            .path("id", Kind::Uuid)
            .json(),
    ]
}

/// Those on the site.
fn list(exchange: &mut Exchange<'_>) -> Value {
    present(exchange, |_| true)
}

fn chatting(exchange: &mut Exchange<'_>) -> Value {
    let is_chatting = |visitor: &Visitor| {
        visitor
            .presence
            .as_ref()
            .is_some_and(|presence| presence.activity.is_chatting())
    };
    present(exchange, is_chatting)
}

fn present(exchange: &Exchange<'_>, chosen: impl Fn(&Visitor) -> bool) -> Value {
    let visitors = exchange.state.visitors.iter().enumerate();
    visitors
        .filter(|(_, visitor)| visitor.presence.is_some() && chosen(visitor))
        .map(|(index, visitor)| shown(exchange.state, index, visitor, exchange.quirks))
        .collect()
}

fn get(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let index = index(exchange)?;
    let visitor = &exchange.state.visitors[index];
    Ok(shown(exchange.state, index, visitor, exchange.quirks))
}

/// One custom variable, as a request gives it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    name: String,
    value: String,
}

/// Sets the given variables; the others stay as they are.
fn update(exchange: &mut Exchange<'_>) -> Result<Value, Refusal> {
    let index = index(exchange)?;
    let given: Vec<Given> = serde_json::from_slice(exchange.body).map_err(|error| {
        Refusal::bad_request(format!(
            "The body must be a list of {{\"name\": .., \"value\": ..}}: {error}.",
        ))
    })?;
    if given.iter().any(|variable| variable.name.trim().is_empty()) {
        return Err(Refusal::required("name"));
    }
    let variables = &mut exchange.state.visitors[index].variables;
    for Given { name, value } in given {
        variables.retain(|(known, _)| *known != name);
        variables.push((name, value));
    }
    get(exchange)
}

/// Where the visitor of the path is.
fn index(exchange: &Exchange<'_>) -> Result<usize, Refusal> {
    let id = exchange.arguments.required_text("id")?;
    exchange
        .state
        .visitors
        .iter()
        .position(|visitor| visitor.id == id)
        .ok_or_else(|| Refusal::not_found(format!("The visitor {id} does not exist.")))
}

/// What was captured on the site, overridden by what was set.
fn variables(visitor: &Visitor) -> Value {
    let is_set = |name: &str| visitor.variables.iter().any(|(known, _)| known == name);
    let captured = visitors::captured(visitor.seed)
        .into_iter()
        .filter(|(name, _)| !is_set(name))
        .map(|(name, value)| json!({ "name": name, "value": value }));
    let set = visitor
        .variables
        .iter()
        .map(|(name, value)| json!({ "name": name, "value": value }));
    captured.chain(set).collect()
}

fn shown(state: &State, index: usize, visitor: &Visitor, quirks: Quirks) -> Value {
    let mut random = Random::of(visitor.seed, 40);
    let presence = visitor.presence.as_ref();
    let status = presence.map_or(OUT_OF_SITE, |presence| presence.activity.number());
    let visits = state.visits.iter().filter(|visit| visit.visitor == index);
    let (first_visit, last_visit) = (visits.clone().next(), visits.clone().next_back());
    let chats = state
        .chats
        .iter()
        .filter(|chat| chat.is_chat() && chat.visitor == index);
    let last_chat: Option<&Chat> = chats.clone().next_back();
    let visit_time = presence
        .map(|presence| presence.arrived)
        .or(last_visit.map(|visit| visit.time))
        .unwrap_or_default();
    let [city, region, country, time_zone, language] = random.pick(&visitors::PLACES);
    let page = presence.map_or(visitors::PAGES[0].1, |presence| presence.page);
    let (title, landing_page) = random.pick(&visitors::PAGES);
    let referrer = random.pick(&[
        Some(("https://www.google.com/", "Google", "live chat")),
        Some(("https://www.bing.com/", "Bing", "help & invoices")),
        None,
    ]);
    let custom_fields = last_chat
        .map(|chat| forms::custom_answers(chat.seed, forms::pre_chat(chat.campaign)))
        .unwrap_or_default();
    let product = last_chat.and_then(|chat| {
        forms::system_answer(chat.seed, forms::pre_chat(chat.campaign), "product")
    });
    let department = presence.map_or_else(
        || last_chat.and_then(|chat| chat.department),
        |presence| presence.department,
    );
    json!({
        "id": visitor.id,
        "name": visitor.name,
        "email": visitor.email,
        "status": if quirks.has(Quirk::UnknownValues) { 99 } else { status },
        "phone": visitor.phone,
        "company": visitor.company,
        "first_visit_time":
            json_forms::date(first_visit.map_or(visit_time, |visit| visit.time), quirks),
        "visit_time": json_forms::date(visit_time, quirks),
        "city": city,
        "state": region,
        "country": country,
        "ip": address(&mut random),
        "language": language,
        "screen_resolution": random.pick(&["1440*900", "1920*1080", "390*844"]),
        "time_zone": time_zone,
        "flash_version": random.pick(&[Some("11.5"), None, None]),
        "operating_system": random.pick(&["Windows 10", "Mac OS X", "Android", "iOS", "Linux"]),
        "browser": random.pick(&["Chrome", "Firefox", "Safari", "Edge"]),
        "custom_fields": json_forms::custom_fields(&custom_fields, quirks),
        "product_service": product,
        "department": state.department_name(department),
        "custom_variable": variables(visitor),
        "current_browsing": page,
        "visits": visits.count(),
        "chats": chats.count(),
        "referrer_url": referrer.map(|(url, _, _)| url),
        "search_engine": referrer.map(|(_, engine, _)| engine),
        "keywords": referrer.map(|(_, _, keywords)| keywords),
        "landing_page": if quirks.has(Quirk::TitledLandingPages) {
            format!("{title} {landing_page}")
        } else {
            landing_page.to_owned()
        },
        "page_views": random.between(1, 30),
    })
}

/// An address of those that are kept for documentation, IPv4 or IPv6.
fn address(random: &mut Random) -> String {
    if random.chance(75) {
        format!("203.0.113.{}", random.between(1, 254))
    } else {
        format!("2001:db8::{:x}", random.between(1, 0xFFFF))
    }
}
