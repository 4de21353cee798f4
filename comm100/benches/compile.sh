#!/usr/bin/env bash
# What comm100 costs a compiler: CPU time of cold builds beside plain reqwest, of checking one trait as it
# grows, and the size of programs.
#
#   bash comm100/benches/compile.sh [cold] [grow] [size]
#
# All three without an argument. Dependencies are downloaded before the measure begins.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
work=${WORK:-$root/target/compile-cost}
# The dependencies of the benches are taken from there where they are built.
shared=$root/comm100/benches/target
mkdir -p "$work"

# A crate of `name`; the dependencies come from standard input.
package() {
    mkdir -p "$work/$1/src"
    {
        printf '[workspace]\n\n[package]\nname = "cost-%s"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n' "$1"
        cat
        printf '\n[profile.release]\nlto = "thin"\ncodegen-units = 1\ndebug = "line-tables-only"\nstrip = true\n'
    } > "$work/$1/Cargo.toml"
    cp "$root/comm100/benches/Cargo.lock" "$work/$1/Cargo.lock"
    [ -e "$work/$1/src/lib.rs" ] || [ -e "$work/$1/src/main.rs" ] || echo 'fn main() {}' > "$work/$1/src/main.rs"
    cargo fetch --quiet --manifest-path "$work/$1/Cargo.toml"
}

common='serde = { version = "1", features = ["derive"] }
tokio = { version = "1", features = ["io-util", "macros", "net", "rt", "time"] }'

by_reqwest() {
    package reqwest <<TOML
$common
reqwest = { version = "0.13.5", features = ["form", "json", "query"] }
TOML
    cat > "$work/reqwest/src/main.rs" <<'RUST'
#[derive(Debug, serde::Deserialize)]
struct Department {
    #[allow(dead_code)]
    name: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> reqwest::Result<()> {
    let request = reqwest::Client::new().get("https://hosted.comm100.com/api/v1/livechat/departments");
    let request = request.basic_auth("agent@example.com", Some("API_KEY")).query(&[("a", "b")]);
    let departments: Vec<Department> = request.send().await?.error_for_status()?.json().await?;
    println!("{departments:?}");
    Ok(())
}
RUST
}

# `name`, then what follows the path in the dependency.
by_comm100() {
    package "$1" <<TOML
$common
comm100 = { path = "$root/comm100"$2 }
TOML
    cat > "$work/$1/src/main.rs" <<'RUST'
use comm100::{Client, Credentials, Result, api};

#[derive(Debug, serde::Deserialize)]
struct Department {
    #[allow(dead_code)]
    name: String,
}

#[api(path = "livechat/departments")]
trait Departments {
    #[get]
    async fn list_all(&self, #[query] a: &str) -> Result<Vec<Department>>;
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let credentials = Credentials::new("agent@example.com", "API_KEY");
    let client = Client::builder().credentials(credentials).build()?;
    println!("{:?}", client.list_all("b").await?);
    Ok(())
}
RUST
}

# Seconds of CPU time that a command takes.
seconds() {
    local TIMEFORMAT='%U %S'
    { time "$@" >/dev/null 2>"$work/log" || cat "$work/log" >&2; } 2>&1 | awk 'END { printf "%.1f\n", $1 + $2 }'
}

crates() {
    cargo tree --offline --manifest-path "$work/$1/Cargo.toml" -e normal,build --prefix none --no-dedupe | sort -u | grep -cv '^cost-'
}

cold() {
    by_reqwest
    by_comm100 default ''
    by_comm100 lean ', default-features = false, features = ["hyper"]'
    by_comm100 ring ', default-features = false, features = ["hyper-ring"]'
    printf '| a program that makes one call | crates | cold `cargo build`, CPU time |\n| --- | --: | --: |\n'
    local name title
    while IFS='|' read -r name title; do
        rm -rf "$work/$name/target"
        printf '| %s | %s | %s s |\n' "$title" "$(crates "$name")" \
            "$(seconds cargo build --offline --manifest-path "$work/$name/Cargo.toml" --target-dir "$work/$name/target")"
        rm -rf "$work/$name/target"
    done <<'NAMES'
reqwest|reqwest with `form`, `json`, `query`, by hand
default|comm100, default features
lean|comm100, `hyper` alone: the lean transport, no reqwest
ring|comm100, `hyper-ring` alone
NAMES
}

# One trait of so many endpoints.
grown() {
    by_comm100 grown ', default-features = false, features = ["rustls"]'
    {
        printf 'use comm100::{Result, api};\n#[derive(serde::Deserialize)]\npub struct Model { pub id: u64, pub name: String }\n'
        printf '#[api(path = "livechat/things")]\npub trait Things {\n'
        local index
        for index in $(seq "$1"); do
            printf '    #[get("{id}/things%s")]\n    async fn get_%s(&self, id: u64, #[query] keyword: Option<&str>, #[query] page: Option<u32>) -> Result<Vec<Model>>;\n' "$index" "$index"
        done
        printf '}\n'
    } > "$work/grown/src/lib.rs"
    rm -f "$work/grown/src/main.rs"
}

# Of the crate of `grown`, without its dependencies: the median CPU time of three runs of `check` or `build`.
median() {
    local command=(env CARGO_INCREMENTAL=0 cargo "$1" --quiet --offline --manifest-path "$work/grown/Cargo.toml" --target-dir "$work/target")
    "${command[@]}"
    for _ in 1 2 3; do touch "$work/grown/src/lib.rs"; seconds "${command[@]}"; done | sort -n | sed -n 2p
}

grow() {
    printf '| endpoints in one trait | `cargo check`, CPU time | per additional endpoint | `cargo build`, CPU time |\n| --: | --: | --: | --: |\n'
    local count check one=
    for count in 1 10 100 250 500 2000; do
        grown "$count"
        check=$(median check)
        one=${one:-$check}
        awk -v count="$count" -v check="$check" -v one="$one" -v build="$(median build)" 'BEGIN {
            each = count > 1 ? sprintf("%.1f ms", 1000 * (check - one) / (count - 1)) : ""
            printf "| %d | %.1f s | %s | %.1f s |\n", count, check, each, build
        }'
    done
}

size() {
    by_reqwest
    by_comm100 default ''
    package all <<TOML
$common
comm100 = { path = "$root/comm100" }
TOML
    # The program is written from the catalogue of endpoints.
    cargo run --quiet --package comm100-tests --bin all_endpoints > "$work/all/src/main.rs"
    printf '| a stripped release build, thin LTO | size |\n| --- | --: |\n'
    local name title
    while IFS='|' read -r name title; do
        cargo build --quiet --offline --release --manifest-path "$work/$name/Cargo.toml" --target-dir "$shared"
        printf '| %s | %s KiB |\n' "$title" $(($(stat -c %s "$shared/release/cost-$name") / 1024))
    done <<'NAMES'
reqwest|reqwest by hand, one call
default|comm100, one declared call
all|comm100, all endpoints of `v1` called
NAMES
}

[ $# -gt 0 ] || set -- cold grow size
for part in "$@"; do
    case $part in
        cold | grow | size) "$part" ;;
        *) printf 'unknown part %s; there are cold, grow and size\n' "$part" >&2; exit 2 ;;
    esac
done
