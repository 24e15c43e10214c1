#!/usr/bin/env python3
"""Every code of the contract's table, provoked over HTTP.

    codes.py .build/release/kinora FOLDER [code_1001 …]
"""

import json
import pathlib
import random
import sqlite3
import sys
import uuid
from typing import Any, Callable

from media import png, wav
from provoke import Provoker, refused, run_parts, sent_while_it_listens
from service import APP, SKILL, Connection, Failure, require


class Codes(Provoker):
    def code_1001(self) -> str:
        paths = [
            ("GET", "/api/credits/balance/simple", None),
            ("POST", f"/api/tasks/me/with-session/{APP}", {"task_name": "a"}),
            ("POST", "/run_sse", Connection("").message("1", "hello")),
            ("POST", "/run", Connection("").message("1", "hello")),
            ("GET", f"/api/state/{APP}/me/1/latest", None),
            ("POST", "/api/render/proxy/lambda", {}),
            ("GET", "/api/render/proxy/lambda/render_1", None),
            ("POST", "/api/render/proxy/lambda/render_1/cancel", None),
            ("GET", "/api/render/proxy/render_1/download", None),
            ("POST", f"/api/upload-video/{APP}/me/1", {"urls": ["http://a.b/c.png"]}),
            ("GET", f"/apps/{APP}/users/me/sessions", None),
            ("GET", "/run_sse/1?after=0", None),
            ("POST", "/files/", None),
        ]
        tokens = [None, "", "Bearer", "Bearer ", "Bearer nmv_usr_" + "a" * 43,
                  "Basic bWU6bm12X3Vzcl8xMg==", "Bearer \u00e9", "Bearer " + "a" * 5000]
        for method, path, body in paths:
            for token in tokens if path.startswith("/api/credits") else tokens[::4]:
                value = token.encode("latin-1") if token else token
                reply = Connection(self.server.url).send(
                    method, path, with_json=body, headers={"Authorization": value})
                refused(reply, 1001, f"{method} {path} with {str(token)[:20]!r}")
        return f"{len(paths)} routes, {len(tokens)} kinds of bad tokens"

    def code_1001_expired(self) -> str:
        """A token once its days are over; the days are turned back where they are written."""
        user = Connection(self.strict.url).sign_in()
        user.get("/api/credits/balance/simple").data
        self.strict.stop()
        base = sqlite3.connect(self.strict.data / "kinora.sqlite")
        changed = base.execute("UPDATE token SET expiresAt = expiresAt - 8 * 86400").rowcount
        base.commit()
        base.close()
        self.strict.start()
        require(changed > 0, "no token is written")
        refused(user.get("/api/credits/balance/simple"), 1001, "an expired token")
        return f"{changed} tokens, eight days later"

    def code_1002(self) -> str:
        owner, other = self.user(), self.user()
        session = owner.new_session()
        for name, place in (("unknown", "999999999999"), ("another owner's", session),
                            ("no number", "%2e%2e%2fetc"), ("of another alphabet", "%E4%B8%AD")):
            for method, path, body in (
                ("GET", f"/api/state/{APP}/me/{place}/latest", None),
                ("POST", f"/api/upload-video/{APP}/me/{place}", {"urls": ["http://a.b/c.png"]}),
                ("GET", f"/apps/{APP}/users/me/sessions/{place}", None),
                ("DELETE", f"/apps/{APP}/users/me/sessions/{place}", None),
                ("GET", f"/run_sse/{place}?after=0", None),
            ):
                refused(other.send(method, path, with_json=body), 1002, f"{name}: {method} {path}")
            refused(other.upload(place, "a.png", png(64, 64)), 1002, f"{name}: an upload")
        for name, place in (("unknown", "999999999999"), ("another owner's", session)):
            for path in ("/run_sse", "/run"):
                refused(other.post(path, other.message(place, "hello")), 1002, f"{name}: {path}")
            refused(other.post("/api/render/proxy/lambda", self.order(place, {})), 1002,
                    f"{name}: an order")
        require(owner.get(f"/api/state/{APP}/me/{session}/latest").status == 200, "it is gone")
        return "unknown, another owner's, no number"

    def code_2001(self) -> str:
        """Credits run out: before the stream or on it, and the registration link is told."""
        user = Connection(self.strict.url).sign_in()
        session = user.new_session()
        user.upload(session, "hills.png", png()).data
        kinds = set()
        for count in range(12):
            before = user.get("/api/credits/balance/simple").data
            try:
                events = user.say(session, f"animate this image into a {3 + count}-second clip")
            except Failure as failure:
                require('"code":2001' in str(failure) and "403" in str(failure), str(failure))
                kinds.add("before the stream")
                break
            last = events[-1]
            after = user.get("/api/credits/balance/simple").data
            require(after["frozen"] == 0, f"credits stay frozen: {after}")
            require(after["total"] == after["available"] + after["frozen"], f"{after}")
            if last.get("errorCode"):
                require(last["errorCode"] == "2001", f"it ends with {last}")
                require(after == before, f"a refused turn costs: {before}, {after}")
                require(f"?bind={user.user}" in last["errorMessage"],
                        f"no registration link: {last['errorMessage']}")
                kinds.add("on the stream")
                break
        require(kinds, "credits never run out")
        return ", ".join(kinds)

    def code_4001(self) -> str:
        user = self.user()
        session = user.new_session()
        picture = png(64, 64)
        for name, content in (
            ("text.mp4", b"no film at all\n" * 100), ("empty.png", b""),
            ("cut.png", picture[:40]), ("page.html", b"<html><script>1</script></html>"),
            ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
            ("list.m3u8", b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/a.ts\n"),
            ("list.mp4", b"ffconcat version 1.0\nfile /etc/passwd\n"),
            ("noise.mov", random.Random(1).randbytes(5000)),
        ):
            refused(user.upload(session, name, content), 4001, name)
        require(not user.state(session)["video_infos"], "what was refused is kept")
        kept = user.upload(session, "picture.txt", picture).data["files"]
        require(kept[0]["file_type"] == "image", "a picture is judged by its name")
        return "8 kinds of files; a picture named .txt is taken"

    def code_4002(self) -> str:
        user = Connection(self.strict.url).sign_in()
        session = user.new_session()
        path = wav(self.folder / "large.wav", 3 << 20)
        refused(user.upload(session, "large.wav", path.read_bytes()), 4002, "a large upload")
        require(not user.state(session)["video_infos"], "it is kept")
        require(user.upload(session, "small.png", png(64, 64)).data["files"], "a small one")
        return "one file over the plan's size; the next one is taken"

    def code_400(self) -> str:
        user = self.user()
        session = user.new_session()
        token = "/api/auth/anonymous-token"
        plain = Connection(self.server.url)
        refused(plain.post(token), 400, "no X-Client-Id")
        refused(plain.post(token, headers={"X-Client-Id": ""}), 400, "an empty X-Client-Id")
        refused(plain.post(token, headers={"X-Client-Id": "a" * 65}), 400, "a long X-Client-Id")
        require(plain.post(token, headers={"X-Client-Id": "a" * 64}).status == 200, "64 letters")
        bodies = [b"", b"{", b"[]", b"null", b'"a"', b"\xff\xfe", b'{"a":1}', b"1e999",
                  b'{"session_id":1}', b"[" * 100_000, b'{"session_id":null,"new_message":{}}']
        for path in ("/run_sse", "/run", "/api/render/proxy/lambda"):
            for body in bodies:
                reply = user.send(
                    "POST", path, body=body, headers={"Content-Type": "application/json"})
                refused(reply, 400, f"{path} with {body[:40]!r}")
        for body in bodies[1:6]:
            for path in (f"/api/tasks/me/with-session/{APP}",
                         f"/api/upload-video/{APP}/me/{session}"):
                reply = user.send(
                    "POST", path, body=body, headers={"Content-Type": "application/json"})
                refused(reply, 400, f"{path} with {body[:40]!r}")
        for change in ({"new_message": {"parts": "a"}}, {"new_message": {"parts": []}},
                       {"new_message": "a"}, {"new_message": {"parts": [{"text": 1}]}},
                       {"session_id": {"a": 1}}, {"new_message": {"parts": [{"text": ""}]}}):
            body = {**user.message(session, "a"), **change}
            refused(user.post("/run_sse", body), 400, f"{change}")
        for kind in ("multipart/form-data", "multipart/form-data; boundary=" + "a" * 300,
                     "multipart/form-data; boundary=a"):
            reply = user.send("POST", f"/api/upload-video/{APP}/me/{session}", body=b"--b--",
                              headers={"Content-Type": kind})
            refused(reply, 400, kind[:40])
        for address in ("file:///etc/passwd", "ftp://a/b", "http://", "gopher://a", "a",
                        self.server.url + "/health", "http://localhost/a", "http://[::1]/a",
                        "http://169.254.169.254/latest/", "http://0x7f000001/a",
                        "http://127.1/a", "http://[::ffff:10.0.0.1]/a", "http://me:you@10.1/"):
            reply = user.post(f"/api/upload-video/{APP}/me/{session}",
                              {"urls": [address], "source_type": "url"})
            refused(reply, 400, address)
        return (f"{len(bodies)} bodies for three routes, wrong types, bad multipart, "
                "addresses of other schemes and of private networks")

    def code_402(self) -> str:
        user, session, draft = self.prepared()
        for name in SKILL:
            reply = user.post(
                "/api/render/proxy/lambda", self.order(session, draft), headers={name: None})
            refused(reply, 402, f"an order without {name}")
        poor = Connection(self.strict.url).sign_in()
        mine = poor.new_session()
        draft = {"schema": "Draft.1", "d": 1000, "t": []}
        refused(poor.post("/api/render/proxy/lambda", self.order(mine, draft)), 402,
                "an order that the plan forbids")
        return "each attribution header missing; a plan without export"

    def code_404(self) -> str:
        user, session, draft = self.prepared()
        other = self.user()
        order = self.order(session, draft)
        user.post("/api/render/proxy/lambda", order)
        for name, by, place in (("unknown", user, "render_0"), ("another's", other, order["id"])):
            for method, path in (("GET", f"/api/render/proxy/lambda/{place}"),
                                 ("POST", f"/api/render/proxy/lambda/{place}/cancel"),
                                 ("GET", f"/api/render/proxy/{place}/download")):
                refused(by.send(method, path), 404, f"{name}: {method} {path}")
        for path in ("/", "/nothing", "/api", "/api/state", "/media/m_1", "/media/..%2f..%2fa",
                     f"/apps/other/users/me/sessions/{session}",
                     f"/apps/{APP}/users/me/sessions/{session}/artifacts/nothing.png"):
            reply = user.get(path)
            if path != "/":
                require(reply.status == 404, f"{path} answers {reply.status}")
        link = user.state(session)["video_infos"][0]["cdn_url"].removeprefix(user.url)
        require(Connection(user.url).get(link).status == 200, "a good link")
        for bad in (link[:-2] + ("00" if link[-2:] != "00" else "11"), link.split("?")[0],
                    link.replace("expires=", "expires=9")):
            require(Connection(user.url).get(bad).status in (403, 404), f"a bad link: {bad[:20]}")
        return "renders, paths, links with a wrong signature"

    def code_405(self) -> str:
        reply = self.user().send("DELETE", "/api/credits/balance/simple")
        refused(reply, 405, "DELETE of the balance")
        require("GET" in reply.headers.get("Allow", ""), f"Allow: {reply.headers.get('Allow')}")
        return "with Allow"

    def code_409(self) -> str:
        user, session, draft = self.prepared()
        order = self.order(session, draft)
        first = user.post("/api/render/proxy/lambda", order).data
        again = user.post("/api/render/proxy/lambda", order).data
        require(first["id"] == again["id"] and first["createdAt"] == again["createdAt"],
                "the same order twice is two jobs")
        other = json.loads(json.dumps(order))
        other["draft"]["m"]["title"] = "Another"
        refused(user.post("/api/render/proxy/lambda", other), 409, "the same id, another draft")
        other = {**order, "output": {"format": "mp4", "quality": "high"}}
        refused(user.post("/api/render/proxy/lambda", other), 409, "the same id, another quality")
        key = {"Idempotency-Key": str(uuid.uuid4())}
        one = user.say(session, "make it 5 seconds long", key)
        two = user.say(session, "make it 5 seconds long", key)
        require([e["id"] for e in one] == [e["id"] for e in two], "the same key is two turns")
        reply = user.post("/run_sse", user.message(session, "undo"), headers=key)
        refused(reply, 409, "the same key, other words")
        return "a render id with another draft; an Idempotency-Key with other words"

    def code_413(self) -> str:
        user = self.user()
        session = user.new_session()
        for path in ("/run_sse", "/api/render/proxy/lambda", f"/api/tasks/me/with-session/{APP}"):
            body = json.dumps(user.message(session, "a" * (40 << 20))).encode()
            refused(sent_while_it_listens(user, path, body), 413, path)
        return "40 MB of JSON to three routes"

    def code_422(self) -> str:
        user, session, draft = self.prepared()
        def changed(change: Callable[[dict], Any]) -> dict:
            other = json.loads(json.dumps(draft))
            change(other)
            return other
        segment = lambda d: d["t"][0]["sg"][0]  # noqa: E731
        for name, bad in {
            "an unknown medium": changed(lambda d: segment(d).update(src="m_nothing")),
            "a path for a medium": changed(lambda d: segment(d).update(src="/etc/passwd")),
            "an address for a medium": changed(lambda d: segment(d).update(src="http://a/b")),
            "a negative length": changed(lambda d: segment(d).update(d=-5)),
            "no speed": changed(lambda d: segment(d).update(sp=0)),
            "two at once": changed(lambda d: d["t"][0]["sg"].append(segment(d))),
            "no segment": changed(lambda d: d.update(t=[])),
        }.items():
            reply = user.post("/api/render/proxy/lambda", self.order(session, bad))
            refused(reply, 422, name)
            if name != "no segment":
                place = reply.json["message"].lower()
                require("track" in place or "segment" in place or draft["t"][0]["id"] in place
                        or segment(draft)["id"] in place, f"{name}: it names no place: {place}")
        return "7 drafts that can't be rendered"

    def code_429(self) -> str:
        path = "/api/auth/anonymous-token"
        plain = Connection(self.strict.url)
        mine = {"X-Client-Id": str(uuid.uuid4())}
        require(plain.post(path, headers=mine).status == 200, "the first token")
        refused(plain.post(path, headers=mine), 429, "a second token for the same client")
        for _ in range(40):
            reply = plain.post(path, headers={"X-Client-Id": str(uuid.uuid4())})
            if reply.status != 200:
                refused(reply, 429, "too many tokens for an address")
                return "a client's second token; an address's next one"
        raise Failure("an address gets any number of tokens")


if __name__ == "__main__":
    sys.exit(run_parts(Codes(sys.argv[1], pathlib.Path(sys.argv[2])), ("code_",), sys.argv[3:]) > 0)
