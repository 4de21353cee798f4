//! The builder of one method: the values of its parameters, and their setters.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::Visibility;

use super::fields::{Access, builder_field, held, index};
use super::generics::MethodGenerics;
use super::inherited::inherited;
use super::spans::{at, named, starting_at};
use super::{docs, endpoint};
use crate::model::{Declaration, Method, Parameter};

/// Returns the builder, an alias of the trait's call builder with the values of one method, and its own items.
pub(super) fn builder(
    method: &Method,
    declaration: &Declaration,
    runtime: &TokenStream,
) -> TokenStream {
    let site = Span::mixed_site();
    let mut attributes = inherited(&declaration.header.attrs);
    attributes.extend(inherited(&method.attributes));
    let visibility = &declaration.header.vis;
    let (name, values) = (&method.builder, method.values());
    let call_builder = declaration.call_builder();
    let generics = MethodGenerics::of(method);
    let lifetime = &method.lifetime;
    let (alias, value_arguments) = (generics.alias(), generics.value_arguments());
    let docs = docs::of_builder(method, &declaration.header.ident.to_string());
    // Rustc shows the user's method where it reports the name of the builder.
    let shown = at(method.endpoint.name.span());
    let shown_visibility = starting_at(visibility.to_token_stream(), shown);
    let builder = quote_spanned! {shown=>
        #shown_visibility type #name #alias = #call_builder<#lifetime, #values #value_arguments>;
    };
    let structure = values_structure(method, visibility, &generics);
    let (implementation, _, clause) = generics.values.split_for_impl();
    let setters = setters(method, declaration, &generics, &attributes);
    // The values and their encoding name the types of all parameters.
    let parameters = method.endpoint.parameters.iter();
    attributes.extend(parameters.flat_map(|parameter| inherited(&parameter.lints)));
    let endpoint = endpoint::implementation(
        &method.endpoint,
        &endpoint::Target {
            runtime,
            name: &values,
            declaring: &declaration.header.ident,
            implementation: quote_spanned!(site=> #implementation),
            arguments: value_arguments.clone(),
            clause: quote_spanned!(site=> #clause),
            attributes: &attributes,
            access: Access::Values(method),
        },
    );
    quote_spanned! {site=>
        #(#attributes)*
        #docs
        #builder
        #(#attributes)*
        #structure
        #setters
        #endpoint
    }
}

/// Returns the struct of the values of a method's parameters.
fn values_structure(
    method: &Method,
    visibility: &Visibility,
    generics: &MethodGenerics,
) -> TokenStream {
    let site = Span::mixed_site();
    let types = held(method).map(|parameter| {
        let ty = &parameter.sent;
        if parameter.optional {
            quote_spanned!(site=> ::core::option::Option<#ty>)
        } else {
            quote_spanned!(site=> #ty)
        }
    });
    let (values, declared) = (method.values(), &generics.values);
    let (marker, clause) = (generics.marker.iter(), &declared.where_clause);
    quote_spanned! {site=>
        #[doc(hidden)]
        #visibility struct #values #declared (#(#types,)* #(#marker,)*) #clause;
    }
}

fn setters(
    method: &Method,
    declaration: &Declaration,
    generics: &MethodGenerics,
    attributes: &[syn::Attribute],
) -> Option<TokenStream> {
    let site = Span::mixed_site();
    let name = &method.builder;
    let (implementation, arguments, clause) = generics.builder.split_for_impl();
    let mut setters = held(method)
        .filter(|parameter| parameter.optional)
        .map(|parameter| setter(parameter, method, declaration))
        .peekable();
    setters.peek()?;
    Some(quote_spanned! {site=>
        #(#attributes)*
        #[automatically_derived]
        impl #implementation #name #arguments #clause {
            #(#setters)*
        }
    })
}

fn setter(parameter: &Parameter, method: &Method, declaration: &Declaration) -> TokenStream {
    let site = Span::mixed_site();
    let visibility = &declaration.header.vis;
    let (value, ty, lints) = (&parameter.name, &parameter.sent, &parameter.lints);
    let (field, index) = (builder_field(), index(parameter, method));
    let name = named(value);
    // Lints about the user's name see it once.
    let mut twin_value = value.clone();
    twin_value.set_span(at(value.span()));
    let twin = format_ident!("maybe_{}", parameter.plain_name(), span = name.span());
    let declaring = declaration.header.ident.to_string();
    let docs = docs::of_setter(parameter, &declaring);
    let twin_docs = docs::of_twin(parameter);
    quote_spanned! {site=>
        #docs
        #(#lints)*
        #[inline]
        #visibility fn #name(mut self, #value: #ty) -> Self {
            self.#field.1.#index = ::core::option::Option::Some(#value);
            self
        }
        #twin_docs
        #(#lints)*
        #[inline]
        #visibility fn #twin(mut self, #twin_value: ::core::option::Option<#ty>) -> Self {
            self.#field.1.#index = #twin_value;
            self
        }
    }
}
