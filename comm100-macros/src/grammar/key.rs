//! Keys of attributes: `rename = "agentId"`.

/// A key of an attribute.
pub(crate) struct KeySpec {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    /// A correct use: `rename = "agentId"`.
    pub(crate) example: &'static str,
    pub(crate) exclusions: &'static [Exclusion],
    /// A key without which this one has no meaning.
    pub(crate) needs: Option<&'static str>,
}

/// The form of a key and its value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `page`
    Flag,
    /// `idempotent`, `idempotent = false`
    FlagOrBoolean,
    /// `flatten`, `flatten = ["timeFrom", "timezone?"]`
    FlagOrKeys,
    /// `rename = "agentId"`
    Text,
    /// `version = 2`
    Number,
    /// `builder = GetOneBuilder`
    Name,
    /// `with = to_text`
    Function,
    /// `crate = my::comm100`
    Path,
    /// `returns = Chat`
    Type,
    /// `headers("Accept-Language" = "en")`
    Headers,
}

/// Two keys that exclude each other.
pub(crate) struct Exclusion {
    pub(crate) other: &'static str,
    pub(crate) remedy: &'static str,
}

const fn excludes(other: &'static str) -> Exclusion {
    Exclusion {
        other,
        remedy: "keep one of the two",
    }
}

const fn key(name: &'static str, shape: Shape, example: &'static str) -> KeySpec {
    KeySpec {
        name,
        shape,
        example,
        exclusions: &[],
        needs: None,
    }
}

impl KeySpec {
    const fn needing(mut self, other: &'static str) -> Self {
        self.needs = Some(other);
        self
    }

    const fn excluding(mut self, exclusions: &'static [Exclusion]) -> Self {
        self.exclusions = exclusions;
        self
    }
}

// Of parameters.
pub(super) static RENAME: KeySpec =
    key("rename", Shape::Text, "rename = \"agentId\"").excluding(&[Exclusion {
        other: "flatten",
        remedy: "remove `rename`: a flattened value has its own keys; rename those with `#[serde(rename = \"..\")]`",
    }]);
pub(super) static JOIN: KeySpec =
    key("join", Shape::Text, "join = \",\"").excluding(&[excludes("flatten"), excludes("page")]);
pub(super) static FLATTEN: KeySpec =
    key("flatten", Shape::FlagOrKeys, "flatten").excluding(&[excludes("join"), excludes("page")]);
pub(super) static PAGE: KeySpec =
    key("page", Shape::Flag, "page").excluding(&[excludes("join"), excludes("flatten")]);
pub(super) static FIRST: KeySpec = key("first", Shape::Number, "page, first = 0").needing("page");
pub(super) static WITH: KeySpec = key("with", Shape::Function, "with = to_text")
    .excluding(&[excludes("flatten"), excludes("page")]);

// Of endpoints.
pub(super) static IDEMPOTENT: KeySpec = key("idempotent", Shape::FlagOrBoolean, "idempotent");
pub(super) static PERMISSION: KeySpec = key(
    "permission",
    Shape::Text,
    "permission = \"Manage Settings\"",
);
pub(super) static EDITION: KeySpec = key("edition", Shape::Text, "edition = \"Enterprise\"");
pub(super) static BUILDER: KeySpec = key("builder", Shape::Name, "builder = GetOneBuilder");
pub(super) static HEADERS: KeySpec = key(
    "headers",
    Shape::Headers,
    "headers(\"Accept-Language\" = \"en\")",
);
pub(super) static TIMEOUT: KeySpec = key("timeout", Shape::Number, "timeout = 30");
pub(super) static RETURNS: KeySpec = key("returns", Shape::Type, "returns = Chat");

// Of traits, and of structs that are endpoints.
pub(super) static BASE: KeySpec = key("path", Shape::Text, "path = \"livechat/tickets\"");
pub(super) static VERSION: KeySpec =
    key("version", Shape::Number, "version = 2").excluding(&[Exclusion {
        other: "root",
        remedy: "remove one: a root path has no version",
    }]);
pub(super) static ROOT: KeySpec = key("root", Shape::Flag, "root").excluding(&[Exclusion {
    other: "version",
    remedy: "remove one: a root path has no version",
}]);
pub(super) static RENAME_ALL: KeySpec =
    key("rename_all", Shape::Text, "rename_all = \"camelCase\"");
pub(super) static CALL_BUILDER: KeySpec = key(
    "call_builder",
    Shape::Path,
    "call_builder = crate::CallBuilder",
);
pub(super) static CRATE: KeySpec = key("crate", Shape::Path, "crate = my::comm100");

// The verbs of a struct that is an endpoint.
pub(super) static GET: KeySpec = key("get", Shape::Text, "get = \"livechat/chats/{id}\"");
pub(super) static HEAD: KeySpec = key("head", Shape::Text, "head = \"livechat/chats/{id}\"");
pub(super) static POST: KeySpec = key("post", Shape::Text, "post = \"livechat/chats\"");
pub(super) static PUT: KeySpec = key("put", Shape::Text, "put = \"livechat/chats/{id}\"");
pub(super) static PATCH: KeySpec = key("patch", Shape::Text, "patch = \"livechat/chats/{id}\"");
pub(super) static DELETE: KeySpec = key("delete", Shape::Text, "delete = \"livechat/chats/{id}\"");
