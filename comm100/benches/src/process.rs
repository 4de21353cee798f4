//! Runs the server in its own process, and reads the kernel's statistics of this one.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Ends with this value.
pub struct Server {
    process: Child,
    pub origin: String,
}

impl Server {
    pub fn start(program: &Path) -> Self {
        let mut process = Command::new(program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut origin = String::new();
        BufReader::new(process.stdout.take().expect("piped"))
            .read_line(&mut origin)
            .expect("the server prints its origin");
        Self {
            process,
            origin: origin.trim().to_owned(),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Nanoseconds that this process's threads spent on a CPU.
pub fn cpu_time() -> u64 {
    let mut sum = 0;
    for thread in std::fs::read_dir("/proc/self/task")
        .expect("Linux")
        .flatten()
    {
        if let Ok(text) = std::fs::read_to_string(thread.path().join("schedstat")) {
            let first = text.split_whitespace().next().unwrap_or("0");
            sum += first.parse::<u64>().unwrap_or(0);
        }
    }
    sum
}

/// The most memory that this process had, in KiB.
pub fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .expect("the kernel reports the peak")
}

/// Runs a program under callgrind. Returns its count of instructions.
pub fn instructions(program: &Path, arguments: &[String]) -> u64 {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(arguments)
        .output()
        .expect("valgrind runs");
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{log}");
    log.lines()
        .find(|line| line.contains("Collected"))
        .and_then(|line| line.rsplit(' ').next()?.parse().ok())
        .expect("callgrind prints what it collected")
}

/// Returns the instructions of one step of a program, from a run of few and a run of many steps, so that its start
/// cancels out.
pub fn instructions_per_step<const N: usize>(
    program: &Path,
    few: u64,
    many: u64,
    arguments: impl Fn(u64) -> [String; N],
) -> u64 {
    let count = |count| instructions(program, &arguments(count));
    count(many).saturating_sub(count(few)) / (many - few)
}
