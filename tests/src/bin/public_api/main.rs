//! Compares the public interface with `public-api.txt` of each library, and checks the rules for it:
//! whose types it may name, and that what may grow is `#[non_exhaustive]`.
//!
//! `.ci/public-api` runs it on rustdoc's output; `.ci/public-api --write` updates the snapshots.

mod growth;
mod named;
mod snapshot;

use std::{collections::HashSet, env, error::Error, path::Path, process::ExitCode};

use public_api::PublicItem;

/// A library whose interface is kept.
struct Library {
    /// The folder of its package.
    folder: &'static str,
    /// Its name in rustdoc.
    name: &'static str,
}

const LIBRARIES: [Library; 3] = [
    Library {
        folder: "comm100-core",
        name: "comm100_core",
    },
    Library {
        folder: "comm100/sandbox",
        name: "comm100_sandbox",
    },
    Library {
        folder: "comm100",
        name: "comm100",
    },
];

/// The interface in rustdoc's JSON file, without what holds for every type. Of a trait's implementation, its methods
/// are left out too: the trait lists them.
fn interface(file: &Path) -> Result<Vec<PublicItem>, Box<dyn Error>> {
    let interface = public_api::Builder::from_rustdoc_json(file)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .build()
        .map_err(|error| format!("{}: {error}", file.display()))?;
    let mut implementations = HashSet::new();
    for item in interface.items() {
        let text = item.to_string();
        if text.starts_with("impl") && text.contains(" for ") {
            implementations.insert(item.id());
        }
    }
    let is_told = |item: &PublicItem| {
        let of_a_trait = item
            .parent_id()
            .is_some_and(|parent| implementations.contains(&parent));
        let text = item.to_string();
        if text.contains("::marker::StructuralPartialEq for ") {
            return false;
        }
        !(of_a_trait && text.starts_with("pub fn "))
    };
    Ok(interface.into_items().filter(is_told).collect())
}

/// Looks at both libraries; what is wrong, a line each.
fn faults(documents: &Path, write: bool) -> Result<Vec<String>, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut faults = Vec::new();
    for library in &LIBRARIES {
        let file = |folder: &str| {
            documents
                .join(folder)
                .join(format!("{}.json", library.name))
        };
        let whole = interface(&file("all"))?;
        faults.extend(named::faults(&whole, named::WITH_ALL_FEATURES));
        faults.extend(growth::faults(&whole));
        faults.extend(named::faults(&interface(&file("none"))?, named::ALWAYS));
        let kept = root.join(library.folder).join("public-api.txt");
        faults.extend(snapshot::faults(&whole, &kept, write)?);
    }
    Ok(faults)
}

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let Some(documents) = arguments.next() else {
        eprintln!("error: say the folder of rustdoc's JSON; `.ci/public-api` does");
        return ExitCode::FAILURE;
    };
    let write = arguments.next().is_some_and(|option| option == "--write");
    match faults(Path::new(&documents), write) {
        Ok(faults) if faults.is_empty() => ExitCode::SUCCESS,
        Ok(faults) => {
            for fault in faults {
                eprintln!("{fault}");
            }
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
