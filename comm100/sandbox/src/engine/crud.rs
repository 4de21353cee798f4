//! The five endpoints that most resources have, written once for all of them.

use serde_json::{Value, json};

use super::{
    error::ErrorResponse,
    parameter::{Format, Parameter},
    response::HandlerResponse,
    route::{BodyKind, RequestContext, Route},
};
use crate::account::crud::Entity;

/// The form in which a version of the API reads and writes entities of one kind.
pub(crate) trait Resource: 'static {
    type Entity: Entity;

    /// The path of the list.
    const PATH: &'static str;

    /// The placeholder that follows it in the path of one entity.
    const KEY: (&'static str, Format);

    /// The form of the bodies.
    const BODY: BodyKind = BodyKind::Form;

    /// The parameters of the body that creates one.
    const FIELDS: &'static [Parameter];

    /// Returns the parameters of the body that updates one; by default the same, and none is required.
    fn update_fields() -> Vec<Parameter> {
        Self::FIELDS.iter().map(|field| field.optional()).collect()
    }

    /// Reads the key in the path.
    fn key(context: &RequestContext<'_>) -> Result<<Self::Entity as Entity>::Key, ErrorResponse>;

    /// Reads the values in the body.
    fn changes(context: &RequestContext<'_>) -> <Self::Entity as Entity>::Changes;

    fn to_json(entity: &Self::Entity, context: &RequestContext<'_>) -> Value;

    /// Returns the form in lists; by default the same.
    fn to_list_json(entity: &Self::Entity, context: &RequestContext<'_>) -> Value {
        Self::to_json(entity, context)
    }

    /// Returns the response to the removal of one; by default no body.
    fn removed(_entity: &Self::Entity) -> HandlerResponse {
        HandlerResponse::Empty
    }
}

/// Returns a response to a removal: a sentence as the member `result`.
pub(crate) fn result(sentence: &str) -> HandlerResponse {
    HandlerResponse::Json(json!({ "result": sentence }))
}

/// Returns the endpoints that list, read, create, update and remove.
pub(crate) fn crud<R: Resource>() -> Vec<Route> {
    let (key, format) = R::KEY;
    let one = format!("{}/{{{key}}}", R::PATH);
    vec![
        Route::get(R::PATH, list::<R>),
        Route::get(one.clone(), get::<R>).path(key, format),
        Route::post(R::PATH, create::<R>)
            .body(R::BODY)
            .parameters(R::FIELDS.iter().copied()),
        Route::put(one.clone(), update::<R>)
            .path(key, format)
            .body(R::BODY)
            .parameters(R::update_fields()),
        Route::delete(one, remove::<R>).path(key, format),
    ]
}

pub(crate) fn list<R: Resource>(context: &mut RequestContext<'_>) -> Value {
    let context = &*context;
    R::Entity::list(context.account, context.caller)
        .map(|entity| R::to_list_json(entity, context))
        .collect()
}

/// Returns the record of the path.
pub(crate) fn get<R: Resource>(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let key = R::key(context)?;
    let entity = R::Entity::find(context.account, &key, context.caller)?;
    Ok(R::to_json(entity, context))
}

fn create<R: Resource>(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let changes = R::changes(context);
    let author = context.author();
    let key = R::Entity::create(context.account, changes, author)?;
    let created = R::Entity::find(context.account, &key, context.caller)?;
    Ok(R::to_json(created, context))
}

fn update<R: Resource>(context: &mut RequestContext<'_>) -> Result<Value, ErrorResponse> {
    let key = R::key(context)?;
    R::Entity::find(context.account, &key, context.caller)?;
    let changes = R::changes(context);
    let author = context.author();
    R::Entity::update(context.account, &key, changes, author)?;
    get::<R>(context)
}

fn remove<R: Resource>(context: &mut RequestContext<'_>) -> Result<HandlerResponse, ErrorResponse> {
    let key = R::key(context)?;
    let response = R::removed(R::Entity::find(context.account, &key, context.caller)?);
    R::Entity::remove(context.account, &key);
    Ok(response)
}
