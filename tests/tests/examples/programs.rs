//! Builds the examples once and runs them.

use std::{
    collections::HashMap,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
};

use comm100::sandbox::Sandbox;
use serde_json::Value;

use crate::running::Running;

/// The files of the examples. `cargo test --workspace` has built them already: then this is quick.
fn programs() -> &'static HashMap<String, PathBuf> {
    static PROGRAMS: OnceLock<HashMap<String, PathBuf>> = OnceLock::new();
    PROGRAMS.get_or_init(|| {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(["build", "--quiet", "--workspace", "--examples"])
            .arg("--message-format=json")
            .current_dir(root())
            .stderr(Stdio::inherit())
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "the examples are built");
        String::from_utf8_lossy(&output.stdout)
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
            .filter_map(|message| {
                let name = message["target"]["name"].as_str()?.to_owned();
                Some((name, message["executable"].as_str()?.into()))
            })
            .collect()
    })
}

/// The workspace.
pub(crate) fn root() -> &'static Path {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the workspace holds this package")
}

/// An empty folder of a test's own.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    // Files of an earlier run.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// An example with its arguments, and by default without an account.
pub(crate) struct Program(Command);

/// The output of a program.
pub(crate) struct Printed {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Program {
    pub(crate) fn new(name: &str) -> Self {
        let path = programs().get(name).expect("an example of this name");
        let mut command = Command::new(path);
        let variables = std::env::vars_os().map(|(name, _)| name);
        for variable in variables.filter(|name| name.to_string_lossy().starts_with("COMM100_")) {
            command.env_remove(variable);
        }
        command.current_dir(root()).stdin(Stdio::null());
        Self(command)
    }

    pub(crate) fn account(mut self, origin: &str, email: &str, api_key: &str) -> Self {
        self.0
            .env("COMM100_EMAIL", email)
            .env("COMM100_API_KEY", api_key)
            .env("COMM100_PLATFORM", origin);
        self
    }

    /// Talks to this sandbox as the admin.
    pub(crate) fn admin_of(self, sandbox: &Sandbox) -> Self {
        let email = sandbox.credentials().email().unwrap_or_default().to_owned();
        let api_key = sandbox.api_key(&email).expect("the admin");
        self.account(sandbox.origin(), &email, &api_key)
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.0.env(name, value);
        self
    }

    /// Talks to this sandbox as the admin, with the password.
    pub(crate) fn password_of(mut self, sandbox: &Sandbox) -> Self {
        let email = "admin@example.com";
        self.0
            .env("COMM100_EMAIL", email)
            .env(
                "COMM100_PASSWORD",
                sandbox.password(email).expect("the admin"),
            )
            .env("COMM100_PLATFORM", sandbox.origin());
        self
    }

    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.0.arg(argument);
        self
    }

    pub(crate) fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.0.args(arguments);
        self
    }

    /// Starts a program that runs until it is stopped.
    pub(crate) fn starts(mut self) -> Running {
        Running::of(self.0.stdout(Stdio::piped()).stderr(Stdio::piped()))
    }

    /// Runs it with a closed stdout.
    pub(crate) fn with_closed_stdout(mut self) -> (bool, String) {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = self
            .0
            .stdout(writer)
            .stderr(Stdio::piped())
            .output()
            .expect("the example runs");
        let stderr = String::from_utf8(output.stderr).expect("text");
        (output.status.success(), stderr)
    }

    /// Sends an interrupt as soon as `condition` holds. Returns the exit code and stderr.
    pub(crate) fn interrupted_when(
        mut self,
        condition: impl Fn() -> bool,
    ) -> (Option<i32>, String) {
        let mut child = self
            .0
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the example starts");
        while !condition() && child.try_wait().expect("a status").is_none() {
            std::thread::yield_now();
        }
        let kill = Command::new("kill")
            .args(["-INT", &child.id().to_string()])
            .status()
            .expect("kill runs");
        assert!(kill.success(), "it still runs");
        let output = child.wait_with_output().expect("it ends");
        let stderr = String::from_utf8(output.stderr).expect("text");
        (output.status.code(), stderr)
    }

    fn run(mut self) -> (bool, Printed) {
        let output = self.0.output().expect("the example runs");
        let printed = Printed {
            stdout: String::from_utf8(output.stdout).expect("text"),
            stderr: String::from_utf8(output.stderr).expect("text"),
        };
        (output.status.success(), printed)
    }

    pub(crate) fn succeeds(self) -> Printed {
        let (succeeded, printed) = self.run();
        assert!(succeeded, "{}\n{}", printed.stdout, printed.stderr);
        printed
    }

    /// Returns its stderr.
    pub(crate) fn fails(self) -> String {
        let (succeeded, printed) = self.run();
        assert!(!succeeded, "{}\n{}", printed.stdout, printed.stderr);
        printed.stderr
    }
}
