//! Conversion actions, and marking one as achieved.

use serde_json::{Value, json};

use crate::{
    account::{
        access::Permission,
        conversions::{self, ConversionChanges, Failure},
        entity::settings::Conversion,
    },
    engine::{
        crud::{Resource, crud},
        error::ErrorResponse,
        route::{RequestContext, Route},
    },
    v2::{
        json_forms::{object, others},
        numbered::numbered,
        tables::livechat::{ACHIEVED, CONVERSION_ACTION},
    },
};

pub(super) fn routes() -> Vec<Route> {
    let achieved =
        Route::post("livechat/conversionActions/achieved", mark).fields(ACHIEVED.iter().copied());
    crud::<Conversions>()
        .into_iter()
        // Conversion actions cannot be removed.
        .filter(|route| route.method != "DELETE")
        .chain([achieved])
        .map(|route| route.permission(Permission::ManageSettings))
        .collect()
}

struct Conversions;

impl Resource for Conversions {
    type Entity = Conversion;
    numbered!("livechat/conversionActions", CONVERSION_ACTION);

    fn changes(context: &RequestContext<'_>) -> ConversionChanges {
        ConversionChanges {
            name: context.input.owned("name"),
            is_enable: context.input.boolean("isEnable"),
            record: others(context, &["name", "isEnable"]),
        }
    }

    fn to_json(conversion: &Conversion, _: &RequestContext<'_>) -> Value {
        let values = json!({ "name": conversion.name, "isEnable": conversion.is_enable });
        object(conversion.id, CONVERSION_ACTION, &conversion.record, values)
    }
}

/// The value is a text in this version; one that is not a number counts as 0.
fn mark(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let input = &context.input;
    let value = input.text("value").and_then(|value| value.parse().ok());
    let marked = conversions::mark(
        context.account,
        input.required_text("conversion_name")?,
        input.text("visitorId").unwrap_or_default(),
        value.unwrap_or_default(),
        context.now,
    );
    let (code, message) = match marked {
        Ok(()) => (0, "ok"),
        Err(Failure::UnknownConversion) => (1, "There is no conversion action of this name."),
        Err(Failure::UnknownVisitor) => (2, "There is no visitor with this id."),
        Err(Failure::Disabled) => (3, "The conversion could not be stored: it is not enabled."),
    };
    Ok(json!({ "code": code, "message": message }))
}
