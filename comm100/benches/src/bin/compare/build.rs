//! Builds each client alone: a peer's features must not change another's code.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Client;

/// The folder of the programs: `<folder>/<features>/client`, and `server` beside them.
pub struct Built(PathBuf);

impl Built {
    pub fn program(&self, features: &str, name: &str) -> PathBuf {
        self.0.join(features).join(name)
    }
}

pub fn all(clients: &[&Client], keep: bool) -> Built {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = package.join("target/clients");
    let mut done: Vec<&str> = Vec::new();
    for client in clients {
        if done.contains(&client.features) {
            continue;
        }
        done.push(client.features);
        if keep && folder.join(client.features).join("client").exists() {
            continue;
        }
        eprintln!("building {}", client.features);
        let status = Command::new(env!("CARGO"))
            .current_dir(package)
            .args(["build", "--release", "--no-default-features"])
            .args(["--features", client.features])
            .args(["--bin", "client", "--bin", "allocations", "--bin", "server"])
            .status()
            .expect("cargo runs");
        assert!(status.success(), "{} does not build", client.features);
        let to = folder.join(client.features);
        std::fs::create_dir_all(&to).expect("the folder can be made");
        for program in ["client", "allocations", "server"] {
            let from = package.join("target/release").join(program);
            std::fs::copy(from, to.join(program)).expect("the program can be copied");
        }
    }
    Built(folder)
}
