#!/usr/bin/env bash
# Installs what is missing and says what it does. Safe to run again: a step that is done costs nothing.
#
#   tools/setup.sh            what a build needs
#   tools/setup.sh test       also what the tests need: Chromium, nginx, Caddy, DuckDB, rdflib, pySHACL, cargo-deny
#   tools/setup.sh STEP...    single steps: rust wasm trunk bindgen node crates clippy browser nginx caddy oracle deny
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
mkdir -p build

# ---- Rust -------------------------------------------------------------------

step_rust() {
  command -v cargo >/dev/null || die "Rust is missing: install rustup, then run this again"
  local wanted found
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  found=$(rustc --version | cut -d' ' -f2)
  if [ "$(printf '%s\n%s\n' "$wanted" "$found" | sort -V | head -n1)" != "$wanted" ]; then
    say "Rust $found is older than $wanted: updating"
    rustup update stable || die "Rust $wanted or newer is needed, found $found"
  fi
}

# ---- The standard library for wasm --------------------------------------------
# An ordinary machine gets it from rustup. Where rustup cannot download, Debian's Rust
# brings the source of the library, and we build it once.

step_wasm() {
  local chosen
  if [ -f build/wasm-toolchain ] && has_wasm_std "$(cat build/wasm-toolchain)"; then return; fi
  if has_wasm_std ""; then
    chosen=""
  elif command -v rustup >/dev/null && rustup toolchain list | grep -q '^debian' && has_wasm_std debian; then
    chosen=debian
  elif rustup_adds_wasm; then
    chosen=""
  else
    wasm_from_debian
    chosen=$debian_toolchain
  fi
  printf '%s' "$chosen" >build/wasm-toolchain
  note "wasm builds use the ${chosen:-default} toolchain: $(rustc_of "$chosen" --version)"
}

rustup_adds_wasm() {
  command -v rustup >/dev/null || return 1
  say "asking rustup for $wasm_target"
  RUSTUP_MAX_RETRIES=1 timeout "${RUSTUP_TIMEOUT:-120}" rustup target add "$wasm_target" && has_wasm_std ""
}

wasm_from_debian() {
  say "rustup cannot download: building the library from Debian's Rust"
  if [ ! -x /usr/bin/rustc ] || [ ! -x /usr/bin/cargo ] || [ ! -e /usr/lib/rustlib/src/rust/library/std/Cargo.toml ]; then
    command -v apt-get >/dev/null || die "neither rustup nor apt-get can bring $wasm_target"
    as_root apt-get update -q
    as_root apt-get install -y -q --no-install-recommends rustc-web cargo-web rust-web-src
  fi
  link_wasm_linker
  local sysroot
  sysroot=$(/usr/bin/rustc --print sysroot)
  if ! compgen -G "$sysroot/lib/rustlib/$wasm_target/lib/libstd-*.rlib" >/dev/null; then
    build_wasm_std build/wasm-std
    as_root mkdir -p "$sysroot/lib/rustlib/$wasm_target/lib"
    as_root cp build/wasm-std/lib/*.rlib "$sysroot/lib/rustlib/$wasm_target/lib/"
  fi
  if command -v rustup >/dev/null; then
    rustup toolchain link debian "$sysroot"
    debian_toolchain=debian
  else
    debian_toolchain=""
  fi
}

# Builds std for wasm with Debian's compiler: the .rlib files land in $1/lib.
build_wasm_std() {
  local dir=$1
  rm -rf "$dir"
  mkdir -p "$dir/src" "$dir/lib"
  printf '[package]\nname = "emptylib"\nversion = "0.0.0"\nedition = "2021"\n[lib]\n[workspace]\n' >"$dir/Cargo.toml"
  : >"$dir/src/lib.rs"
  # Without the bitcode a release build with LTO has nothing to optimise and fails.
  (
    cd "$dir"
    env -u RUSTUP_TOOLCHAIN RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=target \
      RUSTFLAGS="-Cembed-bitcode=yes -Ccodegen-units=1" \
      /usr/bin/cargo build --release --target "$wasm_target" -Zbuild-std=std,panic_abort
  )
  local rlib
  for rlib in "$dir/target/$wasm_target/release/deps/"*.rlib; do
    case $rlib in *emptylib*) ;; *) cp "$rlib" "$dir/lib/" ;; esac
  done
}

# Debian's rustc looks for rust-lld and does not ship it.
link_wasm_linker() {
  local host bin found=""
  host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
  bin=$(/usr/bin/rustc --print sysroot)/lib/rustlib/$host/bin
  [ -x "$bin/rust-lld" ] && return
  if command -v rustup >/dev/null; then
    found=$(rustc --print sysroot)/lib/rustlib/$host/bin/rust-lld
  fi
  if [ ! -x "$found" ]; then
    as_root apt-get install -y -q --no-install-recommends lld-19
    found=/usr/lib/llvm-19/bin/lld
  fi
  as_root mkdir -p "$bin"
  as_root ln -sf "$found" "$bin/rust-lld"
}

# ---- Build tools --------------------------------------------------------------

cargo_tool() { # crate, command, version
  local have
  have=$("$2" --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n1 || true)
  [ "$have" = "$3" ] && return
  say "installing $1 $3${have:+ (found $have)}: some minutes, once"
  # Not into the project's folder: a build of the project must not throw it away.
  env -u CARGO_TARGET_DIR cargo install --locked --force "$1" --version "$3"
}

step_trunk() { cargo_tool trunk trunk "$trunk_version"; }
step_bindgen() { cargo_tool wasm-bindgen-cli wasm-bindgen "$wasm_bindgen_version"; }
step_deny() { cargo_tool cargo-deny cargo-deny "$cargo_deny_version"; }

step_node() {
  command -v npm >/dev/null || die "Node and npm are missing: install them, then run this again"
  if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    say "installing the node packages of package-lock.json"
    npm ci --no-audit --no-fund --loglevel=error
    touch node_modules/.package-lock.json
  fi
}

# Trunk builds offline, so the crates have to be there.
step_crates() {
  [ build/crates -nt Cargo.lock ] && return
  say "fetching crates"
  cargo fetch --locked
  touch build/crates
}

# ---- Test tools ---------------------------------------------------------------

# Clippy and rustfmt come with rustup's default profile; Debian's Rust brings clippy apart.
step_clippy() {
  if command -v rustup >/dev/null; then
    cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1 || rustup component add clippy rustfmt
  fi
  [ "$(cat build/wasm-toolchain)" = debian ] || return 0
  [ -x /usr/bin/cargo-clippy ] && return
  say "installing Debian's clippy, for the wasm side"
  as_root apt-get install -y -q --no-install-recommends rust-web-clippy
}

step_browser() {
  [ -x "${CHROMIUM:-/usr/bin/chromium}" ] && return
  say "installing Chromium for the browser tests"
  command -v apt-get >/dev/null || die "Chromium is missing: install it and set CHROMIUM to its path"
  as_root apt-get update -q
  as_root apt-get install -y -q --no-install-recommends chromium chromium-driver fonts-dejavu-core
}

# Where it cannot be installed the tests of the headers say that they skip.
step_nginx() {
  [ -x /usr/sbin/nginx ] || command -v nginx >/dev/null && return
  command -v apt-get >/dev/null || { note "nginx is missing: its tests will be skipped"; return; }
  say "installing nginx for the tests of the headers"
  as_root apt-get install -y -q --no-install-recommends nginx-light
}

step_caddy() {
  command -v caddy >/dev/null && return
  command -v apt-get >/dev/null || { note "Caddy is missing: its tests will be skipped"; return; }
  say "installing Caddy for the tests of the headers"
  as_root apt-get install -y -q --no-install-recommends caddy || note "Caddy cannot be installed here: its tests will be skipped"
}

step_oracle() {
  if build/venv/bin/python tools/has-requirements.py tools/requirements.txt 2>/dev/null; then return; fi
  say "making build/venv with what recomputes our numbers, checks our catalogues and reads our printed pages"
  rm -rf build/venv
  if ! python3 -m venv build/venv; then
    as_root apt-get install -y -q python3-venv
    python3 -m venv build/venv
  fi
  build/venv/bin/pip install --quiet --disable-pip-version-check -r tools/requirements.txt
}

# -------------------------------------------------------------------------------

build_steps=(rust wasm bindgen trunk node crates)
# Sourced, the functions are there to be tried one by one.
if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  case "${1:-build}" in
    build) steps=("${build_steps[@]}") ;;
    test) steps=("${build_steps[@]}" clippy browser nginx caddy oracle deny) ;;
    *) steps=("$@") ;;
  esac
  for step in "${steps[@]}"; do
    declare -F "step_$step" >/dev/null || die "no step '$step'"
    "step_$step"
  done
fi
