//! Arguments that an attribute does not take, and what was probably meant.

use proc_macro2::{Ident, Literal, TokenStream, TokenTree};
use quote::ToTokens;

use crate::diagnostics::{Errors, list, nearest, spelled};
use crate::grammar::{Attribute, Shape, Target, home_of_key};
use crate::parse::Argument;

/// Reports an argument that is neither the attribute's literal nor one of its keys.
pub(super) fn report(
    attribute: &Attribute,
    argument: &Argument,
    position: usize,
    errors: &mut Errors,
) {
    match argument {
        Argument::Literal(found) => literal(attribute, found, errors),
        Argument::Call(word, _) if attribute.key(&word.to_string()).is_some() => {
            in_parentheses(attribute, word, errors);
        }
        Argument::Flag(word)
            if attribute.literal.is_some() && position == 0 && is_free(attribute, word) =>
        {
            must_be_literal(attribute, argument, errors);
        }
        Argument::Flag(word) | Argument::Value(word, _) | Argument::Call(word, _) => {
            unknown(attribute, word, errors);
        }
        Argument::Other(tokens) => unreadable(attribute, argument, tokens, errors),
    }
}

/// Returns true if a word is not even similar to a key, so that it may name a constant.
fn is_free(attribute: &Attribute, word: &Ident) -> bool {
    let name = word.to_string();
    attribute.target == Target::Method
        && home_of_key(&name).is_none()
        && nearest(&name, attribute.key_names()).is_none()
}

fn literal(attribute: &Attribute, found: &Literal, errors: &mut Errors) {
    let name = attribute.name;
    if attribute.literal.is_some() {
        return must_be_literal(attribute, found, errors);
    }
    let (rule, remedy) = match (attribute.target, attribute.key("rename"), attribute.keys) {
        (_, _, []) => (
            format!("`#[{name}]` takes no arguments"),
            format!("write `#[{name}]`"),
        ),
        (_, Some(_), _) => (
            format!("`#[{name}]` takes no bare string; the key defaults to the parameter's name"),
            format!("to send another key write `#[{name}(rename = {found})]`"),
        ),
        (Target::Trait, ..) => (
            format!("`#[{name}]` takes `key = value` options"),
            format!("write `#[{name}(path = {found})]`"),
        ),
        _ => (
            format!("`#[{name}]` takes `key = value` options"),
            format!("write `{}`", attribute.example()),
        ),
    };
    errors.add(found, rule, &remedy);
}

/// Reports a constant, a macro call or a number where a string literal must be.
fn must_be_literal(attribute: &Attribute, found: impl ToTokens, errors: &mut Errors) {
    let Some(literal) = attribute.literal else {
        return;
    };
    errors.add(
        found,
        format!(
            "{} of `#[{}]` must be a string literal",
            literal.what, attribute.name
        ),
        &format!("write `{}`", attribute.example()),
    );
}

/// Reports `rename("agentId")`.
fn in_parentheses(attribute: &Attribute, word: &Ident, errors: &mut Errors) {
    let Some(spec) = attribute.key(&word.to_string()) else {
        return;
    };
    let rule = match spec.shape {
        Shape::Flag => format!("`{word}` takes no value"),
        _ => format!("the value of `{word}` follows `=`"),
    };
    errors.add(word, rule, &format!("write `{}`", attribute.with(spec)));
}

/// Reports a key that the attribute does not have.
fn unknown(attribute: &Attribute, word: &Ident, errors: &mut Errors) {
    let (name, attribute_name) = (word.to_string(), attribute.name);
    if attribute_name == "part"
        && matches!(name.as_str(), "file_name" | "filename" | "content_type")
    {
        let method = if name == "filename" {
            "file_name"
        } else {
            &name
        };
        errors.add(
            word,
            format!("`#[part]` has no key `{name}`"),
            &format!("it is set on the value: `Part::file(path).{method}(\"..\")`"),
        );
        return;
    }
    if !attribute.keys.is_empty()
        && let Some((rule, remedy)) = misplaced(attribute, &name)
    {
        errors.add(word, rule, &remedy);
        return;
    }
    let renamed = matches!(name.as_str(), "name" | "key") && attribute.key("rename").is_some();
    let near = nearest(&name, attribute.key_names());
    if let Some(near) = near.or_else(|| renamed.then_some("rename")) {
        errors.add(
            word,
            format!("unknown key `{name}`, did you mean `{near}`?"),
            "",
        );
        return;
    }
    let (rule, remedy) = match (attribute.literal, attribute.keys) {
        (Some(literal), []) => (
            format!("`#[{attribute_name}]` has no key `{name}`"),
            format!(
                "its only argument is {}: `{}`",
                literal.what, literal.example
            ),
        ),
        (None, []) => (
            format!("`#[{attribute_name}]` has no keys"),
            format!("write `#[{attribute_name}]`"),
        ),
        _ => (
            format!("unknown key `{name}`"),
            format!(
                "the keys of `#[{attribute_name}]` are {}",
                list(&attribute.key_names(), "and")
            ),
        ),
    };
    errors.add(word, rule, &remedy);
}

/// Returns the rule and the remedy for a key that another attribute has.
fn misplaced(attribute: &Attribute, name: &str) -> Option<(String, String)> {
    let here = attribute.name;
    let remedy = match (attribute.target, name) {
        (Target::Method, "path") => {
            format!("the path is the first argument, without a key: `#[{here}(\"..\")]`")
        }
        (Target::Struct, "path") => {
            "the path is the value of the verb: `get = \"livechat/chats\"`".to_owned()
        }
        (Target::Method, "returns") => {
            "the response type is the one in the signature: `-> Result<T>`".to_owned()
        }
        (target, _) => {
            let (home, example) = home_of_key(name)?;
            match (target, home) {
                (Target::Parameter, Target::Parameter)
                | (_, Target::Struct | Target::CallBuilder) => {
                    format!("it is a key of other places: `{example}`")
                }
                (_, Target::Trait) => format!("it is an option of the trait: `{example}`"),
                (_, Target::Method) => format!("it is a key of the verb: `{example}`"),
                (_, Target::Parameter) => format!("it is a key of a parameter: `{example}`"),
            }
        }
    };
    Some((format!("`#[{here}]` has no key `{name}`"), remedy))
}

/// Reports what is neither a value nor a key, and looks for what was meant.
fn unreadable(
    attribute: &Attribute,
    argument: &Argument,
    tokens: &TokenStream,
    errors: &mut Errors,
) {
    let mut all = tokens.clone().into_iter();
    let first = all.next();
    if let (Some(TokenTree::Ident(word)), Some(TokenTree::Punct(punct))) = (&first, all.next()) {
        let rest: TokenStream = all.collect();
        // `rename-all = ..`, as in other parts of the language.
        if let ('-', Some(TokenTree::Ident(tail))) =
            (punct.as_char(), rest.clone().into_iter().next())
        {
            let meant = format!("{word}_{tail}");
            if attribute.key(&meant).is_some() {
                errors.add(
                    tokens,
                    format!("unknown key `{word}-{tail}`, did you mean `{meant}`?"),
                    "",
                );
                return;
            }
        }
        if punct.as_char() == ':' && attribute.key(&word.to_string()).is_some() {
            errors.add(
                punct,
                format!("the value of `{word}` follows `=`"),
                &format!("write `{word} = {}`", spelled(&rest)),
            );
            return;
        }
    }
    let key = first.is_some_and(|first| attribute.key(&first.to_string()).is_some());
    if attribute.literal.is_some() && !key {
        return must_be_literal(attribute, argument, errors);
    }
    errors.add(
        tokens,
        format!(
            "expected a key of `#[{}]`, found `{}`",
            attribute.name,
            spelled(tokens)
        ),
        &format!("write `{}`", attribute.example()),
    );
}
