#!/usr/bin/env bash
# The cost of `cargo check` per declared endpoint: the CPU time of 70 endpoints over 20 models, less that of
# the models alone. For comparison, the same endpoints as handwritten reqwest functions.
#
#   bash comm100-macros/benches/check.sh [runs]
#
# Fails if an endpoint costs more than LIMIT_MS (8) of CPU time, which leaves room for slow machines: 4.2 was read where
# the same by hand took 5.6. Single readings vary with the machine's load, so the median of the runs is used.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
runs=${1:-7}
limit=${LIMIT_MS:-8}
work=${WORK:-$root/target/check-cost}
mkdir -p "$work"

# One crate each: `models`, `declared`, `by_hand`.
package() {
    local name=$1
    mkdir -p "$work/$name/src"
    cat > "$work/$name/Cargo.toml" <<TOML
[workspace]

[package]
name = "cost-$name"
version = "0.0.0"
edition = "2024"

[dependencies]
comm100 = { path = "$root/comm100", default-features = false, features = ["rustls"] }
reqwest = { version = "0.13.5", default-features = false, features = ["json", "query", "form"] }
serde = { version = "1", features = ["derive"] }
TOML
    cp "$root/Cargo.lock" "$work/$name/Cargo.lock"
}

models() {
    echo 'use serde::{Deserialize, Serialize};'
    for model in $(seq 0 19); do
        cat <<RUST
#[derive(Debug, Deserialize, Serialize)]
pub struct Model$model {
    pub id: u64,
    pub name: String,
    pub description: Option<String>,
    pub created: String,
    pub tags: Vec<String>,
    pub count: Option<u32>,
}
RUST
    done
}

# Seven endpoints a resource, ten resources.
declared() {
    echo 'use comm100::{Result, api};'
    for resource in $(seq 0 9); do
        local one="Model$resource" other="Model$((resource + 10))"
        cat <<RUST
/// Resource $resource.
#[api(path = "livechat/resource$resource")]
pub trait Resource$resource {
    /// Lists them.
    #[get]
    async fn list_$resource(&self, #[query] keyword: Option<&str>, #[query(rename = "agentId")] agent: Option<u64>) -> Result<Vec<$one>>;
    /// Gets one.
    #[get("{id}")]
    async fn get_$resource(&self, id: u64) -> Result<$one>;
    /// Makes one.
    #[post]
    async fn create_$resource(&self, #[form] name: &str, #[form] description: Option<&str>, #[form(join = ",")] tags: &[&str]) -> Result<$one>;
    /// Changes one.
    #[put("{id}")]
    async fn update_$resource(&self, id: u64, #[form] name: Option<&str>, #[form] description: Option<&str>) -> Result<$one>;
    /// Replaces one.
    #[put("{id}/all")]
    async fn replace_$resource(&self, id: u64, #[json] value: &$one) -> Result<$one>;
    /// Removes one.
    #[delete("{id}")]
    async fn remove_$resource(&self, id: u64) -> Result<()>;
    /// Its details.
    #[get("{id}/details")]
    async fn details_$resource(&self, id: u64) -> Result<$other>;
}
RUST
    done
}

by_hand() {
    echo 'use reqwest::{Client, Result};'
    for resource in $(seq 0 9); do
        local one="Model$resource" other="Model$((resource + 10))" base="https://hosted.comm100.com/api/v1/livechat/resource$resource"
        cat <<RUST
pub async fn list_$resource(client: &Client, keyword: Option<&str>, agent: Option<u64>) -> Result<Vec<$one>> {
    let mut request = client.get("$base").basic_auth("a", Some("b"));
    if let Some(keyword) = keyword {
        request = request.query(&[("keyword", keyword)]);
    }
    if let Some(agent) = agent {
        request = request.query(&[("agentId", agent)]);
    }
    request.send().await?.error_for_status()?.json().await
}
pub async fn get_$resource(client: &Client, id: u64) -> Result<$one> {
    client.get(format!("$base/{id}")).basic_auth("a", Some("b")).send().await?.error_for_status()?.json().await
}
pub async fn create_$resource(client: &Client, name: &str, description: Option<&str>, tags: &[&str]) -> Result<$one> {
    let tags = tags.join(",");
    let mut form = vec![("name", name), ("tags", &tags)];
    form.extend(description.map(|description| ("description", description)));
    client.post("$base").basic_auth("a", Some("b")).form(&form).send().await?.error_for_status()?.json().await
}
pub async fn update_$resource(client: &Client, id: u64, name: Option<&str>, description: Option<&str>) -> Result<$one> {
    let mut form = Vec::new();
    form.extend(name.map(|name| ("name", name)));
    form.extend(description.map(|description| ("description", description)));
    client.put(format!("$base/{id}")).basic_auth("a", Some("b")).form(&form).send().await?.error_for_status()?.json().await
}
pub async fn replace_$resource(client: &Client, id: u64, value: &$one) -> Result<$one> {
    client.put(format!("$base/{id}/all")).basic_auth("a", Some("b")).json(value).send().await?.error_for_status()?.json().await
}
pub async fn remove_$resource(client: &Client, id: u64) -> Result<()> {
    client.delete(format!("$base/{id}")).basic_auth("a", Some("b")).send().await?.error_for_status()?;
    Ok(())
}
pub async fn details_$resource(client: &Client, id: u64) -> Result<$other> {
    client.get(format!("$base/{id}/details")).basic_auth("a", Some("b")).send().await?.error_for_status()?.json().await
}
RUST
    done
}

check() {
    CARGO_INCREMENTAL=0 CARGO_TARGET_DIR="$work/target" RUSTFLAGS="-A warnings" cargo check --quiet --offline --manifest-path "$work/$1/Cargo.toml"
}

# CPU milliseconds of one check of one crate, its dependencies being ready.
reading() {
    touch "$work/$1/src/lib.rs"
    local TIMEFORMAT='%U %S'
    { time check "$1" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%d\n", ($1 + $2) * 1000 }'
}

median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }

for name in models declared by_hand; do
    package "$name"
    models > "$work/$name/src/lib.rs"
    [ "$name" = models ] || "$name" >> "$work/$name/src/lib.rs"
    check "$name"
    : > "$work/$name.readings"
done
# In turns, so that load affects all of them.
for _ in $(seq "$runs"); do
    for name in models declared by_hand; do
        reading "$name" >> "$work/$name.readings"
    done
done

models=$(median < "$work/models.readings")
declared=$(median < "$work/declared.readings")
by_hand=$(median < "$work/by_hand.readings")
awk -v models="$models" -v declared="$declared" -v by_hand="$by_hand" -v limit="$limit" 'BEGIN {
    cost = (declared - models) / 70
    printf "models alone: %d ms\n", models
    printf "declared:     %d ms, %.1f ms an endpoint\n", declared, cost
    printf "by hand:      %d ms, %.1f ms an endpoint\n", by_hand, (by_hand - models) / 70
    if (cost > limit) { printf "an endpoint costs more than %s ms\n", limit; exit 1 }
}'
