#!/usr/bin/env bash
# The published flow of a client, with nothing but curl and the shell:
# token → session → upload → message → state → render → poll → download.
#
#   conversation.sh [PICTURE]     against NEMO_API_URL (http://127.0.0.1:8787)
#
# KINORA names a kinora to look at the film with; FILM says where the film goes (film.mp4).
set -euo pipefail

api=${NEMO_API_URL:-http://127.0.0.1:8787}
picture=${1:-$(dirname "$0")/../../Examples/dawn.jpg}
film=${FILM:-film.mp4}
words='animate this image into a 3-second cinematic video clip'
skill=(-H 'X-Skill-Source: kinora' -H 'X-Skill-Version: 1.0.0' -H 'X-Skill-Platform: unknown')
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

say() { printf '%-9s %s\n' "$1" "$2"; }
fail() { printf 'conversation: %s\n' "$*" >&2; exit 1; }
# The first string, or number, of that name in the JSON on standard input.
string() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" | head -n 1; }
number() { sed -n "s/.*\"$1\" *: *\(-\{0,1\}[0-9.]*\).*/\1/p" | head -n 1; }
# Asks for a path; the answer goes to $folder/answer, its headers beside it. Must be 200.
ask() {
  local path=$1 status
  shift
  status=$(curl -sS -o "$folder/answer" -D "$folder/headers" -w '%{http_code}' \
    -H "Authorization: Bearer $token" "${skill[@]}" "$@" "$api$path")
  [[ $status == 200 ]] || fail "$path answered $status: $(head -c 500 "$folder/answer")"
  grep -qi '^X-API-Version: 1' "$folder/headers" || fail "$path has no X-API-Version: 1"
}
answered() {
  [[ $(number code <"$folder/answer") == 0 ]] || fail "$1: $(head -c 500 "$folder/answer")"
}

# 1. A token, with no account.
token=
ask /api/auth/anonymous-token -X POST -H "X-Client-Id: curl-$RANDOM$RANDOM$RANDOM"
answered token
token=$(string token <"$folder/answer")
user=$(string user_id <"$folder/answer")
[[ $token == nmv_usr_* && $user == anon_* ]] || fail "the token or the user has another form"
[[ $(string expires_at <"$folder/answer") == 20*Z ]] || fail "expires_at is no ISO-8601 Z"
say token "nmv_usr_…, $(number credits <"$folder/answer") credits"

# 2. A session.
ask /api/tasks/me/with-session/nemo_agent -H 'Content-Type: application/json' \
  -d '{"task_name":"project","language":"en"}'
answered session
session=$(string session_id <"$folder/answer")
[[ $session =~ ^[0-9]+$ ]] || fail "the session id is no string of digits: $session"
say session "$session"

# 3. An upload.
ask "/api/upload-video/nemo_agent/me/$session" -F "files=@$picture"
answered upload
link=$(string cdn_url <"$folder/answer")
[[ $(string file_type <"$folder/answer") == image ]] || fail "the picture is no image"
grep -q '"session_state_applied" *: *true' "$folder/answer" || fail "the session doesn't know it"
[[ $(string hash <"$folder/answer") == "$(sha256sum <"$picture" | cut -d ' ' -f 1)" ]] \
  || fail "the upload's hash is not the picture's"
[[ $link == http* ]] || link=$api$link
curl -fsS -o "$folder/picture" "$link" || fail "the link of the upload doesn't work"
cmp -s "$folder/picture" "$picture" || fail "the upload comes back changed"
say upload "$(basename "$picture"), $(number width <"$folder/answer") × \
$(number height <"$folder/answer")"

# 4. A sentence. The answer is a stream of events that ends when the work is done.
curl -sSN --max-time 900 -o "$folder/stream" -D "$folder/headers" \
  -H "Authorization: Bearer $token" "${skill[@]}" \
  -H 'Content-Type: application/json' -H 'Accept: text/event-stream' -d '{"app_name":"nemo_agent",
  "user_id":"me","session_id":"'"$session"'","new_message":{"parts":[{"text":"'"$words"'"}]}}' \
  "$api/run_sse"
grep -qi '^content-type: text/event-stream' "$folder/headers" \
  || fail "no stream: $(head -c 500 "$folder/stream")"
grep -q '^data: *{.*"functionCall"' "$folder/stream" || fail "no tool was called"
grep -q '"errorCode"' "$folder/stream" && fail "the turn failed: $(tail -n 3 "$folder/stream")"
[[ -z $(sed '/^data:/d; /^id:/d; /^$/d' "$folder/stream") ]] || fail "other lines in the stream"
say agent "$(string text <"$folder/stream")"

# 5. The state, with the draft that came of it.
ask "/api/state/nemo_agent/me/$session/latest"
answered state
[[ $(string session_id <"$folder/answer") == "$session" ]] || fail "the state of another session"
draft=$(sed -n 's/.*"draft" *: *\({"schema" *: *"Draft\.1".*\)/\1/p; s/.*"draft" *: *\({.*\)/\1/p' \
  <"$folder/answer" | head -n 1 \
  | awk '{ for (i = 1; i <= length($0); i++) { c = substr($0, i, 1); printf "%s", c
           if (c == "{") deep++; if (c == "}" && --deep == 0) exit } }')
[[ $draft == *'"t"'*'"sg"'* ]] || fail "the draft has no segment: $(head -c 500 "$folder/answer")"
say draft "$(printf %s "$draft" | wc -c) bytes"

# 6. A film of it.
render=render_$(date +%s%N)
ask /api/render/proxy/lambda -H 'Content-Type: application/json' -d '{"id":"'"$render"'",
  "sessionId":"'"$session"'","draft":'"$draft"',"output":{"format":"mp4","quality":"draft"}}'
answered render
[[ $(string id <"$folder/answer") == "$render" ]] || fail "the job has another id"

# 7. Asked until it is there.
for ((round = 0; round < 300; round++)); do
  ask "/api/render/proxy/lambda/$render"
  answered poll
  status=$(string status <"$folder/answer")
  case $status in
    pending | processing) sleep 0.2 ;;
    completed) break ;;
    *) fail "the render ended as $status: $(head -c 500 "$folder/answer")" ;;
  esac
done
[[ $status == completed ]] || fail "the render isn't done after a minute"
grep -q '"success" *: *true' "$folder/answer" || fail "the poll lacks its flat shape"
say render "$status, $(number size <"$folder/answer") bytes"
place=$(string outputUrl <"$folder/answer")
[[ $place == http* ]] || place=$api$place

# 8. The film: by token, by signed link, and a part of it.
ask "/api/render/proxy/$render/download"
cp "$folder/answer" "$film"
[[ $(dd if="$film" bs=1 skip=4 count=4 2>/dev/null) == ftyp ]] || fail "the film is no MP4"
curl -fsS -o "$folder/linked" "$place" || fail "the film's link doesn't work"
cmp -s "$folder/linked" "$film" || fail "the link leads to another film"
status=$(curl -sS -o "$folder/part" -w '%{http_code}' -r 4-7 -H "Authorization: Bearer $token" \
  "$api/api/render/proxy/$render/download")
[[ $status == 206 && $(cat "$folder/part") == ftyp ]] || fail "a range answers $status"
say film "$film"

# 9. Export is free; the work before it was told its price.
ask /api/credits/balance/simple
answered balance
say credits "$(number available <"$folder/answer") left"

if [[ -n ${KINORA-} ]]; then
  "$KINORA" probe --json "$film" >"$folder/probe" || fail "kinora can't read the film"
  grep -q '"kind" *: *"video"' "$folder/probe" || fail "the film is no video"
  # A length is a fraction of a second: [3,1].
  length=$(sed -n 's/.*"length" *: *\[\([0-9]*\),\([0-9]*\)\].*/\1 \2/p' <"$folder/probe")
  seconds=$(awk '{ print $1 / $2 }' <<<"$length")
  [[ $seconds == 3 ]] || fail "the film lasts ${seconds:-?} s"
  "$KINORA" check "$film" >"$folder/check" || fail "the film has faults: $(cat "$folder/check")"
  say check "$seconds s, no faults"
fi
