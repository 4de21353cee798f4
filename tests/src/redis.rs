//! A Redis server of the test's own, on a free loopback port.

use std::io::{self, BufRead as _, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// The advice if Redis is missing.
const REMEDY: &str = "redis-server is not installed; on Debian: apt-get install redis-server";

/// A Redis server that keeps nothing on disk and ends with this value.
#[derive(Debug)]
pub struct RedisServer {
    process: Child,
    port: u16,
}

impl RedisServer {
    /// Starts one, if Redis is installed.
    ///
    /// Without Redis this returns `None` and prints what to install, so that `cargo test` needs nothing
    /// else. If the variable `CI` is set, Redis is required.
    ///
    /// # Panics
    ///
    /// In CI, without Redis; and if Redis does not start.
    #[must_use]
    pub fn start() -> Option<Self> {
        if !Self::is_installed() {
            assert!(std::env::var_os("CI").is_none(), "{REMEDY}");
            eprintln!("not tested: {REMEDY}");
            return None;
        }
        // Another process may take the free port first.
        (0..5)
            .find_map(|_| free_port().and_then(Self::start_on).ok())
            .or_else(|| panic!("redis-server does not start"))
    }

    /// Starts one on this port, where one was before.
    ///
    /// # Errors
    ///
    /// If the program does not start or ends at once.
    pub fn start_on(port: u16) -> io::Result<Self> {
        let mut process = Command::new("redis-server")
            .args(["--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
            .args(["--daemonize", "no", "--logfile", ""])
            .args(["--port", &port.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = process.stdout.take();
        let lines = output
            .into_iter()
            .flat_map(|output| BufReader::new(output).lines());
        let ready = lines
            .map_while(Result::ok)
            .any(|line| line.contains("eady to accept connections"));
        if ready {
            return Ok(Self { process, port });
        }
        let _ = process.kill();
        let _ = process.wait();
        Err(io::Error::other("redis-server ended before it was ready"))
    }

    fn is_installed() -> bool {
        Command::new("redis-server")
            .arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }

    /// `redis://127.0.0.1:port/`
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}/", self.port)
    }

    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Sends a command and returns the lines of the response.
    ///
    /// # Panics
    ///
    /// If it does not respond.
    pub async fn ask(&self, command: &str) -> Vec<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))
            .await
            .expect("Redis");
        stream
            .write_all(format!("{command}\r\nQUIT\r\n").as_bytes())
            .await
            .expect("Redis");
        let mut text = String::new();
        stream.read_to_string(&mut text).await.expect("Redis");
        text.lines().map(str::to_owned).collect()
    }
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that was free a moment ago.
///
/// # Errors
///
/// If no port is free.
pub fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
