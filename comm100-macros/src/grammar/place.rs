//! The places where a parameter goes: `#[query]`.

use super::key::{self, KeySpec};
use super::literal::Literal;

/// A place in the request.
pub(crate) struct PlaceKind {
    /// The name of the attribute: `query`.
    pub(crate) attribute: &'static str,
    /// The attribute with what it must have: `#[header("..")]`.
    pub(crate) example: &'static str,
    /// The bare string in the attribute's parentheses.
    pub(crate) literal: Option<&'static Literal>,
    pub(crate) keys: &'static [&'static KeySpec],
    pub(crate) wire: WireName,
    /// The kind of body that the parameter is or is part of. A request has one kind.
    pub(crate) body: Option<BodyKind>,
    pub(crate) runtime: Runtime,
    /// For documentation: `query parameter`.
    pub(crate) noun: &'static str,
}

/// The source of a parameter's name on the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum WireName {
    /// The parameter's name, under `rename` and `rename_all`.
    Key,
    /// The attribute's literal, which is a header's name.
    Header,
    /// None: the parameter is the whole body.
    Whole,
}

/// A kind of request body.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyKind {
    Form,
    Json,
    JsonObject,
    Multipart,
    Raw,
}

/// The core's items that generated code uses for a parameter.
pub(crate) struct Runtime {
    /// The variant of the core's `Place`.
    pub(crate) variant: &'static str,
    /// The trait that the parameter's type must implement.
    pub(crate) bound: &'static str,
    /// The bound's method; `.._joined` and `.._flattened` are derived from it.
    pub(crate) method: &'static str,
    /// A method of the encoder that is called before the first parameter of the place.
    pub(crate) start: Option<&'static str>,
}

static HEADER_NAME: Literal = Literal {
    what: "the header's name",
    example: "#[header(\"X-Name\")]",
    required: true,
    second: "declare a parameter for each header",
};

static CONTENT_TYPE: Literal = Literal {
    what: "the content type",
    example: "#[body(\"text/csv\")]",
    required: false,
    second: "keep one of the two",
};

/// The place of a parameter that the path template names.
pub(crate) static PATH: PlaceKind = PlaceKind {
    attribute: "path",
    example: "",
    literal: None,
    keys: &[],
    wire: WireName::Key,
    body: None,
    runtime: Runtime {
        variant: "Path",
        bound: "PathValue",
        method: "segment",
        start: None,
    },
    noun: "path parameter",
};

static PLACES: [PlaceKind; 7] = [
    PlaceKind {
        attribute: "query",
        example: "#[query]",
        literal: None,
        keys: &[
            &key::RENAME,
            &key::JOIN,
            &key::FLATTEN,
            &key::PAGE,
            &key::FIRST,
            &key::WITH,
        ],
        wire: WireName::Key,
        body: None,
        runtime: Runtime {
            variant: "Query",
            bound: "QueryValue",
            method: "query",
            start: None,
        },
        noun: "query parameter",
    },
    PlaceKind {
        attribute: "form",
        example: "#[form]",
        literal: None,
        keys: &[&key::RENAME, &key::JOIN, &key::FLATTEN, &key::WITH],
        wire: WireName::Key,
        body: Some(BodyKind::Form),
        runtime: Runtime {
            variant: "Form",
            bound: "FormValue",
            method: "form",
            start: Some("empty_form"),
        },
        noun: "form parameter",
    },
    PlaceKind {
        attribute: "field",
        example: "#[field]",
        literal: None,
        keys: &[&key::RENAME, &key::FLATTEN, &key::WITH],
        wire: WireName::Key,
        body: Some(BodyKind::JsonObject),
        runtime: Runtime {
            variant: "Field",
            bound: "FieldValue",
            method: "field",
            start: Some("empty_object"),
        },
        noun: "JSON field",
    },
    PlaceKind {
        attribute: "json",
        example: "#[json]",
        literal: None,
        keys: &[],
        wire: WireName::Whole,
        body: Some(BodyKind::Json),
        runtime: Runtime {
            variant: "Json",
            bound: "JsonBody",
            method: "json",
            start: None,
        },
        noun: "JSON body",
    },
    PlaceKind {
        attribute: "body",
        example: "#[body]",
        literal: Some(&CONTENT_TYPE),
        keys: &[],
        wire: WireName::Whole,
        body: Some(BodyKind::Raw),
        runtime: Runtime {
            variant: "Body",
            bound: "BodyValue",
            method: "body",
            start: None,
        },
        noun: "body",
    },
    PlaceKind {
        attribute: "part",
        example: "#[part]",
        literal: None,
        keys: &[&key::RENAME],
        wire: WireName::Key,
        body: Some(BodyKind::Multipart),
        runtime: Runtime {
            variant: "Part",
            bound: "PartValue",
            method: "part",
            start: Some("empty_multipart"),
        },
        noun: "part",
    },
    PlaceKind {
        attribute: "header",
        example: "#[header(\"..\")]",
        literal: Some(&HEADER_NAME),
        keys: &[],
        wire: WireName::Header,
        body: None,
        runtime: Runtime {
            variant: "Header",
            bound: "HeaderField",
            method: "header",
            start: None,
        },
        noun: "header",
    },
];

impl PlaceKind {
    /// Returns all places that have an attribute.
    pub(crate) fn all() -> &'static [Self] {
        &PLACES
    }

    /// Returns the place that `#[name]` declares.
    pub(crate) fn from_attribute(name: &str) -> Option<&'static Self> {
        PLACES.iter().find(|place| place.attribute == name)
    }

    /// Returns `` `#[query]`, `#[form]` or .. ``.
    pub(crate) fn listed() -> String {
        let examples: Vec<&str> = PLACES.iter().map(|place| place.example).collect();
        crate::diagnostics::list(&examples, "or")
    }

    /// Returns true for the path.
    pub(crate) fn is_path(&self) -> bool {
        std::ptr::eq(self, &raw const PATH)
    }

    /// Returns true if the attribute has this key.
    pub(crate) fn has_key(&self, name: &str) -> bool {
        self.keys.iter().any(|key| key.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::PlaceKind;

    /// rustc takes the attributes of a derive macro from its declaration alone.
    #[test]
    fn the_derive_macro_declares_the_attribute_of_each_place() {
        let source = include_str!("../lib.rs");
        let (_, declared) = source
            .split_once("attributes(endpoint, ")
            .expect("the derive macro");
        let (declared, _) = declared.split_once(')').expect("its attributes");
        let places = PlaceKind::all().iter().map(|place| place.attribute);
        assert!(declared.split(", ").eq(places), "{declared}");
    }
}
