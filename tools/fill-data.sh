#!/usr/bin/env bash
# fill-data.sh ID: puts a published town into dist/data.
set -euo pipefail
. "$(dirname "$0")/env.sh"
rm -rf dist/data
cp -r "build/towns/$1" dist/data
