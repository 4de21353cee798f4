//! Generics of builders and methods.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::{GenericParam, Generics, Lifetime, LifetimeParam, WhereClause};

use super::fields::held;
use crate::model::Method;
use crate::parse::mentions;

/// The generics of one method, in all forms that the expansion needs.
pub(super) struct MethodGenerics {
    /// The builder's: its lifetime first, then the method's own.
    pub(super) builder: Generics,
    /// Those of the values of its parameters: with the builder's lifetime if one of them borrows.
    pub(super) values: Generics,
    /// The type of the values' marker, for generics that no parameter uses.
    pub(super) marker: Option<TokenStream>,
    own: Generics,
    lifetime: Lifetime,
    /// The method must name the builder's lifetime.
    named: bool,
}

impl MethodGenerics {
    pub(super) fn of(method: &Method) -> Self {
        let own = method.generics.clone();
        let named = method
            .endpoint
            .parameters
            .iter()
            .any(|parameter| parameter.borrows && !parameter.optional);
        let builder = with_lifetime(&own, &method.lifetime);
        let values = if held(method).any(|parameter| parameter.borrows) {
            builder.clone()
        } else {
            without_self(own.clone())
        };
        Self {
            builder,
            values,
            marker: marker(&own),
            lifetime: method.lifetime.clone(),
            named,
            own,
        }
    }

    /// Returns the parameters of the builder's name, which is a type alias and has no bounds.
    pub(super) fn alias(&self) -> TokenStream {
        let site = Span::mixed_site();
        let parameters = self.builder.params.iter().map(|parameter| match parameter {
            GenericParam::Const(parameter) => {
                let (name, ty) = (&parameter.ident, &parameter.ty);
                quote_spanned!(site=> const #name: #ty)
            }
            other => argument(other),
        });
        quote_spanned!(site=> <#(#parameters),*>)
    }

    /// Returns the arguments of the values' type.
    pub(super) fn value_arguments(&self) -> TokenStream {
        let (_, arguments, _) = self.values.split_for_impl();
        arguments.to_token_stream()
    }

    /// Returns true if the method can be called on a trait object.
    pub(super) fn is_dyn_compatible(&self) -> bool {
        self.own
            .params
            .iter()
            .all(|parameter| matches!(parameter, GenericParam::Lifetime(_)))
    }

    /// Returns the generics of the trait's method, the lifetime of its `&self`, the builder's arguments,
    /// and its `where` clause.
    pub(super) fn method(
        &self,
    ) -> (
        TokenStream,
        Option<&Lifetime>,
        TokenStream,
        Option<WhereClause>,
    ) {
        let site = Span::mixed_site();
        let elided = Lifetime::new("'_", site);
        let lifetime = if self.named { &self.lifetime } else { &elided };
        let arguments = arguments(&self.own, lifetime);
        let generics = if self.named {
            self.builder.clone()
        } else {
            self.own.clone()
        };
        let (parameters, _, _) = generics.split_for_impl();
        let mut clause = self.own.where_clause.clone();
        if !self.is_dyn_compatible() {
            let bound = syn::parse_quote_spanned!(site=> Self: ::core::marker::Sized);
            let clause = clause.get_or_insert_with(|| WhereClause {
                where_token: syn::token::Where(site),
                predicates: syn::punctuated::Punctuated::new(),
            });
            clause.predicates.push(bound);
        }
        (
            quote_spanned!(site=> #parameters),
            self.named.then_some(&self.lifetime),
            arguments,
            clause,
        )
    }
}

/// Returns the generics with the builder's lifetime in front.
fn with_lifetime(own: &Generics, lifetime: &Lifetime) -> Generics {
    let mut generics = without_self(own.clone());
    generics.params.insert(
        0,
        GenericParam::Lifetime(LifetimeParam::new(lifetime.clone())),
    );
    generics.lt_token.get_or_insert_with(Default::default);
    generics.gt_token.get_or_insert_with(Default::default);
    generics
}

/// Bounds on `Self` stay with the method, because `Self` is another type in the builder.
fn without_self(mut generics: Generics) -> Generics {
    if let Some(clause) = &mut generics.where_clause {
        clause.predicates = std::mem::take(&mut clause.predicates)
            .into_iter()
            .filter(|predicate| !mentions(predicate.to_token_stream(), &|name| name == "Self"))
            .collect();
    }
    generics
}

/// Returns a name for a generic parameter that does not shadow a name in `tokens`.
pub(super) fn free(name: &str, tokens: &impl ToTokens) -> Ident {
    let mut name = name.to_owned();
    while mentions(tokens.to_token_stream(), &|other| *other == name) {
        name.push('_');
    }
    Ident::new(&name, Span::mixed_site())
}

/// Returns `<'_, 'x, T, N>`.
fn arguments(own: &Generics, lifetime: &Lifetime) -> TokenStream {
    let site = Span::mixed_site();
    let rest = own.params.iter().map(argument);
    quote_spanned!(site=> <#lifetime #(, #rest)*>)
}

fn argument(parameter: &GenericParam) -> TokenStream {
    match parameter {
        GenericParam::Lifetime(parameter) => parameter.lifetime.to_token_stream(),
        GenericParam::Type(parameter) => parameter.ident.to_token_stream(),
        GenericParam::Const(parameter) => parameter.ident.to_token_stream(),
    }
}

fn marker(own: &Generics) -> Option<TokenStream> {
    let site = Span::mixed_site();
    let parts: Vec<TokenStream> = own
        .params
        .iter()
        .filter_map(|parameter| match parameter {
            GenericParam::Lifetime(parameter) => {
                let lifetime = &parameter.lifetime;
                Some(quote_spanned!(site=> &#lifetime ()))
            }
            GenericParam::Type(parameter) => {
                let name = &parameter.ident;
                Some(quote_spanned!(site=> fn() -> *const #name))
            }
            GenericParam::Const(_) => None,
        })
        .collect();
    (!parts.is_empty()).then(|| quote_spanned!(site=> ::core::marker::PhantomData<(#(#parts,)*)>))
}
