#!/usr/bin/env bash
# PyPI schemathesis against the server's own OpenAPI document: every check and phase, stateful too,
# by two users who must not see each other's things: with whatever ids it thinks of (any), or with
# those of a session that is there (real).
#
#   schema.sh http://127.0.0.1:8787 FOLDER [OPTION…]
#
# SCHEMATHESIS names the program; FOLDER is for its notes. SCHEMA_IDS picks the passes: any, real.
set -euo pipefail

api=$1
folder=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder"

string() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" | head -n 1; }
token() {
  curl -fsS -X POST -H "X-Client-Id: schema-$RANDOM$RANDOM$RANDOM" \
    "$api/api/auth/anonymous-token" | string token
}
user() {
  printf '{"name":"%s","fixedHeaders":[{"name":"Authorization","value":"Bearer %s"}]}' "$1" "$2"
}

first=$(token)
second=$(token)
printf '{"auth":[%s,%s]}\n' "$(user first "$first")" "$(user second "$second")" \
  >"$folder/users.json"

# A session with a picture, a draft and a film.
ask() {
  curl -fsS -H "Authorization: Bearer $first" -H 'X-Skill-Source: a' -H 'X-Skill-Version: 1' \
    -H 'X-Skill-Platform: a' -H 'Content-Type: application/json' "$@"
}
session=$(ask -d '{}' "$api/api/tasks/me/with-session/nemo_agent" | string session_id)
picture=$here/../../Examples/dawn.jpg
curl -fsS -o "$folder/upload" -H "Authorization: Bearer $first" -F "files=@$picture" \
  "$api/api/upload-video/nemo_agent/me/$session"
words='animate this image into a 3-second cinematic video clip'
ask -o "$folder/stream" -d '{"session_id":"'"$session"'",
  "new_message":{"parts":[{"text":"'"$words"'"}]}}' "$api/run_sse"
ask -o "$folder/render" -d '{"id":"render_schema","sessionId":"'"$session"'",
  "output":{"format":"mp4","quality":"draft"}}' "$api/api/render/proxy/lambda"

settings() {
  cat "$here/schemathesis.toml"
  printf '\n[auth.wfc]\npath = "%s"\nuser = "first"\npeers = ["first", "second"]\n' \
    "$folder/users.json"
}
parameters() {
  local parameter
  printf '\n[[operations]]\n%s\n\n[operations.parameters]\n' "$1"
  shift
  for parameter; do printf '"%s" = "%s"\n' "${parameter%%=*}" "${parameter#*=}"; done
}
settings >"$folder/any.toml"
{
  settings
  parameters 'include-path-regex = "^/(apps|api/state|api/upload-video|run_sse)/"' \
    path.app=nemo_agent path.user=me "path.session=$session" path.name=dawn.jpg path.version=0
  parameters 'include-path-regex = "^/api/render/proxy/"' path.id=render_schema
  # The session must stay, for all the others.
  printf '\n[[operations]]\ninclude-method = "DELETE"\nenabled = false\n'
} >"$folder/real.toml"

cd "$folder"
export PYTHONPATH=$here
status=0
for ids in ${SCHEMA_IDS:-any real}; do
  printf '\n%s\n' "schema: $ids ids"
  "${SCHEMATHESIS:-schemathesis}" --config-file "$folder/$ids.toml" run \
    "$api/openapi.yaml" --checks all --url "$api" --no-color --report ndjson \
    --report-ndjson-path "$folder/$ids.ndjson" "$@" || status=1
done
exit "$status"
