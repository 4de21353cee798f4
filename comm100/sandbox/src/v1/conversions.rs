//! Conversions, and marking one as achieved.

use serde_json::{Value, json};

use crate::{
    account::{
        access::{Edition, Permission},
        conversions::{self, Failure},
    },
    engine::{
        error::ErrorResponse,
        parameter::{Format, Parameter},
        route::{RequestContext, Route},
    },
};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("livechat/conversions", list)
            .permission(Permission::ManageSettings)
            .edition(Edition::Enterprise),
        Route::post("livechat/mark_api_conversion_successful", mark)
            .parameter(Parameter::body("conversion_name", Format::Text).required())
            .parameter(Parameter::body("visitorId", Format::Uuid).required())
            .parameter(Parameter::body("value", Format::Number).required())
            .edition(Edition::Enterprise),
    ]
}

fn list(context: &mut RequestContext<'_>) -> Value {
    context
        .account
        .conversions
        .iter()
        .map(|conversion| {
            json!({
                "id": conversion.id,
                "isEnable": conversion.is_enable,
                "name": conversion.name,
            })
        })
        .collect()
}

/// Marks a conversion as achieved. As documented, a failure has status 200 and an error in the body.
fn mark(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let input = &context.input;
    let marked = conversions::mark(
        context.account,
        input.required_text("conversion_name")?,
        input.required_text("visitorId")?,
        input.required_number("value")?,
        context.now,
    );
    let (code, message) = match marked {
        Ok(()) => (0, ""),
        Err(Failure::UnknownConversion) => (1, "There is no conversion of this name."),
        Err(Failure::UnknownVisitor) => (2, "There is no visitor with this id."),
        Err(Failure::Disabled) => (3, "The conversion could not be added: it is not enabled."),
    };
    Ok(json!({ "error_code": code, "error_message": message }))
}
