#!/usr/bin/env bash
# PyPI schemathesis against the server's own OpenAPI document: every check and phase, stateful too,
# by two users who must not see each other's things.
#
#   schema.sh http://127.0.0.1:8787 FOLDER [OPTION…]
#
# SCHEMATHESIS names the program; FOLDER is for its notes.
set -euo pipefail

api=$1
folder=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder"

header() {
  local token
  token=$(curl -fsS -X POST -H "X-Client-Id: schema-$1-$RANDOM$RANDOM" \
    "$api/api/auth/anonymous-token" | sed -n 's/.*"token" *: *"\([^"]*\)".*/\1/p')
  [[ -n $token ]] || { printf 'schema: no token was given\n' >&2; exit 1; }
  printf '{"name":"%s","fixedHeaders":[{"name":"Authorization","value":"Bearer %s"}]}' \
    "$1" "$token"
}

first=$(header first)
second=$(header second)
printf '{"auth":[%s,%s]}\n' "$first" "$second" >"$folder/users.json"
{
  cat "$here/schemathesis.toml"
  printf '\n[auth.wfc]\npath = "%s"\nuser = "first"\npeers = ["first", "second"]\n' \
    "$folder/users.json"
} >"$folder/schemathesis.toml"

cd "$folder"
export PYTHONPATH=$here
"${SCHEMATHESIS:-schemathesis}" --config-file "$folder/schemathesis.toml" run \
  "$api/openapi.yaml" --checks all --url "$api" --no-color --report ndjson \
  --report-ndjson-path "$folder/requests.ndjson" "$@"
