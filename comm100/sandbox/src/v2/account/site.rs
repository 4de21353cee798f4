//! The profile of the site, and the restriction of sign-ins to ranges of addresses.

use serde_json::{Value, json};

use crate::{
    account::{access::Permission, account::Account, record::Record},
    engine::{
        error::ErrorResponse,
        parameter::{Format, Parameter},
        route::{RequestContext, Route},
    },
    v2::{
        records::{Collection, Single, nothing_more},
        tables::account::{IP_RANGE, IP_RESTRICTION, SITE_PROFILE},
    },
};

/// The id of the site if `require_site_id` sets none.
const SITE: u64 = 10_001;

const PROFILE: Single = Single {
    path: "account/site/profile",
    permission: Permission::ManageSite,
    members: SITE_PROFILE,
};

const RESTRICTION: Single = Single {
    path: "account/ipRestriction",
    permission: Permission::ManageSecurity,
    members: IP_RESTRICTION,
};

const RANGES: Collection = Collection {
    path: "account/ipRestriction/ipRanges",
    noun: "IP range",
    key: "id",
    permission: Some(Permission::ManageSecurity),
    members: IP_RANGE,
    read_only: &[],
};

pub(super) fn routes() -> Vec<Route> {
    let mut routes = vec![RANGES.list(), RANGES.create(), RANGES.remove()];
    // The documented path of the update has no id: the body names the range.
    let members = IP_RANGE.iter().map(|member| member.optional());
    routes.push(
        Route::put(RANGES.path, update_range)
            .fields(members)
            .parameter(Parameter::body("id", Format::Integer).required())
            .permission(Permission::ManageSecurity),
    );
    routes.extend(PROFILE.routes(site_id));
    routes.extend(RESTRICTION.routes(nothing_more));
    routes
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "a `Single` takes functions that may fail"
)]
fn site_id(context: &RequestContext<'_>, record: &mut Record) -> Result<(), ErrorResponse> {
    let id = context.config.site_id.unwrap_or(SITE);
    record.insert("id".to_owned(), Value::from(id));
    Ok(())
}

fn update_range(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let id = context.input.required_integer("id")?;
    let mut fields = context.input.fields().clone();
    fields.remove("id");
    context.account.records.update(RANGES.path, id, &fields);
    match context.account.records.find(RANGES.path, id) {
        Some(record) => Ok(RANGES.to_json(id, record)),
        None => Err(RANGES.not_found(id)),
    }
}

pub(super) fn seed(account: &mut Account) {
    let profile = json!({
        "siteName": "Example",
        "contact.firstName": "Ada",
        "contact.lastName": "Marsh",
        "company": "Example Ltd.",
        "website": "www.example.com",
        "phoneNumber": "+1 555 010 0001",
        "city": "Vancouver",
        "stateOrProvince": "British Columbia",
        "country": "Canada",
        "companySize": "101-180",
        "timeZone": "71",
        "datetimeFormat": "MM/dd/yyyy HH:mm:ss",
    });
    if let Value::Object(profile) = profile {
        account.records.update_single(PROFILE.path, &profile);
    }
    let ranges = json!([
        { "from": "203.0.113.1", "to": "203.0.113.99" },
        { "from": "198.51.100.7", "to": "198.51.100.7" },
    ]);
    RANGES.seed(account, 301, ranges);
}
