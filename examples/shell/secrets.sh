#!/bin/sh
# Lists the secrets that each guide makes its reader copy: the guide and the key, with a tab between them.
# Usage: secrets.sh BUILD
set -eu

build=${1:?"Usage: secrets.sh BUILD"}

jq -r '.guides[].id' "$build/index.json" | while IFS= read -r id; do
  jq -r '.id as $id | .credentials[] | select(.secret) | [$id, .key] | @tsv' "$build/json/$id.json"
done
