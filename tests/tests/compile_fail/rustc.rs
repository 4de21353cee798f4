//! Runs rustc as Cargo does, with the libraries that Cargo has built.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// The crates that cases use.
const USED: [&str; 6] = [
    "comm100",
    "serde",
    "serde_json",
    "bytes",
    "tokio",
    "futures_util",
];

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

/// An error or a warning that points at code.
pub(crate) struct Diagnostic {
    pub(crate) is_error: bool,
    pub(crate) rendered: String,
}

/// A compiler with this package's dependencies.
pub(crate) struct Rustc {
    externs: Vec<OsString>,
}

impl Rustc {
    pub(crate) fn with_dependencies() -> Self {
        let mut rustc = Self {
            externs: Vec::new(),
        };
        let mut serdes = Vec::new();
        for (name, library) in libraries() {
            let option = OsString::from(format!("--extern={name}={}", library.display()));
            if name == "serde" {
                serdes.push(option);
            } else {
                rustc.externs.push(option);
            }
            let folder = library.parent().expect("a folder").display();
            let option = OsString::from(format!("-Ldependency={folder}"));
            if !rustc.externs.contains(&option) {
                rustc.externs.push(option);
            }
        }
        // Build scripts have a serde of their own, which is not the one of `comm100`.
        let correct = Path::new(env!("CARGO_TARGET_TMPDIR")).join("correct.rs");
        fs::write(&correct, CORRECT).expect("a file");
        let mut errors = String::new();
        for serde in serdes {
            rustc.externs.push(serde);
            let diagnostics = rustc.compile(&correct);
            if diagnostics.is_empty() {
                return rustc;
            }
            errors.extend(diagnostics.into_iter().map(|one| one.rendered));
            rustc.externs.pop();
        }
        panic!("a correct declaration does not compile:\n{errors}");
    }

    /// Returns the errors and warnings that point at code; rustc's last line does not.
    pub(crate) fn compile(&self, file: &Path) -> Vec<Diagnostic> {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
        let workspace = tests.parent().expect("the workspace has this package");
        let output = Command::new("rustc")
            .args(["--edition=2024", "--crate-type=bin", "--crate-name=case"])
            .args(["--emit=metadata", "--error-format=json", "--out-dir"])
            .arg(env!("CARGO_TARGET_TMPDIR"))
            // As in Cargo's builds: incremental ones keep more errors apart, and paths are
            // relative to the workspace.
            .arg(incremental(file))
            .args(&self.externs)
            .arg(file)
            .current_dir(workspace)
            .output()
            .expect("rustc runs");
        String::from_utf8_lossy(&output.stderr)
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
            .filter(|message| !message["spans"].as_array().is_none_or(Vec::is_empty))
            .filter_map(|message| {
                Some(Diagnostic {
                    is_error: message["level"] == "error",
                    rendered: message["rendered"].as_str()?.to_owned(),
                })
            })
            .collect()
    }
}

/// Returns the names and files of the libraries that cases use, which Cargo has built already.
fn libraries() -> Vec<(String, PathBuf)> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["test", "--quiet", "--no-run", "--message-format=json"])
        // The whole workspace, whose libraries have more features than those of one package, so
        // that `cargo test --workspace` builds them only once.
        .args(["--workspace", "--test", "compile_fail"])
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "the dependencies are built");
    let mut libraries = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: Value = serde_json::from_str(line).expect("cargo writes JSON");
        let name = message["target"]["name"].as_str().unwrap_or_default();
        if message["reason"] != "compiler-artifact" || !USED.contains(&name) {
            continue;
        }
        let files = message["filenames"].as_array().into_iter().flatten();
        let mut files = files.filter_map(Value::as_str).map(PathBuf::from);
        let is_library = |file: &PathBuf| file.extension().is_some_and(|end| end == "rlib");
        if let Some(library) = files.find(is_library) {
            libraries.push((name.to_owned(), library));
        }
    }
    libraries
}

/// Returns the option for an empty folder: otherwise rustc repeats the errors of an earlier run.
fn incremental(file: &Path) -> OsString {
    let name = file.file_stem().expect("a name").to_string_lossy();
    let kind = file.parent().and_then(Path::file_name).unwrap_or_default();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile_fail");
    let folder = folder.join(format!("{}-{name}", kind.to_string_lossy()));
    let _ = fs::remove_dir_all(&folder);
    format!("-Cincremental={}", folder.display()).into()
}
