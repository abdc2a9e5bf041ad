# Sourced by the scripts beside it: paths, pins and the choice of toolchain.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1

trunk_version=0.21.14
wasm_bindgen_version=0.2.129 # the same in Cargo.toml and Trunk.toml
cargo_deny_version=0.20.2
wasm_target=wasm32-unknown-unknown

# Our own wasm-opt goes before any of the system: Trunk takes the first on the path.
export PATH="$root/node_modules/.bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
export CARGO_TERM_PROGRESS_WHEN=${CARGO_TERM_PROGRESS_WHEN:-auto}

# Native and wasm builds may use two compilers, so each has its own folder.
native_target_dir=${CARGO_TARGET_DIR:-$root/target}
wasm_target_dir=$native_target_dir/wasm

say() { printf '\033[1m→ %s\033[0m\n' "$*" >&2; }
note() { printf '  %s\n' "$*" >&2; }
die() { printf '\033[1m✗ %s\033[0m\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Does this toolchain (a rustup name, or "" for the compiler on the path) have the
# standard library for wasm?
has_wasm_std() {
  local libdir
  libdir=$(rustc_of "$1" --print target-libdir --target "$wasm_target" 2>/dev/null) || return 1
  compgen -G "$libdir/libstd-*.rlib" >/dev/null
}

rustc_of() {
  local toolchain=$1
  shift
  if [ -n "$toolchain" ]; then RUSTUP_TOOLCHAIN=$toolchain rustc "$@"; else rustc "$@"; fi
}

# Runs a command with the toolchain that set-up chose for wasm.
with_wasm() {
  [ -f build/wasm-toolchain ] || die "no wasm toolchain chosen yet: run 'make setup'"
  local toolchain
  toolchain=$(cat build/wasm-toolchain)
  has_wasm_std "$toolchain" || die "the toolchain '${toolchain:-default}' has no $wasm_target library: run 'make setup'"
  if [ -n "$toolchain" ]; then
    RUSTUP_TOOLCHAIN=$toolchain CARGO_TARGET_DIR=$wasm_target_dir "$@"
  else
    CARGO_TARGET_DIR=$wasm_target_dir "$@"
  fi
}
