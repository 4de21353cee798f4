//! Diagnostics: each file in `compile_fail` contains one mistake, with rustc's output beside it.
//! `UPDATE_SNAPSHOT=1 cargo test --workspace --test compile_fail` writes the output.

mod output;
mod rustc;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use rustc::Rustc;

/// Returns the paths in a folder with this extension; folders have an empty one.
fn entries(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().unwrap_or_default() == extension)
        .collect()
}

/// The cases of all kinds, as `compile_fail/<kind>/<case>.rs`.
fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> = entries(Path::new("compile_fail"), "")
        .iter()
        .flat_map(|kind| entries(kind, "rs"))
        .collect();
    cases.sort();
    assert!(cases.len() > 240, "{} cases", cases.len());
    cases
}

/// The function of `with` is called where a request is encoded and where the OpenAPI document describes it.
const REPEATED: &str = "types/with_of_another_type.rs";

/// Compares a case's output with its `.stderr` file, or writes the file.
fn check(case: &Path, rustc: &Rustc) -> Result<(), String> {
    let name = case.display();
    let diagnostics = rustc.compile(&Path::new("tests").join(case));
    if !diagnostics.iter().any(|one| one.is_error) {
        return Err(format!("{name} compiles"));
    }
    let mut texts: Vec<String> = Vec::new();
    let mut repeated = String::new();
    for diagnostic in diagnostics {
        let text = output::normalize(&diagnostic.rendered);
        if texts.contains(&text) {
            repeated += &text;
        } else {
            texts.push(text);
        }
    }
    let found = texts.join("\n");
    let file = case.with_extension("stderr");
    if std::env::var_os("UPDATE_SNAPSHOT").is_some() {
        fs::write(&file, &found).expect("the file is written");
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    if found != expected {
        let file = file.display();
        return Err(format!(
            "{name} is not as in {file}:\n\n{expected}\nfound:\n\n{found}"
        ));
    }
    // rustc's text has equal errors once, and its JSON, which editors read, each time.
    if !repeated.is_empty() && !case.ends_with(REPEATED) {
        return Err(format!("{name} has in the JSON again:\n\n{repeated}"));
    }
    Ok(())
}

#[test]
fn each_mistake_is_one_error_on_the_wrong_token() {
    let rustc = Rustc::with_dependencies();
    let cases = cases();
    let next = AtomicUsize::new(0);
    let check = || -> Vec<String> {
        let next = || cases.get(next.fetch_add(1, Ordering::Relaxed));
        let checked = std::iter::from_fn(next).map(|case| check(case, &rustc));
        checked.filter_map(Result::err).collect()
    };
    let wrong: Vec<String> = thread::scope(|scope| {
        let count = thread::available_parallelism().map_or(2, usize::from);
        let threads: Vec<_> = (0..count).map(|_| scope.spawn(check)).collect();
        let found = threads.into_iter();
        found
            .flat_map(|thread| thread.join().expect("no panic"))
            .collect()
    });
    assert!(
        wrong.is_empty(),
        "{}\n\n{} of {} cases fail; UPDATE_SNAPSHOT=1 writes what was found",
        wrong.join("\n\n"),
        wrong.len(),
        cases.len()
    );
}
