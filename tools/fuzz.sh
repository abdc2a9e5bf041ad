#!/usr/bin/env bash
# Fuzzes the readers, each for SECONDS, and fails on the first finding.
#
#   tools/fuzz.sh                        every reader for 5 minutes
#   SECONDS_EACH=60 tools/fuzz.sh awv    one reader for a minute
#
# Needs cargo-fuzz and a nightly compiler (FUZZ_TOOLCHAIN, default "nightly"). Seeds are the hand-made
# fixtures; what is found stays in fuzz/artifacts, what is learnt in build/fuzz.
set -euo pipefail
. "$(dirname "$0")/env.sh"

each=${SECONDS_EACH:-300}
toolchain=${FUZZ_TOOLCHAIN:-nightly}
rustup run "$toolchain" rustc --version >/dev/null 2>&1 || die "no toolchain '$toolchain': rustup toolchain install nightly, or set FUZZ_TOOLCHAIN"
command -v cargo-fuzz >/dev/null || { say "installing cargo-fuzz"; env -u CARGO_TARGET_DIR cargo install --locked cargo-fuzz; }

export CARGO_TARGET_DIR=$native_target_dir
say "building the fuzz targets"
cargo "+$toolchain" fuzz build readers
binary=$(find "$CARGO_TARGET_DIR" -path '*release/readers' -type f | head -n1)
mapfile -t all < <(READER=list "$binary" 2>/dev/null)
if [ $# -gt 0 ]; then readers=("$@"); else readers=("${all[@]}"); fi

mkdir -p build/fuzz fuzz/artifacts
for reader in "${readers[@]}"; do
  [[ " ${all[*]} " == *" $reader "* ]] || die "no reader '$reader'; there are: ${all[*]}"
  corpus=build/fuzz/$reader
  mkdir -p "$corpus"
  say "$reader for $each s"
  READER=$reader "$binary" "$corpus" tests/fixtures -max_total_time="$each" -max_len=65536 -rss_limit_mb=4096 -timeout=20 \
    -artifact_prefix="fuzz/artifacts/$reader-" -print_final_stats=1 2>&1 | grep -E 'stat::(number_of_executed_units|new_units_added|peak_rss_mb)|ERROR|panicked|SUMMARY|Test unit' || true
  if compgen -G "fuzz/artifacts/$reader-*" >/dev/null; then die "$reader: a finding in fuzz/artifacts"; fi
done
say "${#readers[@]} passed, 0 failed"
