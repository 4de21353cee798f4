//! `#[derive(Model)]`: the models of the declared APIs, read field by field and leniently.
//!
//! The expansion names `crate::model`, so only the facade can use it.

mod attributes;
mod expand;

use proc_macro2::TokenStream;
use syn::{Data, DeriveInput, Fields};

use crate::diagnostics::Errors;
use attributes::{Container, Field};

/// The most fields: those that were read are kept as the bits of one number.
const MOST_FIELDS: usize = 64;

/// Expands the derive. A struct with mistakes gets no impls, only its errors.
pub(crate) fn derive(item: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(item) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let container = Container::read(&input.attrs, &mut errors);
    let mut fields = Vec::new();
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(named) => {
                for field in &named.named {
                    fields.extend(Field::read(field, &container, &mut errors));
                }
            }
            _ => errors.add(&input.ident, "a model has named fields", "name each field"),
        },
        _ => errors.add(&input.ident, "a model must be a struct", ""),
    }
    let flat: usize = fields.iter().map(|field| field.flat.len()).sum();
    if fields.len() + flat > MOST_FIELDS {
        let rule = format!("a model has at most {MOST_FIELDS} fields");
        errors.add(&input.ident, rule, "move some of them into a nested model");
    }
    attributes::check_names(&fields, &mut errors);
    if errors.count() == 0 {
        expand::impls(&input, &container, &fields)
    } else {
        errors.into_tokens()
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::derive;

    fn errors(item: proc_macro2::TokenStream) -> String {
        let expansion = derive(item).to_string();
        assert!(expansion.contains("compile_error"), "{expansion}");
        expansion
    }

    #[test]
    fn mistakes_name_the_rule_and_the_near_miss() {
        let unknown = errors(quote!(
            struct Chat {
                #[model(requird)]
                id: u64,
            }
        ));
        assert!(unknown.contains("unknown key `requird`"), "{unknown}");
        assert!(unknown.contains("did you mean `required`?"), "{unknown}");

        let case = errors(quote!(
            #[model(rename_all = "UPPER")]
            struct Chat {
                id: u64,
            }
        ));
        assert!(case.contains("camelCase"), "{case}");

        let twice = errors(quote!(
            struct Chat {
                id: u64,
                #[model(name = "id")]
                other: u64,
            }
        ));
        assert!(
            twice.contains("`id` is the name of another field"),
            "{twice}"
        );
    }

    #[test]
    fn only_structs_with_named_fields_are_models() {
        assert!(
            errors(quote!(
                struct Chat(u64);
            ))
            .contains("named fields")
        );
        assert!(
            errors(quote!(
                enum Chat {
                    One,
                }
            ))
            .contains("must be a struct")
        );
    }

    #[test]
    fn names_follow_the_case_and_the_attributes() {
        let expansion = derive(quote!(
            #[model(rename_all = "camelCase")]
            struct Chat {
                start_time: u64,
                #[model(name = "GUID", alias = "guid")]
                id: u64,
                #[model(flat(imageId = id))]
                image: Option<Image>,
            }
        ))
        .to_string();
        for name in [
            "\"startTime\"",
            "\"GUID\" | \"guid\"",
            "\"imageId\" => 3usize",
            "whole . id",
        ] {
            assert!(expansion.contains(name), "{expansion}");
        }
    }
}
