//! The signature of a method, apart from its parameters.

use quote::ToTokens;
use syn::{
    FnArg, GenericParam, Generics, ReceiverKind, ReturnType, Safety, Signature, TraitItemFn, Type,
};

use super::{Returns, lifetimes, types};
use crate::diagnostics::{Errors, spelled};
use crate::parse::mentions;

const UNNAMED: &str = "the response type cannot be `impl Trait`";
const NAME_IT: &str = "name the type";
const RECEIVER: &str = "write `&self`: calls borrow the client, which is cheap to clone";

/// Checks everything around the parameters.
pub(super) fn check(method: &TraitItemFn, errors: &mut Errors) {
    let signature = &method.sig;
    let name = &signature.ident;
    if let Some(token) = &signature.constness {
        errors.add(token, "an endpoint cannot be `const`", "remove `const`");
    }
    if signature.asyncness.is_none() && !returns_future(signature) {
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
    defaults(&signature.generics, errors);
    if let Some(body) = &method.default {
        errors.add(
            body,
            format!("`{name}` cannot have a body: the macro generates it"),
            "end the declaration with `;`; put other code in a function that takes `&impl` of the trait",
        );
    }
}

/// Reports defaults of type parameters, which a function cannot have.
fn defaults(generics: &Generics, errors: &mut Errors) {
    for parameter in &generics.params {
        let (name, default) = match parameter {
            GenericParam::Type(declared) => (
                &declared.ident,
                declared
                    .default
                    .as_ref()
                    .map(|(_, ty)| ty.to_token_stream()),
            ),
            GenericParam::Const(declared) => (
                &declared.ident,
                declared
                    .default
                    .as_ref()
                    .map(|(_, value)| value.to_token_stream()),
            ),
            GenericParam::Lifetime(_) => continue,
        };
        if let Some(default) = default {
            errors.add(
                default,
                format!("the parameter `{name}` of a method cannot have a default"),
                "remove it, or name the type instead of the parameter",
            );
        }
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

fn returns_future(signature: &Signature) -> bool {
    matches!(&signature.output, ReturnType::Type(_, ty) if types::impl_trait(ty).is_some() || is_boxed_future(ty))
}

/// Returns true for `Pin<Box<dyn Future<..>>>`, which `#[async_trait]` writes, and `BoxFuture<..>`.
fn is_boxed_future(ty: &Type) -> bool {
    !types::is_result(ty)
        && mentions(ty.to_token_stream(), &|name| {
            name.to_string().ends_with("Future")
        })
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
        report_impl_trait(found, signature, errors);
        return Returns::Nothing;
    }
    if signature.asyncness.is_none() && is_boxed_future(ty) {
        errors.add(
            ty,
            "an endpoint must be an `async fn`; it cannot return a future",
            "write `async fn` and `-> Result<T>`, without `#[async_trait]`",
        );
        return wrong(ty);
    }
    if !types::is_result(ty) {
        errors.add(
            ty,
            format!("an endpoint must return a `Result`, found `{}`", spelled(ty)),
            &format!("write `Result<{}>`, with `comm100::Result` or an alias whose name ends in `Result`", spelled(ty)),
        );
        return Returns::Nothing;
    }
    let unusable = if lifetimes::elides(ty) {
        Some(report_borrow(ty, errors))
    } else {
        types::result_argument(ty).and_then(|response| unusable(response, ty, errors))
    };
    if let Some(unusable) = unusable {
        return unusable;
    }
    Returns::Result((**ty).clone())
}

/// Reads the response type of a struct.
pub(super) fn response(ty: Type, errors: &mut Errors) -> Returns {
    if let Some(found) = types::impl_trait(&ty) {
        errors.add(found, UNNAMED, NAME_IT);
        return Returns::Nothing;
    }
    if lifetimes::elides(&ty) {
        return report_borrow(&ty, errors);
    }
    unusable(&ty, &ty, errors).unwrap_or(Returns::Value(ty))
}

/// Reports a response type that no body can be read as. `whole` is the type as written.
fn unusable(response: &Type, whole: &Type, errors: &mut Errors) -> Option<Returns> {
    if let Some(found) = types::unsized_item(response) {
        report_unsized(found, errors);
        return Some(wrong(&types::with_sizes(whole)));
    }
    lifetimes::refers(response).then(|| report_borrow(whole, errors))
}

fn report_borrow(found: &Type, errors: &mut Errors) -> Returns {
    errors.add(
        found,
        "a response cannot borrow: the body it is read from is gone when the call returns",
        "return a type that owns its data, such as `String` instead of `&str`",
    );
    wrong(found)
}

fn report_impl_trait(found: &Type, signature: &Signature, errors: &mut Errors) {
    let (rule, remedy) = if signature.asyncness.is_none() {
        (
            "an endpoint must be an `async fn`; it cannot return `impl Future`",
            "write `async fn` and `-> Result<T>`",
        )
    } else {
        (UNNAMED, NAME_IT)
    };
    errors.add(found, rule, remedy);
}

/// Reports a response type without a known size, and names one with it.
fn report_unsized(found: &Type, errors: &mut Errors) {
    let remedy = match types::peeled(found) {
        Type::Slice(list) => format!("write `Vec<{}>`", spelled(&list.elem)),
        Type::TraitObject(_) => "return a concrete type".to_owned(),
        _ => "write `String`".to_owned(),
    };
    errors.add(
        found,
        format!(
            "a response cannot have type `{}`, which has no known size",
            spelled(found)
        ),
        &remedy,
    );
}

/// Returns a type that the expansion still names, so that its import counts as used. Its lifetimes may be undeclared.
fn wrong(ty: &Type) -> Returns {
    let mut ty = ty.clone();
    lifetimes::make_static(&mut ty);
    Returns::Wrong(ty)
}
