//! Resources that the sandbox only stores: collections of records, and single ones. They may be below a campaign.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::json_forms::object;
use crate::{
    account::{access::Permission, account::Account, record::Record},
    engine::{
        error::ErrorResponse,
        json::complete,
        parameter::{Format, Parameter},
        response::HandlerResponse,
        route::{RequestContext, Route},
    },
};

/// A collection of records.
#[derive(Clone, Copy)]
pub(super) struct Collection {
    /// The path of the list, with the placeholder of the campaign if it is below one.
    pub(super) path: &'static str,
    /// The noun in messages.
    pub(super) noun: &'static str,
    /// The placeholder in the path of one record.
    pub(super) key: &'static str,
    pub(super) permission: Option<Permission>,
    pub(super) members: &'static [Parameter],
    /// The members that are read only, with their values.
    pub(super) read_only: &'static [(&'static str, bool)],
}

/// A single record.
#[derive(Clone, Copy)]
pub(super) struct Single {
    pub(super) path: &'static str,
    pub(super) permission: Permission,
    pub(super) members: &'static [Parameter],
}

/// The path with the id of its campaign, which must exist; it names the records.
pub(super) fn name(path: &str, context: &RequestContext<'_>) -> Result<String, ErrorResponse> {
    if !path.contains("{id}") {
        return Ok(path.to_owned());
    }
    let campaign = context
        .account
        .campaign(context.input.required_integer("id")?)?;
    Ok(path.replace("{id}", &campaign.id.to_string()))
}

/// Adds the placeholder of the campaign.
fn below_campaign(route: Route) -> Route {
    if route.path.contains("{id}") {
        route.path("id", Format::Integer)
    } else {
        route
    }
}

impl Collection {
    pub(super) fn list(self) -> Route {
        self.finish(Route::get(
            self.path,
            move |context: &mut RequestContext<'_>| {
                let name = name(self.path, context)?;
                let records = context.account.records.list(&name);
                Ok::<Value, ErrorResponse>(
                    records
                        .map(|(id, record)| self.to_json(id, record))
                        .collect(),
                )
            },
        ))
    }

    pub(super) fn get(self) -> Route {
        self.one(Route::get(self.path_of_one(), move |context| {
            self.read(context)
        }))
    }

    pub(super) fn create(self) -> Route {
        let create = move |context: &mut RequestContext<'_>| {
            let name = name(self.path, context)?;
            let id = context.account.new_id();
            let record = context.input.fields().clone();
            let created = self.to_json(id, &record);
            context.account.records.insert(&name, id, record);
            Ok::<Value, ErrorResponse>(created)
        };
        self.finish(Route::post(self.path, create).fields(self.members.iter().copied()))
    }

    pub(super) fn update(self) -> Route {
        let update = move |context: &mut RequestContext<'_>| {
            self.read(context)?;
            let name = name(self.path, context)?;
            let id = context.input.required_integer(self.key)?;
            let fields = context.input.fields();
            context.account.records.update(&name, id, fields);
            self.read(context)
        };
        let members = self.members.iter().map(|member| member.optional());
        self.one(Route::put(self.path_of_one(), update).fields(members))
    }

    pub(super) fn remove(self) -> Route {
        let remove = move |context: &mut RequestContext<'_>| {
            let name = name(self.path, context)?;
            let id = context.input.required_integer(self.key)?;
            if context.account.records.remove(&name, id) {
                Ok(HandlerResponse::Empty)
            } else {
                Err(self.not_found(id))
            }
        };
        self.one(Route::delete(self.path_of_one(), remove))
    }

    /// Returns the five endpoints of most collections.
    pub(super) fn all(self) -> Vec<Route> {
        vec![
            self.list(),
            self.get(),
            self.create(),
            self.update(),
            self.remove(),
        ]
    }

    /// Adds records to the account. Their ids start with this one.
    pub(super) fn seed(self, account: &mut Account, first_id: u64, records: Value) {
        let Value::Array(records) = records else {
            return;
        };
        for (id, record) in (first_id..).zip(records) {
            if let Value::Object(record) = record {
                account.records.insert(self.path, id, record);
            }
        }
    }

    fn path_of_one(self) -> String {
        format!("{}/{{{}}}", self.path, self.key)
    }

    fn one(self, route: Route) -> Route {
        self.finish(route).path(self.key, Format::Integer)
    }

    fn finish(self, route: Route) -> Route {
        // A collection that is not below a campaign may have the key `id`.
        let route = if self.path.contains("{id}") {
            below_campaign(route)
        } else {
            route
        };
        match self.permission {
            Some(permission) => route.permission(permission),
            None => route,
        }
    }

    pub(super) fn not_found(self, id: u64) -> ErrorResponse {
        let message = format!("The {} {id} does not exist.", self.noun);
        ErrorResponse::new(StatusCode::NOT_FOUND, message)
    }

    fn read(self, context: &RequestContext<'_>) -> Result<Value, ErrorResponse> {
        let name = name(self.path, context)?;
        let id = context.input.required_integer(self.key)?;
        let record = context.account.records.find(&name, id);
        let record = record.ok_or_else(|| self.not_found(id))?;
        Ok(self.to_json(id, record))
    }

    pub(super) fn to_json(self, id: u64, record: &Record) -> Value {
        let values = self
            .read_only
            .iter()
            .map(|(name, value)| ((*name).to_owned(), json!(value)));
        object(id, self.members, record, Value::Object(values.collect()))
    }
}

impl Single {
    /// Returns the endpoints that read and update it; `extra` adds members that are read only.
    pub(super) fn routes(
        self,
        extra: fn(&RequestContext<'_>, &mut Record) -> Result<(), ErrorResponse>,
    ) -> [Route; 2] {
        let read = move |context: &RequestContext<'_>| {
            let name = name(self.path, context)?;
            let mut record = complete(self.members, &context.account.records.single(&name));
            extra(context, &mut record)?;
            Ok::<Value, ErrorResponse>(Value::Object(record))
        };
        let get = Route::get(self.path, move |context: &mut RequestContext<'_>| {
            read(context)
        });
        let update = Route::put(self.path, move |context: &mut RequestContext<'_>| {
            let name = name(self.path, context)?;
            let fields = context.input.fields();
            context.account.records.update_single(&name, fields);
            read(context)
        });
        let update = update.fields(self.members.iter().copied());
        [get, update].map(|route| below_campaign(route).permission(self.permission))
    }
}

/// Adds no members to those of the table.
#[allow(
    clippy::unnecessary_wraps,
    reason = "a `Single` takes functions that may fail"
)]
pub(super) fn nothing_more(_: &RequestContext<'_>, _: &mut Record) -> Result<(), ErrorResponse> {
    Ok(())
}
