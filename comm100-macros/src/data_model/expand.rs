//! Writes the impls of a model.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use super::attributes::{Container, Field, docs};

/// Returns the impls of `Model`, `Field`, serde's traits and, with the feature, `JsonSchema`.
pub(super) fn impls(input: &DeriveInput, container: &Container, fields: &[Field]) -> TokenStream {
    let name = &input.ident;
    let plain = name.to_string();
    let model = model(name, &plain, container, fields);
    let serialize = serialize(name, &plain, fields);
    let deserialize = (!container.fields_only).then(|| {
        quote! {
            #[automatically_derived]
            impl<'de> serde::Deserialize<'de> for #name {
                fn deserialize<D: serde::Deserializer<'de>>(
                    deserializer: D,
                ) -> ::core::result::Result<Self, D::Error> {
                    crate::model::object::read_alone(deserializer)
                }
            }
        }
    });
    let field_schema = cfg!(feature = "openapi").then(|| {
        quote! {
            fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                generator.subschema_for::<Self>()
            }
        }
    });
    let schema = cfg!(feature = "openapi").then(|| schema(input, &plain, fields));
    quote! {
        #model
        #[automatically_derived]
        impl crate::model::field::Field for #name {
            fn read<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<::core::option::Option<Self>, D::Error> {
                crate::model::object::read_nested(deserializer)
            }
            #field_schema
        }
        #deserialize
        #serialize
        #schema
    }
}

fn model(name: &syn::Ident, plain: &str, container: &Container, fields: &[Field]) -> TokenStream {
    let from_scalar = container.scalar.as_ref().map(|member| {
        quote! {
            fn from_scalar<'de, D: serde::Deserializer<'de>>(
                scalar: D,
            ) -> ::core::option::Option<Self> {
                let mut model = Self::default();
                model.#member = crate::model::field::Field::read(scalar).ok()??;
                ::core::option::Option::Some(model)
            }
        }
    });
    let required = fields
        .iter()
        .enumerate()
        .fold(0_u64, |bits, (index, field)| {
            bits | u64::from(field.required) << index
        });
    let Members {
        pairs,
        matches,
        reads,
    } = members(fields);
    quote! {
        #[automatically_derived]
        impl crate::model::object::Model for #name {
            const NAME: &'static str = #plain;
            const NAMES: &'static [(&'static str, usize)] = &[#(#pairs),*];
            const REQUIRED: u64 = #required;

            #[inline]
            fn field(name: &str) -> usize {
                match name {
                    #(#matches,)*
                    _ => crate::model::object::UNKNOWN,
                }
            }

            #from_scalar

            fn read_field<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                field: usize,
                map: &mut A,
            ) -> ::core::result::Result<(), A::Error> {
                match field {
                    #(#reads,)*
                    _ => crate::model::object::skip(map),
                }
            }
        }
    }
}

/// The code of all members of the object, in the order of their numbers.
#[derive(Default)]
struct Members {
    /// Each name on the wire with the member's number.
    pairs: Vec<TokenStream>,
    /// The arms that match names.
    matches: Vec<TokenStream>,
    /// The arms that read the value of a number.
    reads: Vec<TokenStream>,
}

fn members(fields: &[Field]) -> Members {
    let mut members = Members::default();
    for (index, field) in fields.iter().enumerate() {
        let Field { member, names, .. } = field;
        let pairs = names.iter().map(|name| quote!((#name, #index)));
        members.pairs.extend(pairs);
        members.matches.push(quote!(#(#names)|* => #index));
        let read = match &field.codec {
            Some(codec) => quote!(read_with::<_, #codec, A>(&mut self.#member, map)),
            None if field.strict => {
                let name = &names[0];
                quote!(read_strictly(&mut self.#member, map, #name))
            }
            None => quote!(read_into(&mut self.#member, map)),
        };
        let read = quote!(#index => crate::model::object::#read);
        members.reads.push(read);
    }
    let flat = fields
        .iter()
        .flat_map(|field| field.flat.iter().map(move |flat| (&field.member, flat)));
    for (index, (member, (name, part))) in (fields.len()..).zip(flat) {
        members.pairs.push(quote!((#name, #index)));
        members.matches.push(quote!(#name => #index));
        members.reads.push(quote! {
            #index => crate::model::object::read_flat(
                &mut self.#member, |whole| &mut whole.#part, map,
            )
        });
    }
    members
}

fn serialize(name: &syn::Ident, plain: &str, fields: &[Field]) -> TokenStream {
    let mut counts = Vec::new();
    let mut writes = Vec::new();
    for Field {
        member,
        ty,
        names,
        codec,
        ..
    } in fields
    {
        let name = &names[0];
        if let Some(codec) = codec {
            let is_absent = quote!(<#codec as crate::model::field::Codec<#ty>>::is_absent);
            counts.push(quote!(!#is_absent(&self.#member)));
            writes.push(quote! {
                crate::model::object::write_with::<#ty, #codec, _>(
                    &mut object, #name, &self.#member,
                )?;
            });
        } else {
            counts.push(quote!(!crate::model::field::Field::is_absent(&self.#member)));
            writes.push(quote! {
                crate::model::object::write(&mut object, #name, &self.#member)?;
            });
        }
    }
    quote! {
        #[automatically_derived]
        impl serde::Serialize for #name {
            fn serialize<S: serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let present = 0 #(+ usize::from(#counts))*;
                let mut object = serializer.serialize_struct(#plain, present)?;
                #(#writes)*
                serde::ser::SerializeStruct::end(object)
            }
        }
    }
}

fn schema(input: &DeriveInput, plain: &str, fields: &[Field]) -> TokenStream {
    let name = &input.ident;
    let words = docs(&input.attrs);
    let properties = fields.iter().map(|field| {
        let Field {
            ty,
            names,
            flat,
            docs,
            ..
        } = field;
        let schema = if let Some(codec) = &field.codec {
            quote!(<#codec as crate::model::field::Codec<#ty>>::schema(generator))
        } else {
            quote!(<#ty as crate::model::field::Field>::schema(generator))
        };
        let required = field.required;
        let flat = flat.iter().map(|(name, part)| {
            quote! {
                let schema = crate::model::field::flat_schema(
                    ::core::marker::PhantomData::<#ty>, |whole| &mut whole.#part, generator,
                );
                object.property(#name, schema, #docs);
            }
        });
        quote! {
            object.field(&[#(#names),*], &#schema, #required, #docs);
            #(#flat)*
        }
    });
    quote! {
        #[automatically_derived]
        impl schemars::JsonSchema for #name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                #plain.into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", #plain).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut object = crate::model::schema::Object::default();
                #(#properties)*
                crate::model::schema::with_words(object.schema(), #words)
            }
        }
    }
}
