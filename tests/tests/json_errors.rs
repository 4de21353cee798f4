//! Editors read rustc's JSON, where each mistake must be one error too. Text output, as in the
//! `.stderr` files, has equal errors only once.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// A declaration without a mistake.
const CORRECT: &str = "
    use comm100::{Result, api};
    #[derive(serde::Deserialize)]
    pub struct Ticket {}
    #[api]
    pub trait Tickets {
        #[get]
        async fn list_tickets(&self) -> Result<Ticket>;
    }
    fn main() {}
";

/// Returns the options of rustc with which a crate uses this package's dependencies, which Cargo has
/// built already.
fn externs() -> Vec<OsString> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["test", "--quiet", "--no-run", "--message-format=json"])
        .args(["-p", "comm100-tests", "--test", "json_errors"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "the dependencies are built");
    let mut options: Vec<OsString> = Vec::new();
    let mut serdes: Vec<OsString> = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: Value = serde_json::from_str(line).expect("cargo writes JSON");
        let name = message["target"]["name"].as_str().unwrap_or_default();
        let used = [
            "comm100",
            "serde",
            "serde_json",
            "bytes",
            "tokio",
            "futures_util",
        ];
        if message["reason"] != "compiler-artifact" || !used.contains(&name) {
            continue;
        }
        let files = message["filenames"].as_array().into_iter().flatten();
        let mut paths = files.filter_map(Value::as_str).map(Path::new);
        let is_library = |path: &&Path| path.extension().is_some_and(|end| end == "rlib");
        let Some(library) = paths.find(is_library) else {
            continue;
        };
        let option = format!("--extern={name}={}", library.display()).into();
        if name == "serde" {
            serdes.push(option);
        } else {
            options.push(option);
        }
        let folder = library.parent().expect("a folder").display();
        options.push(format!("-Ldependency={folder}").into());
    }
    // Build scripts have a serde of their own, which is not the one of `comm100`.
    let correct = Path::new(env!("CARGO_TARGET_TMPDIR")).join("correct.rs");
    fs::write(&correct, CORRECT).expect("a file");
    for serde in serdes {
        options.push(serde);
        if errors(&correct, &options).is_empty() {
            return options;
        }
        options.pop();
    }
    panic!(
        "a correct declaration does not compile: {:?}",
        errors(&correct, &options)
    );
}

/// The cases of `compile_fail`, all kinds.
fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("compile_fail");
    let entries = |path: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(path).expect("a folder");
        entries
            .map(|entry| entry.expect("an entry").path())
            .collect()
    };
    let mut cases: Vec<PathBuf> = entries(&root)
        .iter()
        .flat_map(|kind| entries(kind))
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect();
    cases.sort();
    assert!(cases.len() > 200, "{} cases", cases.len());
    cases
}

fn incremental(case: &Path) -> OsString {
    let name = case.file_stem().expect("a name").to_string_lossy();
    let kind = case.parent().and_then(Path::file_name).unwrap_or_default();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("json_errors");
    let folder = folder.join(format!("{}-{name}", kind.to_string_lossy()));
    // Otherwise errors of an earlier run are reported again.
    let _ = fs::remove_dir_all(&folder);
    format!("-Cincremental={}", folder.display()).into()
}

/// The errors of one case that point at code; the last line of rustc's output does not.
fn errors(case: &Path, externs: &[OsString]) -> Vec<String> {
    let output = Command::new("rustc")
        .args(["--edition=2024", "--crate-type=bin", "--crate-name=case"])
        .args(["--emit=metadata", "--error-format=json", "--out-dir"])
        .arg(env!("CARGO_TARGET_TMPDIR"))
        // As Cargo's own builds are: rustc then keeps more errors apart.
        .arg(incremental(case))
        .args(externs)
        .arg(case)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("rustc runs");
    String::from_utf8_lossy(&output.stderr)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["level"] == "error")
        .filter(|message| !message["spans"].as_array().is_none_or(Vec::is_empty))
        .filter_map(|message| Some(message["rendered"].as_str()?.to_owned()))
        .collect()
}

#[test]
fn each_error_is_in_the_json_once() {
    let externs = externs();
    let cases = cases();
    let next = AtomicUsize::new(0);
    let check = || {
        let mut wrong = Vec::new();
        while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            let expected = fs::read_to_string(case.with_extension("stderr")).unwrap_or_default();
            let lines = expected.lines();
            let expected = lines.filter(|line| line.starts_with("error")).count();
            let found = errors(case, &externs);
            if found.len() != expected {
                let (name, count) = (case.display(), found.len());
                let text = found.concat();
                wrong.push(format!("{name}: {count} errors, not {expected}\n{text}"));
            }
        }
        wrong
    };
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(check)).collect();
        let found = threads.into_iter();
        found
            .flat_map(|thread| thread.join().expect("no panic"))
            .collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
