#!/usr/bin/env bash
# Builds the app into dist/. Refuses a compiler that set-up did not choose and a wasm-opt that is not ours.
set -euo pipefail
. "$(dirname "$0")/env.sh"

wasm_opt=$(command -v wasm-opt)
[ "$wasm_opt" = "$root/node_modules/.bin/wasm-opt" ] || die "wasm-opt would be $wasm_opt, not the pinned one: run 'make setup'"
say "building the app: $(wasm-opt --version), $(wasm-bindgen --version), $(trunk --version)"
# What page and worker compare when they meet: a host or a cache may hold the last release's worker.
STRAATBEELD_BUILD=$(find src build.rs Cargo.toml Cargo.lock -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-12)
export STRAATBEELD_BUILD
if [ -n "${QUICK:-}" ]; then export TRUNK_BUILD_CARGO_PROFILE=wasm-quick; fi
# What is changed while this runs is newer than what comes of it, and `make` builds again.
begun=$(mktemp)
with_wasm env NO_COLOR=true trunk build
touch -r "$begun" dist/index.html
rm "$begun"
