//! Writes the typed calls of each catalogue as Rust source.

#[allow(dead_code, unreachable_pub, reason = "the library uses more of it")]
#[path = "src/catalogue"]
mod catalogue {
    pub(crate) mod rows;
    pub(crate) mod source;
}

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

use catalogue::rows::Catalogue;
use catalogue::source::{call, ids};

/// The catalogue files.
const VERSIONS: &[&str] = &["v1", "v2"];

fn main() -> Result<(), Box<dyn Error>> {
    let output = env::var("OUT_DIR")?;
    for version in VERSIONS {
        let file = format!("catalogue/{version}.toml");
        println!("cargo::rerun-if-changed={file}");
        let catalogue = Catalogue::parse(&fs::read_to_string(&file)?)
            .map_err(|error| format!("{file}: {error}"))?;
        let path = Path::new(&output).join(version).with_extension("rs");
        fs::write(path, calls(&catalogue))?;
    }
    println!("cargo::rerun-if-changed=src/catalogue");
    Ok(())
}

/// Returns a function `calls` that lists the calls of all endpoints in order.
fn calls(catalogue: &Catalogue) -> String {
    let mut source = ids(catalogue);
    source.push_str("\nimpl Ids {\n    fn of(texts: &Texts) -> Self {\n        Self {\n");
    for name in catalogue.ids.keys() {
        let _ = writeln!(
            source,
            "            {name}: texts[{name:?}].as_str().into(),"
        );
    }
    source.push_str("        }\n    }\n}\n\n#[allow(clippy::too_many_lines, reason = \"a table\")]\nfn calls() -> Vec<Call> {\n    vec![\n");
    for endpoint in &catalogue.endpoints {
        let (all, required) = (call(endpoint, true), call(endpoint, false));
        let _ = writeln!(
            source,
            "        call!(|client, ids| {all}, |client, ids| {required}),"
        );
    }
    source.push_str("    ]\n}\n");
    source
}
