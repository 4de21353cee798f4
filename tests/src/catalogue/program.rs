//! A program that calls every endpoint.

use std::fmt::Write as _;

use super::rows::Catalogue;
use super::source::{call, ids};

/// Returns a program that calls every endpoint and prints the responses, to measure how large
/// programs become.
pub(super) fn program(catalogue: &Catalogue) -> String {
    let version = catalogue.version;
    let mut source = format!(
        "use comm100::jiff::civil::date;
use comm100::v{version}::*;
use comm100::{{Client, Credentials, Result}};

{}
/// Prints the whole response, so that none of it is optimized out.
async fn show<T: std::fmt::Debug>(call: impl IntoFuture<Output = Result<T>>) {{
    match call.await {{
        Ok(value) => println!(\"{{value:?}}\"),
        Err(error) => println!(\"{{error}}\"),
    }}
}}

#[tokio::main(flavor = \"current_thread\")]
async fn main() -> Result<()> {{
    let credentials = Credentials::new(\"agent@example.com\", \"API_KEY\");
    let client = &Client::builder().credentials(credentials).build()?;
    let ids = &Ids {{
",
        ids(catalogue),
    );
    for name in catalogue.ids.keys() {
        let _ = writeln!(source, "        {name}: \"5b3c3f1e\".into(),");
    }
    source.push_str("    };\n");
    for endpoint in &catalogue.endpoints {
        let _ = writeln!(source, "    show({}).await;", call(endpoint, false));
    }
    source.push_str("    Ok(())\n}\n");
    source
}
