#!/usr/bin/env bash
# Everything that must hold. `tools/test.sh STEP…` runs single steps:
# format lints licences native build budgets browser
set -euo pipefail
. "$(dirname "$0")/env.sh"

step_format() { cargo fmt --check; }

step_lints() {
  cargo clippy --locked --all-targets -- -D warnings
  with_wasm cargo clippy --locked --target "$wasm_target" --lib --bins -- -D warnings
}

step_licences() {
  cargo deny --log-level warn --offline check licenses bans sources
  if [ -d "${CARGO_HOME:-$HOME/.cargo}/advisory-dbs" ]; then
    cargo deny --log-level warn --offline check advisories
  else
    note "skipped: advisories, because no advisory database is on this machine (cargo deny fetch)"
  fi
}

export PUBLISH_PROFILE=dev

# The towns of the shared data that are compared with another program, published once for both steps.
publish_towns() {
  local town
  for town in kortrijk berlin muenster lille amiens nantes toulouse; do
    if [ -f "towns/$town.toml" ] && [ -d "${STRAATBEELD_SHARED:-../shared}/data" ]; then
      tools/publish.sh "towns/$town.toml"
    fi
  done
}

step_native() {
  publish_towns
  # The tests that recompute with DuckDB find it here; they say so when they skip.
  STRAATBEELD_PUBLISHED=$root/build/towns STRAATBEELD_PYTHON=$root/build/venv/bin/python node tools/native-tests.mjs
}

step_build() { make --no-print-directory build; }
step_budgets() { node tools/budget.mjs; }

step_browser() {
  publish_towns
  PYTHON=$root/build/venv/bin/python node tools/browser-tests.mjs
}

if [ $# -gt 0 ]; then steps=("$@"); else steps=(format lints licences native build budgets browser); fi
passed=0
failed=()
for step in "${steps[@]}"; do
  say "$step"
  started=$SECONDS
  # A subshell with its own `set -e`: one broken step must not hide the others.
  set +e
  (set -e; "step_$step")
  status=$?
  set -e
  if [ $status = 0 ]; then passed=$((passed + 1)); else failed+=("$step"); fi
  note "$step: $([ $status = 0 ] && echo passed || echo FAILED) in $((SECONDS - started)) s"
done
say "steps: $passed passed, ${#failed[@]} failed${failed[*]:+ (${failed[*]})}"
[ ${#failed[@]} = 0 ]
