#!/usr/bin/env bash
# publish.sh TOWN.toml: raw files → build/towns/<id>/, if the town file, the program or a raw file changed.
set -euo pipefail
. "$(dirname "$0")/env.sh"

town=$1
[ -f "$town" ] || die "no such town file: $town (there are: $(ls towns/*.toml 2>/dev/null | tr '\n' ' '))"
id=$(basename "$town" .toml)
out=build/towns/$id
# The tests set `dev`: its program is there already, and a release build would cost them minutes.
profile=${PUBLISH_PROFILE:-release}
program=$native_target_dir/${profile/dev/debug}/straatbeeld
mkdir -p build/towns build/stamps

say "building the command line program"
cargo build --profile "$profile" --locked --bin straatbeeld --quiet

# The paths of a town file start at its data_root; whatever it names in quotes and exists is an input.
data_root=$(sed -n 's/^data_root *= *"\(.*\)"/\1/p' "$town")
if [ -n "$data_root" ]; then
  [ -z "${STRAATBEELD_SHARED:-}" ] || : "${STRAATBEELD_DATA_ROOT:=$STRAATBEELD_SHARED/data}"
  export STRAATBEELD_DATA_ROOT=${STRAATBEELD_DATA_ROOT:-$(dirname "$town")/$data_root}
fi
inputs() {
  [ -n "$data_root" ] || return 0
  grep -oE '"[^"]+"' "$town" | tr -d '"' | while IFS= read -r pattern; do
    compgen -G "$STRAATBEELD_DATA_ROOT/$pattern" || true
  done | sort -u | while IFS= read -r path; do
    find "$path" -type f -printf '%p %s %T@\n'
  done
}
key=$({ sha256sum "$town" "$program"; inputs; } | sha256sum | cut -d' ' -f1)
stamp=build/stamps/town-$id
if [ -f "$out/catalog.jsonld" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$key" ]; then
  exit 0
fi

say "publishing $town into $out"
rm -rf "$out" "$stamp"
"$program" publish "$town" --out "$out"
printf '%s' "$key" >"$stamp"
