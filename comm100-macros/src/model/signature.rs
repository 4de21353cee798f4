//! The signature of a method, apart from its parameters.

use proc_macro2::Span;
use syn::{FnArg, Lifetime, ReceiverKind, ReturnType, Safety, Signature, TraitItemFn, Type};

use super::{Returns, lifetimes, types};
use crate::diagnostics::{Errors, spelled};

const RECEIVER: &str = "write `&self`: calls borrow the client, which is cheap to clone";

/// Checks everything around the parameters.
pub(super) fn check(method: &TraitItemFn, errors: &mut Errors) {
    let signature = &method.sig;
    let name = &signature.ident;
    if let Some(token) = &signature.constness {
        errors.add(token, "an endpoint cannot be `const`", "remove `const`");
    }
    if signature.asyncness.is_none() && !returns_impl(signature) {
        errors.add(
            signature.fn_token,
            format!("`{name}` must be `async`"),
            "write `async fn`",
        );
    }
    if !matches!(signature.safety, Safety::Default) {
        errors.add(
            &signature.safety,
            "an endpoint cannot be `unsafe` or `safe`",
            "remove the keyword",
        );
    }
    if let Some(abi) = &signature.abi {
        errors.add(abi, "an endpoint cannot have an ABI", "remove `extern`");
    }
    if let Some(dots) = &signature.variadic {
        errors.add(
            dots,
            "an endpoint cannot be variadic",
            "take a list: `#[query] ids: &[u64]`",
        );
    }
    receiver(signature, errors);
    if let Some(body) = &method.default {
        errors.add(
            body,
            format!("`{name}` cannot have a body: the macro generates it"),
            "end the declaration with `;`; put other code in a function that takes `&impl` of the trait",
        );
    }
}

fn receiver(signature: &Signature, errors: &mut Errors) {
    let mut receivers = signature.inputs.iter().filter_map(|input| match input {
        FnArg::Receiver(receiver) => Some(receiver),
        FnArg::Typed(_) => None,
    });
    let Some(receiver) = receivers.next() else {
        errors.add(
            &signature.ident,
            format!("`{}` must take `&self`", signature.ident),
            "make `&self` its first parameter: it provides the client",
        );
        return;
    };
    match &receiver.kind {
        ReceiverKind::Reference(_, _, None) => {}
        ReceiverKind::Reference(_, _, Some(_)) => {
            errors.add(receiver, "an endpoint cannot take `&mut self`", RECEIVER);
        }
        ReceiverKind::Typed(..) => errors.add(
            receiver,
            "an endpoint cannot take `self` with a type",
            RECEIVER,
        ),
        _ => errors.add(
            receiver,
            "an endpoint cannot take `self` by value",
            RECEIVER,
        ),
    }
    for attribute in &receiver.attrs {
        errors.add(attribute, "`&self` cannot have attributes", "remove it");
    }
}

fn returns_impl(signature: &Signature) -> bool {
    matches!(&signature.output, ReturnType::Type(_, ty) if types::impl_trait(ty).is_some())
}

/// Reads the return type.
pub(super) fn returns(signature: &Signature, errors: &mut Errors) -> Returns {
    let ReturnType::Type(_, ty) = &signature.output else {
        errors.add(
            &signature.ident,
            format!("`{}` must return a `Result`", signature.ident),
            "write `-> Result<()>` if the response has no content, else `-> Result<T>`",
        );
        return Returns::Nothing;
    };
    if let Some(found) = types::impl_trait(ty) {
        let (rule, remedy) = if signature.asyncness.is_none() {
            (
                "an endpoint must be an `async fn`; it cannot return `impl Future`",
                "write `async fn` and `-> Result<T>`",
            )
        } else {
            ("the response type cannot be `impl Trait`", "name the type")
        };
        errors.add(found, rule, remedy);
        return Returns::Nothing;
    }
    if !types::is_result(ty) {
        errors.add(
            ty,
            format!("an endpoint must return a `Result`, found `{}`", spelled(ty)),
            &format!("write `Result<{}>`, with `comm100::Result` or an alias whose name ends in `Result`", spelled(ty)),
        );
        return Returns::Nothing;
    }
    if lifetimes::elides(ty) {
        errors.add(
            ty,
            "a response cannot borrow: the body it is read from is gone when the call returns",
            "return a type that owns its data, such as `String` instead of `&str`",
        );
        return wrong(ty);
    }
    Returns::Result((**ty).clone())
}

/// A type that the expansion still names, so that its import counts as used.
fn wrong(ty: &Type) -> Returns {
    let mut ty = ty.clone();
    lifetimes::name_elided(&mut ty, &Lifetime::new("'static", Span::call_site()));
    Returns::Wrong(ty)
}
