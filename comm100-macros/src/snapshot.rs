//! The code that a user's crate gets, in a file for review.
//!
//! `snapshot/expanded.rs` is the formatted expansion of `snapshot/declared.rs`. To update it:
//! `UPDATE_SNAPSHOT=1 cargo test -p comm100-macros snapshot`.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ImplItem, ItemImpl, ItemTrait, Meta};

use crate::pipeline;

/// Removes the code of the features `blocking` and `openapi`, so that one snapshot is enough.
struct WithoutFeatures;

impl VisitMut for WithoutFeatures {
    fn visit_item_impl_mut(&mut self, item: &mut ItemImpl) {
        item.items.retain(
            |item| !matches!(item, ImplItem::Fn(method) if ["describe", "send_blocking"].iter().any(|name| method.sig.ident == name)),
        );
        visit_mut::visit_item_impl_mut(self, item);
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        if let Expr::MethodCall(call) = expression
            && call.method == "with_description"
        {
            *expression = (*call.receiver).clone();
        }
        visit_mut::visit_expr_mut(self, expression);
    }
}

fn formatted(tokens: &str) -> String {
    let mut rustfmt = Command::new("rustfmt")
        .args([
            "--edition",
            "2024",
            "--config",
            "normalize_doc_attributes=false",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("rustfmt, which rust-toolchain.toml names");
    let mut input = rustfmt.stdin.take().expect("a pipe");
    input.write_all(tokens.as_bytes()).expect("an open pipe");
    drop(input);
    let output = rustfmt.wait_with_output().expect("an end");
    assert!(
        output.status.success(),
        "rustfmt refuses the expansion: {tokens}"
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn expanded(declared: &str) -> String {
    let mut item: ItemTrait = syn::parse_str(declared).expect("a trait");
    let mut options = TokenStream::new();
    item.attrs.retain(|attribute| match &attribute.meta {
        Meta::List(meta) if meta.path.is_ident("api") => {
            options = meta.tokens.clone();
            false
        }
        _ => true,
    });
    let expansion = pipeline::api(options, &item.to_token_stream());
    let mut file: syn::File = syn::parse2(expansion).expect("items");
    WithoutFeatures.visit_file_mut(&mut file);
    let tokens = file.to_token_stream().to_string();
    formatted(&tokens)
}

#[test]
fn the_expansion_equals_its_snapshot() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshot");
    let declared = std::fs::read_to_string(folder.join("declared.rs")).expect("the declaration");
    let expanded = expanded(&declared);
    let file = folder.join("expanded.rs");
    if std::env::var_os("UPDATE_SNAPSHOT").is_some() {
        std::fs::write(&file, &expanded).expect("a file to write");
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        expected == expanded,
        "the expansion differs from snapshot/expanded.rs:\n{expanded}"
    );
}
