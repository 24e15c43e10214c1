#!/usr/bin/env python3
"""What goes wrong in the middle: codes on a stream, cut streams and uploads, the same request
twice at once, a server that ends, a full disk.

    troubles.py .build/release/kinora FOLDER [stream_1002 …]
"""

import http.client
import json
import pathlib
import signal
import subprocess
import sys
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable

from media import png, wav
from provoke import ANIMATE, Provoker, multipart, refused, run_parts, sent_while_it_listens
from service import APP, SKILL, Connection, Failure, Reply, Service, require
from settings import GENEROUS


class Troubles(Provoker):
    def stream_1002(self) -> str:
        """The session is removed while its turns wait and run."""
        user = self.user()
        session = user.new_session()
        user.upload(session, "hills.png", png()).data
        found: list[Any] = []

        def listen(text: str) -> None:
            try:
                found.append(user.say(session, text))
            except Exception as error:  # noqa: BLE001 - told below
                found.append(error)

        talks = [threading.Thread(target=listen, args=(ANIMATE,)) for _ in range(6)]
        for talk in talks:
            talk.start()
        time.sleep(0.03)
        gone = user.send("DELETE", f"/apps/{APP}/users/me/sessions/{session}")
        require(gone.status == 200, f"DELETE answers {gone.status}")
        for talk in talks:
            talk.join(60)
            require(not talk.is_alive(), "a stream of a removed session doesn't end")
        codes = []
        for answer in found:
            if isinstance(answer, list):
                codes.append(answer[-1].get("errorCode") if answer else "empty")
            else:
                require('"code":1002' in str(answer), f"a stream ends so: {answer}")
                codes.append("refused")
        require("1002" in codes, f"no stream ends with 1002: {codes}")
        balance = user.get("/api/credits/balance/simple").data
        require(balance["frozen"] == 0, f"credits stay frozen: {balance}")
        return f"the streams end with {codes}"

    def stream_resumes(self) -> str:
        """Cut at every event, a stream is replayed without loss and without repeats."""
        user = self.user()
        session = user.new_session()
        user.upload(session, "hills.png", png()).data
        whole = [(i, d) for i, d in user.stream(session, ANIMATE) if d]
        turn = json.loads(whole[0][1])["invocationId"]
        for number in range(len(whole)):
            last = whole[number][0]
            rest = [(i, d) for i, d in
                    user.follow("GET", f"/run_sse/{session}?after={last}") if d]
            require(rest == whole[number + 1:], f"after event {number + 1} of {len(whole)}")
            body = {"app_name": APP, "user_id": "me", "session_id": session,
                    "invocation_id": turn}
            rest = [(i, d) for i, d in
                    user.follow("POST", "/run_sse", body, {"Last-Event-ID": last}) if d]
            require(rest == whole[number + 1:], f"POST after event {number + 1}")
        events = user.get(f"/apps/{APP}/users/me/sessions/{session}").json["events"]
        require(sum(event["author"] == "user" and "text" in event["content"]["parts"][0]
                    for event in events if event.get("content")) == 1, "a replay starts anew")
        return f"at each of {len(whole)} events, by GET and by POST"

    def twice_message(self) -> str:
        """The same message, with the same key, from many hands at once: one turn, paid once."""
        user, session, _ = self.prepared()
        before = user.get("/api/credits/balance/simple").data["total"]
        key = {"Idempotency-Key": str(uuid.uuid4())}
        found = at_once(30, lambda: [
            event["id"] for event in user.say(session, 'make the title "Dawn"', key)])
        require(found[0] and all(answer == found[0] for answer in found),
                f"{len({str(answer) for answer in found})} different answers")
        spent = before - user.get("/api/credits/balance/simple").data["total"]
        alone = Connection(user.url, user.token)
        alone.say(session, "undo")
        between = alone.get("/api/credits/balance/simple").data["total"]
        alone.say(session, 'make the title "Dawn"')
        price = between - alone.get("/api/credits/balance/simple").data["total"]
        require(spent == price > 0, f"it cost {spent}, once it costs {price}")
        return f"30 at once, {price} credits in all"

    def twice_order(self) -> str:
        user, session, draft = self.prepared()
        order = self.order(session, draft)
        found = at_once(30, lambda: user.post("/api/render/proxy/lambda", order).data)
        require(len({job["createdAt"] for job in found}) == 1, "an order is more than one job")
        for _ in range(600):
            if user.get(f"/api/render/proxy/lambda/{order['id']}").data["status"] == "completed":
                return "30 at once, one film"
            time.sleep(0.1)
        raise Failure("the film isn't done after a minute")

    def twice_session(self) -> str:
        """One id for many sessions: one is made, the others are told that it is taken."""
        user = self.user()
        number = str(uuid.uuid4().int)[:15]
        path = f"/apps/{APP}/users/me/sessions/{number}"
        found = at_once(20, lambda: user.post(path, {}).status)
        require(sorted(found) == [200] + [409] * 19, f"the answers are {sorted(found)}")
        return "20 at once, one made"

    def cut_uploads(self) -> str:
        """Uploads that are cut off leave nothing, on the disk or in the session."""
        user = self.user()
        session = user.new_session()
        size = disk(self.server.data)
        content = wav(self.folder / "cut.wav", 6 << 20).read_bytes()
        body, kind = multipart("cut.wav", content)
        for share in (0.1, 0.5, 0.9, 0.99999):
            line = user.open()
            line.connect()
            head = "".join(f"{name}: {value}\r\n" for name, value in {
                "Host": "a", "Authorization": f"Bearer {user.token}", "Content-Type": kind,
                "Content-Length": str(len(body))}.items())
            path = f"/api/upload-video/{APP}/me/{session}"
            line.sock.sendall(f"POST {path} HTTP/1.1\r\n{head}\r\n".encode())
            line.sock.sendall(body[:int(len(body) * share)])
            line.close()
        for _ in range(50):
            grown = disk(self.server.data) - size
            if grown < 1 << 20:
                break
            time.sleep(0.1)
        require(grown < 1 << 20, f"{grown} bytes are left on the disk")
        require(not user.state(session)["video_infos"], "a cut upload is in the session")
        require(user.upload(session, "cut.wav", content).data["files"], "the whole one")
        return "at four places; the whole one is taken afterwards"

    def server_503(self) -> str:
        """A server that is told to end takes nothing new, on a line that is open already."""
        service = Service(self.kinora, self.folder / "draining", GENEROUS)
        service.start()
        user = Connection(service.url).sign_in()
        session = user.new_session()
        user.upload(session, "hills.png", png()).data
        line = http.client.HTTPConnection("127.0.0.1", service.port, timeout=30)
        headers = {"Authorization": f"Bearer {user.token}", **SKILL}
        line.request("GET", "/api/credits/balance/simple", headers=headers)
        line.getresponse().read()
        for text in (ANIMATE, "make it 15 seconds"):
            user.say(session, text)
        order = self.order(session, user.state(session)["draft"],
                           output={"format": "mp4", "quality": "high"})
        user.post("/api/render/proxy/lambda", order).data
        service.process.send_signal(signal.SIGTERM)
        time.sleep(0.1)
        try:
            body = json.dumps(user.message(session, "undo")).encode()
            line.request("POST", "/run_sse", body=body,
                         headers={**headers, "Content-Type": "application/json"})
            answer = line.getresponse()
            refused(Reply(answer.status, answer.headers, answer.read()), 503, "while it ends")
            how = "503 on an open line"
        except (ConnectionError, http.client.HTTPException) as error:
            how = f"open lines are closed ({type(error).__name__}), no 503 is to be had"
        begin = time.perf_counter()
        service.stop()
        took = time.perf_counter() - begin
        service.start()
        for _ in range(1200):
            poll = user.get(f"/api/render/proxy/lambda/{order['id']}").json
            if poll["status"] not in ("pending", "processing"):
                break
            time.sleep(0.1)
        require(poll["status"] == "completed", f"the export after the start: {poll}")
        service.stop()
        return f"{how}; out in {took:.1f} s; the export goes on after the start"

    def server_507(self) -> str:
        if subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode:
            return "not tried: this system lets nobody mount a small disk"
        service = Service(self.kinora, self.folder / "small", GENEROUS)
        service.data.mkdir(parents=True, exist_ok=True)
        words = service.command()
        script = 'mount -t tmpfs -o size=110m tmpfs "$1" && shift && exec "$@"'
        service.command = lambda: [
            "unshare", "-rm", "sh", "-c", script, "sh", str(service.data), *words]
        with service:
            user = Connection(service.url).sign_in()
            session = user.new_session()
            big = wav(self.folder / "big.wav", 120 << 20).read_bytes()
            refused(sent_while_it_listens(
                user, f"/api/upload-video/{APP}/me/{session}", *multipart("big.wav", big)),
                507, "an upload to a full disk")
            left = user.upload(session, "hills.png", png())
            require(left.status == 200, f"afterwards an upload answers {left.status} "
                    f"{left.body[:200]!r}: the part is not removed")
            require(user.say(session, ANIMATE), "afterwards nothing is said")
        return "an upload over what the disk holds; the next one is taken"


def at_once(count: int, work: Callable[[], Any]) -> list:
    """What `work` gives, done by so many hands at the same moment."""
    together = threading.Barrier(count)

    def hand(_: int) -> Any:
        together.wait()
        return work()

    with ThreadPoolExecutor(count) as hands:
        return list(hands.map(hand, range(count)))


def disk(folder: pathlib.Path) -> int:
    """Bytes of the files of a folder, the store's own left out."""
    sizes = 0
    for path in folder.rglob("*"):
        try:
            if path.is_file() and ".sqlite" not in path.name:
                sizes += path.stat().st_size
        except FileNotFoundError:
            pass
    return sizes


if __name__ == "__main__":
    found = run_parts(
        Troubles(sys.argv[1], pathlib.Path(sys.argv[2])),
        ("stream_", "twice_", "cut_", "server_"), sys.argv[3:])
    sys.exit(found > 0)
