//! A program that runs beside the test, whose lines are read as it prints them.

use std::{
    io::{BufRead as _, BufReader, Read as _},
    process::{Child, ChildStdout, Command},
    time::{Duration, Instant},
};

/// Nothing that is waited for takes as long, on any machine.
const LONGEST: Duration = Duration::from_secs(60);

/// A running program. It is killed when it is dropped.
pub(crate) struct Running {
    child: Child,
    stdout: Option<BufReader<ChildStdout>>,
}

impl Running {
    pub(crate) fn of(command: &mut Command) -> Self {
        let mut child = command.spawn().expect("the example starts");
        let stdout = child.stdout.take().map(BufReader::new);
        Self { child, stdout }
    }

    /// The next line of stdout; empty at its end.
    pub(crate) fn line(&mut self) -> String {
        let mut line = String::new();
        let stdout = self.stdout.as_mut().expect("an open stdout");
        stdout.read_line(&mut line).expect("text");
        line.trim_end().to_owned()
    }

    /// Reads on to a line that contains `text`.
    pub(crate) fn line_with(&mut self, text: &str) -> String {
        let mut before = Vec::new();
        loop {
            let line = self.line();
            if line.contains(text) {
                return line;
            }
            assert!(!line.is_empty(), "no {text} in {before:?}");
            before.push(line);
        }
    }

    /// Goes away, as `head` does.
    pub(crate) fn close_stdout(&mut self) {
        self.stdout = None;
    }

    pub(crate) fn interrupt(&self) {
        self.signal("-INT");
    }

    pub(crate) fn signal(&self, signal: &str) {
        let kill = Command::new("kill")
            .args([signal, &self.child.id().to_string()])
            .status();
        assert!(kill.expect("kill runs").success(), "it still runs");
    }

    /// Waits for its end. Returns the exit code, and what it said on stderr.
    pub(crate) fn ends(mut self) -> (Option<i32>, String) {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("a status") {
                break status;
            }
            assert!(start.elapsed() < LONGEST, "it runs on");
            std::thread::yield_now();
        };
        let mut said = String::new();
        let stderr = self.child.stderr.as_mut().expect("stderr");
        stderr.read_to_string(&mut said).expect("text");
        (status.code(), said)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
