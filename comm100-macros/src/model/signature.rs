//! The signature of a method, beside its parameters.

use proc_macro2::Span;
use syn::{FnArg, Lifetime, ReceiverKind, ReturnType, Safety, Signature, TraitItemFn, Type};

use super::{Returns, lifetimes, types};
use crate::diagnostics::{Errors, spelled};

const RECEIVER: &str = "write `&self`: the client is lent to each call, and is cheap to clone";

/// Checks what stands around the parameters.
pub(super) fn check(method: &TraitItemFn, errors: &mut Errors) {
    let signature = &method.sig;
    let name = &signature.ident;
    if let Some(token) = &signature.constness {
        errors.add(token, "an endpoint is not `const`", "remove `const`");
    }
    if signature.asyncness.is_none() && !returns_impl(signature) {
        errors.add(
            signature.fn_token,
            format!("`{name}` is not `async`"),
            "write `async fn`: the call is awaited",
        );
    }
    if !matches!(signature.safety, Safety::Default) {
        errors.add(
            &signature.safety,
            "an endpoint is not `unsafe`, nor `safe`",
            "remove the word",
        );
    }
    if let Some(abi) = &signature.abi {
        errors.add(abi, "an endpoint has no ABI", "remove `extern`");
    }
    if let Some(dots) = &signature.variadic {
        errors.add(
            dots,
            "an endpoint has no variadic parameter",
            "take a list: `#[query] ids: &[u64]`",
        );
    }
    receiver(signature, errors);
    if let Some(body) = &method.default {
        errors.add(
            body,
            format!("`{name}` has a body: what it does follows from its declaration"),
            "end it with `;`; a function of your own can take `&impl` of the trait",
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
            format!("`{}` does not take `&self`", signature.ident),
            "make `&self` its first parameter: it is the client that calls",
        );
        return;
    };
    match &receiver.kind {
        ReceiverKind::Reference(_, _, None) => {}
        ReceiverKind::Reference(_, _, Some(_)) => {
            errors.add(receiver, "an endpoint does not take `&mut self`", RECEIVER);
        }
        ReceiverKind::Typed(..) => errors.add(
            receiver,
            "an endpoint does not take `self` by another type",
            RECEIVER,
        ),
        _ => errors.add(
            receiver,
            "an endpoint does not take `self` by value",
            RECEIVER,
        ),
    }
    for attribute in &receiver.attrs {
        errors.add(attribute, "`&self` has no attributes", "remove it");
    }
}

fn returns_impl(signature: &Signature) -> bool {
    matches!(&signature.output, ReturnType::Type(_, ty) if types::impl_trait(ty).is_some())
}

/// What a method returns.
pub(super) fn returns(signature: &Signature, errors: &mut Errors) -> Returns {
    let ReturnType::Type(_, ty) = &signature.output else {
        errors.add(
            &signature.ident,
            format!("`{}` returns no `Result`", signature.ident),
            "write `-> Result<()>` if there is nothing to read, else `-> Result<T>`",
        );
        return Returns::Nothing;
    };
    if let Some(found) = types::impl_trait(ty) {
        let (rule, remedy) = if signature.asyncness.is_none() {
            (
                "an endpoint is an `async fn`, not one that returns a future",
                "write `async fn` and `-> Result<T>`",
            )
        } else {
            (
                "a response has a type with a name, `impl Trait` is none",
                "name the type",
            )
        };
        errors.add(found, rule, remedy);
        return Returns::Nothing;
    }
    if !types::is_result(ty) {
        errors.add(
            ty,
            format!("an endpoint returns a `Result`, not `{}`", spelled(ty)),
            &format!("write `Result<{}>`, with `comm100::Result` or a name of your own that ends in `Result`", spelled(ty)),
        );
        return Returns::Nothing;
    }
    if lifetimes::elides(ty) {
        errors.add(
            ty,
            "a response borrows nothing: it is read from a body that is gone when the call returns",
            "return a type that owns its data, such as `String` for `&str`",
        );
        return wrong(ty);
    }
    Returns::Result((**ty).clone())
}

/// A type that is named in the expansion all the same, so that its import counts as used.
fn wrong(ty: &Type) -> Returns {
    let mut ty = ty.clone();
    lifetimes::name_elided(&mut ty, &Lifetime::new("'static", Span::call_site()));
    Returns::Wrong(ty)
}
