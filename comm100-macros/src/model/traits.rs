//! The front door of `#[api]`: a trait.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, TraitItem, TraitItemFn, Visibility};

use super::facts;
use super::method::{Context, method};
use super::rename::Case;
use super::template::Template;
use super::{Declaration, Method, docs, keys};
use crate::diagnostics::Errors;
use crate::parse::{Argument, Arguments, TraitSource};

const KEYS: [&str; 4] = ["path", "version", "rename_all", "crate"];
const EXAMPLE: &str = "#[api(path = \"livechat/tickets\")]";

/// Reads a trait and the options of its `#[api]`.
pub(crate) fn declaration(
    options: TokenStream,
    source: TraitSource,
    errors: &mut Errors,
) -> Declaration {
    let mut context = Context {
        docs: docs(&source.header.attrs),
        ..Context::default()
    };
    let facade = read_options(options, &mut context, errors);
    check_header(&source, errors);
    let mut methods: Vec<Method> = Vec::new();
    for item in source.items {
        if let Some(declared) = endpoint_item(item, errors) {
            let declared = method(declared, &context, errors);
            let twice = methods.iter().any(|other| {
                other.endpoint.name == declared.endpoint.name && !other.excludes(&declared)
            });
            if twice {
                errors.add(
                    &declared.endpoint.name,
                    format!("two methods are named `{}`", declared.endpoint.name),
                    "give one of them another name",
                );
            } else {
                methods.push(declared);
            }
        }
    }
    Declaration {
        header: source.header,
        facade,
        methods,
    }
}

fn read_options(options: TokenStream, context: &mut Context, errors: &mut Errors) -> TokenStream {
    let mut facade = facts::default_facade();
    let mut arguments = Arguments::parse(options);
    keys::reject_repeated(&mut arguments, errors);
    for argument in &arguments.list {
        match argument {
            Argument::Value(key, value) if key == "path" => {
                if let Some(path) = keys::string(key, value, "path = \"livechat/tickets\"", errors)
                {
                    context.path = Template::read(&path, errors);
                }
            }
            Argument::Value(key, value) if key == "version" => {
                context.version = facts::version(key, value, errors);
            }
            Argument::Value(key, value) if key == "rename_all" => {
                if let Some(case) = keys::string(key, value, "rename_all = \"camelCase\"", errors) {
                    context.case = Case::read(&case, errors);
                }
            }
            Argument::Value(key, value) if key == "crate" => {
                facade = facts::facade(key, value, errors);
            }
            Argument::Literal(literal) => errors.add(
                literal,
                "the options of `#[api]` have keys",
                &format!("write `#[api(path = {literal})]`"),
            ),
            other => keys::reject(other, "`#[api]`", &KEYS, EXAMPLE, errors),
        }
    }
    facade
}

fn check_header(source: &TraitSource, errors: &mut Errors) {
    let header = &source.header;
    if let Some(token) = &header.unsafety {
        errors.add(
            token,
            "a trait of endpoints is not `unsafe`",
            "remove `unsafe`",
        );
    }
    if !header.generics.params.is_empty() {
        errors.add(
            &header.generics,
            "a trait of endpoints has no generics: it is implemented for every client",
            "put them on the methods that need them",
        );
    }
    if let Some(clause) = &header.generics.where_clause {
        errors.add(
            clause,
            "a trait of endpoints has no `where` clause",
            "write supertraits, `trait Tickets: Other`, or put the clause on a method",
        );
    }
}

/// A method with a visibility of its own.
fn visible(tokens: TokenStream, errors: &mut Errors) -> Option<TraitItemFn> {
    let read = |input: ParseStream<'_>| {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility: Visibility = input.parse()?;
        let mut method: TraitItemFn = input.parse()?;
        method.attrs = attributes;
        Ok((visibility, method))
    };
    if let Ok((visibility @ (Visibility::Public(_) | Visibility::Restricted(_)), method)) =
        read.parse2(tokens.clone())
    {
        errors.add(
            visibility,
            "the methods of a trait are as visible as the trait",
            "remove the word",
        );
        return Some(method);
    }
    errors.add(
        tokens,
        "a trait of endpoints has methods only",
        "declare each as `async fn name(&self, ..) -> Result<T>;`",
    );
    None
}

/// A method, or a mistake.
fn endpoint_item(item: TraitItem, errors: &mut Errors) -> Option<TraitItemFn> {
    let (token, what) = match item {
        TraitItem::Fn(method) => return Some(method),
        // Where syn keeps what rustc's parser takes and its grammar refuses: `pub async fn ..`.
        TraitItem::Verbatim(tokens) => return visible(tokens, errors),
        TraitItem::Type(item) => (item.type_token.to_token_stream(), "associated types"),
        TraitItem::Const(item) => (item.const_token.to_token_stream(), "associated constants"),
        TraitItem::Macro(item) => (item.mac.path.to_token_stream(), "macro calls"),
        other => (other.to_token_stream(), "items that are no methods"),
    };
    errors.add(
        token,
        format!("a trait of endpoints has no {what}"),
        "declare methods only; what else is needed can be a supertrait of its own",
    );
    None
}
