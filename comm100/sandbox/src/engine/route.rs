//! An endpoint as the sandbox knows it: its path, what it takes, who may call it, what it does.

use serde_json::Value;

use crate::{
    account::{
        State,
        access::{Edition, Permission},
    },
    engine::{
        error::Refusal,
        input::Arguments,
        parameter::{Kind, Parameter, Place},
        response::Reply,
    },
    quirks::Quirks,
};

/// The method of an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    Get,
    Post,
    Put,
    Delete,
}

/// One request to an endpoint, after it was checked.
pub(crate) struct Exchange<'a> {
    pub(crate) state: &'a mut State,
    pub(crate) arguments: Arguments,
    /// The body, of an endpoint that takes JSON.
    pub(crate) body: &'a [u8],
    /// The id of the agent that sent it.
    pub(crate) caller: u64,
    /// Seconds since 1970-01-01T00:00Z.
    pub(crate) now: i64,
    pub(crate) quirks: Quirks,
    pub(crate) edition: Edition,
    pub(crate) has_chatbot: bool,
}

/// What a handler gives: a body or a reply, or a refusal in place of it.
pub(crate) trait Answer {
    fn into_result(self) -> Result<Reply, Refusal>;
}

impl Answer for Value {
    fn into_result(self) -> Result<Reply, Refusal> {
        Ok(Reply::Json(self))
    }
}

impl Answer for Reply {
    fn into_result(self) -> Result<Reply, Refusal> {
        Ok(self)
    }
}

impl<A: Answer> Answer for Result<A, Refusal> {
    fn into_result(self) -> Result<Reply, Refusal> {
        self?.into_result()
    }
}

/// What an endpoint does with a request.
pub(crate) type Handler = Box<dyn Fn(&mut Exchange<'_>) -> Result<Reply, Refusal> + Send + Sync>;

/// One endpoint.
pub(crate) struct Route {
    pub(crate) verb: Verb,
    /// Below the version, as in `livechat/departments/{id}`.
    pub(crate) path: &'static str,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) takes_json: bool,
    pub(crate) permission: Option<Permission>,
    pub(crate) edition: Option<Edition>,
    pub(crate) handler: Handler,
}

impl Route {
    fn new<A: Answer>(
        verb: Verb,
        path: &'static str,
        handler: impl Fn(&mut Exchange<'_>) -> A + Send + Sync + 'static,
    ) -> Self {
        Self {
            verb,
            path,
            parameters: Vec::new(),
            takes_json: false,
            permission: None,
            edition: None,
            handler: Box::new(move |exchange| handler(exchange).into_result()),
        }
    }

    pub(crate) fn get<A: Answer>(
        path: &'static str,
        handler: impl Fn(&mut Exchange<'_>) -> A + Send + Sync + 'static,
    ) -> Self {
        Self::new(Verb::Get, path, handler)
    }

    pub(crate) fn post<A: Answer>(
        path: &'static str,
        handler: impl Fn(&mut Exchange<'_>) -> A + Send + Sync + 'static,
    ) -> Self {
        Self::new(Verb::Post, path, handler)
    }

    pub(crate) fn put<A: Answer>(
        path: &'static str,
        handler: impl Fn(&mut Exchange<'_>) -> A + Send + Sync + 'static,
    ) -> Self {
        Self::new(Verb::Put, path, handler)
    }

    pub(crate) fn delete<A: Answer>(
        path: &'static str,
        handler: impl Fn(&mut Exchange<'_>) -> A + Send + Sync + 'static,
    ) -> Self {
        Self::new(Verb::Delete, path, handler)
    }

    fn with(mut self, name: &'static str, place: Place, kind: Kind, required: bool) -> Self {
        self.parameters.push(Parameter {
            name,
            place,
            kind,
            required,
        });
        self
    }

    /// A placeholder of the path.
    pub(crate) fn path(self, name: &'static str, kind: Kind) -> Self {
        self.with(name, Place::Path, kind, true)
    }

    /// An optional query parameter.
    pub(crate) fn query(self, name: &'static str, kind: Kind) -> Self {
        self.with(name, Place::Query, kind, false)
    }

    pub(crate) fn required_query(self, name: &'static str, kind: Kind) -> Self {
        self.with(name, Place::Query, kind, true)
    }

    /// An optional form field.
    pub(crate) fn form(self, name: &'static str, kind: Kind) -> Self {
        self.with(name, Place::Form, kind, false)
    }

    pub(crate) fn required_form(self, name: &'static str, kind: Kind) -> Self {
        self.with(name, Place::Form, kind, true)
    }

    /// The whole body is JSON.
    pub(crate) fn json(mut self) -> Self {
        self.takes_json = true;
        self
    }

    pub(crate) fn permission(mut self, permission: Permission) -> Self {
        self.permission = Some(permission);
        self
    }

    pub(crate) fn edition(mut self, edition: Edition) -> Self {
        self.edition = Some(edition);
        self
    }
}
