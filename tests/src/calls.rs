//! The calls that the fault tests make: every verb, with values that must not
//! show up anywhere.

use comm100::__private::{Decoder, Encoder, EndpointInfo, Verb};
use comm100::{Client, Endpoint, EndpointCall, Error};
use serde::Deserialize;

/// What a test server answers.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Answer {
    /// Any text.
    pub value: String,
}

macro_rules! declare {
    ($($(#[$doc:meta])* $name:ident, $type:ident, $verb:ident, $path:literal, $idempotent:expr;)*) => {
        /// Endpoints of every verb.
        pub trait Faults: AsRef<Client> {
            $($(#[$doc])* fn $name<'a>(&'a self, value: &'a str) -> EndpointCall<'a, $type<'a>> {
                self.as_ref().call($type(value))
            })*
        }
        $(
            #[doc(hidden)]
            #[derive(Debug)]
            pub struct $type<'a>(&'a str);
            impl Endpoint for $type<'_> {
                type Response = Answer;
                const ENDPOINT: EndpointInfo =
                    EndpointInfo::new(stringify!($name), Verb::$verb, $path).with_idempotence($idempotent);
                fn encode(&self, request: &mut Encoder) {
                    let (start, rest) = $path.split_once("{value}").unwrap_or(($path, ""));
                    request.literal(start);
                    if start != $path {
                        request.segment("value", self.0);
                    }
                    request.literal(rest);
                    if !matches!(Verb::$verb, Verb::Get | Verb::Delete) {
                        request.form("value", self.0);
                    }
                }
                fn decoder() -> Decoder<Answer> {
                    Decoder::json()
                }
            }
        )*
    };
}

declare! {
    /// A read.
    read, Read, Get, "livechat/faults/{value}", true;
    /// A write that may be repeated.
    replace, Replace, Put, "livechat/faults/{value}", true;
    /// Another.
    remove, Remove, Delete, "livechat/faults/{value}", true;
    /// A POST that is declared so.
    mark, Mark, Post, "livechat/faults/{value}/mark", true;
    /// A write that may not.
    create, Create, Post, "livechat/faults", false;
    /// Another.
    amend, Amend, Patch, "livechat/faults/{value}", false;
    /// A PUT that is declared so.
    reset_key, ResetKey, Put, "livechat/faults/{value}/reset_key", false;
}

impl<T: AsRef<Client> + ?Sized> Faults for T {}

/// A call by its kind, for tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// GET
    Read,
    /// PUT
    Replace,
    /// DELETE
    Remove,
    /// POST, `idempotent`
    Mark,
    /// POST
    Create,
    /// PATCH
    Amend,
    /// PUT, `idempotent = false`
    ResetKey,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Read,
        Self::Replace,
        Self::Remove,
        Self::Mark,
        Self::Create,
        Self::Amend,
        Self::ResetKey,
    ];

    /// Whether the call may be sent twice.
    #[must_use]
    pub fn is_idempotent(self) -> bool {
        matches!(self, Self::Read | Self::Replace | Self::Remove | Self::Mark)
    }

    /// Makes the call.
    pub async fn call(self, client: &Client, value: &str) -> Result<Answer, Error> {
        match self {
            Self::Read => client.read(value).await,
            Self::Replace => client.replace(value).await,
            Self::Remove => client.remove(value).await,
            Self::Mark => client.mark(value).await,
            Self::Create => client.create(value).await,
            Self::Amend => client.amend(value).await,
            Self::ResetKey => client.reset_key(value).await,
        }
    }
}
