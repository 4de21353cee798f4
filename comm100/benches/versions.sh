#!/usr/bin/env bash
# What the declared APIs cost a compiler, as CPU time: an endpoint of version 2 above its models, and both versions
# beside version 1 alone.
#
#   bash comm100/benches/versions.sh [runs]
#
# Fails above ENDPOINT_MS (5) per endpoint, or RATIO (1.3) for both versions. `models` is the crate of a copy in which the
# traits of version 2 are cut out. The readings are taken in turns, and the median of each counts.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
runs=${1:-5}
work=${WORK:-$root/target/version-cost}
rm -rf "$work/models" "$work/cold"
mkdir -p "$work/models"
git ls-files -z | xargs -0 tar cf - | tar xf - -C "$work/models"

# Cuts out the traits, and their names from the lists.
find "$work/models/comm100/src/v2" -name '*.rs' -print0 | xargs -0 perl -0pi -e '
    s/^(?:\/\/\/[^\n]*\n)*#\[api\(.*?^pub trait \w+ \{.*?^\}\n//gms;
    s/\b\w+Api\b,?\s*//g if m{^pub use (account|campaign|livechat|partner)::}m;
    s/^pub use [\w:]+::;\n//gm;
    s/^.*(?:reports_api|real_time_reports_api)!.*\n//gm;
    s/::\{\s*\};/::{};/g'
cat > "$work/models/comm100/src/v2/catalogue.rs" <<'RUST'
pub fn endpoints() -> &'static [crate::EndpointInfo] {
    &[]
}
RUST

# Milliseconds of CPU time of a command.
milliseconds() {
    local TIMEFORMAT='%U %S'
    { time "$@" >/dev/null 2>"$work/log" || cat "$work/log" >&2; } 2>&1 | awk 'END { printf "%d\n", ($1 + $2) * 1000 }'
}

median() { sort -n "$1" | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }

check() {
    touch "$1/comm100/src/lib.rs"
    env CARGO_INCREMENTAL=0 RUSTFLAGS='-A warnings' cargo check --quiet --offline -p comm100 \
        --manifest-path "$1/Cargo.toml" --target-dir "$work/target" --no-default-features --features v2
}

build() {
    rm -rf "$work/cold"
    milliseconds cargo build --quiet --offline -p comm100 --target-dir "$work/cold" --no-default-features --features "$1"
}

check "$root"
check "$work/models"
rm -f "$work"/*.readings
for _ in $(seq "$runs"); do
    milliseconds check "$root" >> "$work/v2.readings"
    milliseconds check "$work/models" >> "$work/models.readings"
done
declared=$(median "$work/v2.readings")
models=$(median "$work/models.readings")
endpoints=$(grep -c '^\[\[endpoint\]\]' tests/catalogue/v2.toml)

one=$(build rustls,gzip,v1)
both=$(build rustls,gzip,v1,v2)
rm -rf "$work/cold"
awk -v declared="$declared" -v models="$models" -v endpoints="$endpoints" -v one="$one" -v both="$both" \
    -v most="${ENDPOINT_MS:-5}" -v largest="${RATIO:-1.3}" 'BEGIN {
    cost = (declared - models) / endpoints
    printf "cargo check of version 2: %d ms; of its models alone: %d ms; %.1f ms for each of %d endpoints\n", declared, models, cost, endpoints
    printf "cold build with v1: %.1f s; with v1 and v2: %.1f s; ratio %.2f\n", one / 1000, both / 1000, both / one
    if (cost > most || both / one > largest) { print "too much"; exit 1 }
}'
