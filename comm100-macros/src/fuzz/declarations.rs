//! Random declarations, as text.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// The options of `#[api]`, and a trait.
#[derive(Clone, Debug)]
pub(super) struct Declared {
    pub(super) options: String,
    pub(super) item: String,
}

/// A parameter: its attribute, optionality and type.
#[derive(Clone, Debug)]
struct Parameter {
    attribute: &'static str,
    optional: bool,
    ty: &'static str,
    docs: bool,
}

const QUERIES: [&str; 6] = [
    "#[query]",
    "#[query()]",
    "#[query(rename = \"re NAME\")]",
    "#[query(join = \",\")]",
    "#[query(flatten)]",
    "#[query(with = a::b)]",
];
const FORMS: [&str; 4] = [
    "#[form]",
    "#[form(join = \";\", rename = \"re\")]",
    "#[form(flatten = [\"x\", \"y?\"])]",
    "#[form(with = f)]",
];
const FIELDS: [&str; 4] = [
    "#[field]",
    "#[field(rename = \"re\\\"\")]",
    "#[field(flatten)]",
    "#[field(with = f)]",
];
const TYPES: [&str; 9] = [
    "u64",
    "&str",
    "&[u64]",
    "Filter<'_>",
    "std::vec::Vec<(u8, &'static str)>",
    "[u16; 3]",
    "&dyn Fn(&str) -> u8",
    "for<'x> fn(&'x str) -> &'x str",
    "<Vec<u8> as IntoIterator>::Item",
];
const RESULTS: [&str; 6] = [
    "Result<()>",
    "comm100::Result<Vec<Ticket>>",
    "TicketResult",
    "Result<String, comm100::Error>",
    "(Result<Bytes>)",
    "Result<[u8; { 2 + 1 }]>",
];

fn parameter(places: Vec<&'static str>) -> impl Strategy<Value = Parameter> {
    (
        select(places),
        any::<bool>(),
        select(TYPES.as_slice()),
        any::<bool>(),
    )
        .prop_map(|(attribute, optional, ty, docs)| Parameter {
            attribute,
            optional,
            ty,
            docs,
        })
}

/// Writes parameters with unique names.
fn write(parameters: &[Parameter], separator: &str) -> String {
    let written: Vec<String> = parameters
        .iter()
        .enumerate()
        .map(|(position, parameter)| {
            let Parameter {
                attribute,
                optional,
                ty,
                docs,
            } = parameter;
            // A second parameter of the same key would be a mistake.
            let attribute = attribute
                .replace("\"re", &format!("\"re{position}"))
                .replace("\"x\"", &format!("\"x{position}\""))
                .replace("\"y?\"", &format!("\"y{position}?\""))
                .replace("X-N", &format!("X-N{position}"));
            let docs = if *docs { "/** A word. */ " } else { "" };
            let ty = if *optional {
                format!("Option<{ty}>")
            } else {
                (*ty).to_owned()
            };
            format!("{docs}{attribute} word_{position}: {ty}{separator}")
        })
        .collect();
    written.concat()
}

/// The verb, and the parameters that it can have.
fn parameters() -> impl Strategy<Value = (&'static str, Vec<Parameter>)> {
    let mut read = QUERIES.to_vec();
    read.push("#[header(\"X-N\")]");
    let mut write = read.clone();
    write.extend(FORMS);
    let mut fields = read.clone();
    fields.extend(FIELDS);
    let mut parts = read.clone();
    parts.extend(["#[part]", "#[part(rename = \"re\")]"]);
    prop_oneof![
        vec(parameter(read), 0..5).prop_map(|parameters| ("get", parameters)),
        (
            select(["post", "put", "patch", "delete"].as_slice()),
            prop_oneof![
                vec(parameter(write), 0..5),
                vec(parameter(fields), 0..5),
                vec(parameter(parts), 0..5)
            ]
        ),
    ]
}

fn path() -> impl Strategy<Value = Option<&'static str>> {
    option::of(select(
        ["{id}", "a/{id}:merge/b:c", "é!/{id}", "{id}/{id_2}:x"].as_slice(),
    ))
}

fn method(number: usize) -> impl Strategy<Value = String> {
    (
        parameters(),
        path(),
        select(RESULTS.as_slice()),
        select(["", "idempotent", "idempotent = false, permission = \"A\"", "edition = \"B\",", "timeout = 9, headers(\"x-a\" = \"1\")"].as_slice()),
        select(["", "<T: Send>", "<'x, T, const N: usize>"].as_slice()),
        select(["", "#[deprecated]", "/// Words.", "#[cfg(unix)]"].as_slice()),
    )
        .prop_map(move |((verb, parameters), path, result, keys, generics, kept)| {
            let (literal, ids) = match path {
                None => (String::new(), ""),
                Some(path) if path.contains("id_2") => (format!("\"{path}\","), "id: u8, id_2: &str,"),
                Some(path) => (format!("\"{path}\","), "id: Id<'_>,"),
            };
            let words = write(&parameters, ",");
            format!("{kept}\n#[{verb}({literal}{keys})] async fn m_{number}{generics}(&self, {ids}{words}) -> {result};\n")
        })
}

/// A trait without a mistake.
pub(super) fn traits() -> impl Strategy<Value = Declared> {
    (
        select(
            [
                "",
                "path = \"livechat/x\"",
                "path = \"a\", version = 2, rename_all = \"camelCase\"",
                "root, timeout = 3, headers(\"X-A\" = \"b\", \"Accept\" = \"c\")",
                "crate = my::facade,",
                "call_builder = crate::CallBuilder",
            ]
            .as_slice(),
        ),
        select(
            [
                "trait Tickets",
                "pub(crate) trait Tickets: Debug",
                "#[doc = \"x\"] pub trait r#Tickets: A<u8> + 'static",
            ]
            .as_slice(),
        ),
        (method(0), method(1), method(2)),
        0_usize..4,
    )
        .prop_map(
            |(options, header, (first, second, third), count)| Declared {
                options: options.to_owned(),
                item: format!(
                    "{header} {{ {} }}",
                    [first, second, third][..count.min(3)].concat()
                ),
            },
        )
}

/// A struct without a mistake.
pub(super) fn request() -> impl Strategy<Value = String> {
    (
        parameters(),
        select(["", ", returns = HashMap<String, Vec<u8>>", ", returns = (), idempotent = false", ", version = 1,"].as_slice()),
        select(["", "<'a>", "<'a, T: Clone>"].as_slice()),
    )
        .prop_map(|((verb, parameters), keys, generics)| {
            let words = write(&parameters, ", ");
            format!("#[endpoint({verb} = \"livechat/{{id}}\"{keys})] pub struct Request{generics} {{ id: u64, {words} }}")
        })
}

/// A call builder's options and struct without a mistake.
pub(super) fn call_builder() -> impl Strategy<Value = Declared> {
    (
        select(["", "crate = my::facade"].as_slice()),
        select(
            [
                "struct CallBuilder;",
                "#[doc = \"x\"] #[cfg(unix)] pub(crate) struct r#Builder;",
                "#[must_use] pub struct B;",
            ]
            .as_slice(),
        ),
    )
        .prop_map(|(options, item)| Declared {
            options: options.to_owned(),
            item: item.to_owned(),
        })
}

/// The grammar's tokens, in any order.
pub(super) fn tokens() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        select(
            [
                "async", "fn", "&", "self", "mut", "Result", "<", ">", "->", ";", ",", ":", "::",
                "=", "#", "trait", "pub", "'a", "Option", "u64", "get", "query", "rename", "join",
                "flatten", "page", "first", "with", "field", "part", "body", "header", "json",
                "\"{id}\"", "\"\"", "\"a//b\"", "3", "b'x'", "r#type", "_", "?", "!", "|", "{}",
                "[]", "()", "crate", "path", "version", "impl", "dyn", "for", "where", "const",
                "type", "..", "|x|", "1.5", "\"é{\"", "/** d */",
            ]
            .as_slice()
        )
        .prop_map(str::to_owned),
        "[a-z_]{1,6}",
    ];
    let leaf = vec(word, 0..8).prop_map(|words| words.join(" "));
    leaf.prop_recursive(3, 32, 4, |inner| {
        (
            vec(inner, 1..4),
            select([("(", ")"), ("[", "]"), ("{", "}"), ("#[", "]"), ("", "")].as_slice()),
        )
            .prop_map(|(parts, (open, close))| format!("{open} {} {close}", parts.join(" ")))
    })
}
