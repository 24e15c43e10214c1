"""What provoking a refusal takes, and how the provoked one must look."""

import http.client
import os
import pathlib
import re
import threading
import time
import uuid
from typing import Any, Callable

from media import png
from service import SKILL, Connection, Reply, Service, require
from settings import GENEROUS, STRICT

HTTP = {1001: 401, 1002: 404, 2001: 403, 4001: 415, 4002: 413}
ANIMATE = "animate this image into a 3-second cinematic video clip"


def refused(reply: Reply, code: int, what: str) -> None:
    """The reply is that refusal: its status, its code, a sentence, no data."""
    status = HTTP.get(code, code)
    shown = f"{reply.status} {reply.body[:200].decode(errors='replace')}"
    require(reply.status == status, f"{what}: {shown}, not {status}")
    body = reply.json
    require(body.get("code") == code, f"{what}: code {body.get('code')}, not {code}: {shown}")
    require(set(body) == {"code", "message", "data"} and body["data"] is None, f"{what}: {shown}")
    says = re.sub(r": https?://\S+\Z", ".", body["message"])
    require(len(says) > 10 and says.endswith((".", "。", "?")), f"{what}: it says nothing: {shown}")
    require(reply.headers.get("X-API-Version") == "1", f"{what}: no X-API-Version: 1")
    if code in (429, 503):
        wait = reply.headers.get("Retry-After", "")
        require(wait.isdigit() and int(wait) > 0, f"{what}: Retry-After is {wait!r}")


def multipart(name: str, content: bytes) -> tuple[bytes, str]:
    body = (f'--b0und\r\nContent-Disposition: form-data; name="files"; filename="{name}"'
            "\r\n\r\n").encode() + content + b"\r\n--b0und--\r\n"
    return body, "multipart/form-data; boundary=b0und"


def sent_while_it_listens(
    user: Connection, path: str, body: bytes, kind: str = "application/json",
) -> Reply:
    """A large request to a server that may answer, and close, before it has read it all."""
    line = user.open()
    line.connect()
    head = "".join(f"{name}: {value}\r\n" for name, value in {
        "Host": "a", "Authorization": f"Bearer {user.token}", "Content-Type": kind,
        "Content-Length": str(len(body)), **SKILL}.items())

    def send() -> None:
        try:
            line.sock.sendall(f"POST {path} HTTP/1.1\r\n{head}\r\n".encode() + body)
        except OSError:
            pass

    sender = threading.Thread(target=send, daemon=True)
    sender.start()
    answer = http.client.HTTPResponse(line.sock, method="POST")
    answer.begin()
    reply = Reply(answer.status, answer.headers, answer.read())
    line.close()
    return reply


class Provoker:
    """A generous server and a strict one, and what the codes need of them."""

    def __init__(self, kinora: str, folder: pathlib.Path):
        self.kinora, self.folder = kinora, folder
        self.server = Service(kinora, folder / "generous", GENEROUS)
        self.strict = Service(kinora, folder / "strict", STRICT)

    def user(self) -> Connection:
        return Connection(self.server.url).sign_in()

    def prepared(self) -> tuple[Connection, str, dict]:
        """A user with a session whose draft can be rendered."""
        user = self.user()
        session = user.new_session()
        user.upload(session, "hills.png", png()).data
        user.say(session, ANIMATE)
        return user, session, user.state(session)["draft"]

    def order(self, session: str, draft: Any, **changes) -> dict:
        return {"id": f"render_{uuid.uuid4().hex}", "sessionId": session, "draft": draft,
                "output": {"format": "mp4", "quality": "draft"}, **changes}


def run_parts(provoker: Provoker, prefixes: tuple, only: list[str]) -> int:
    """Runs each method so called. Returns how many found something wrong."""
    names = [name for name in vars(type(provoker)) if name.startswith(prefixes)]
    failures = 0
    services = (provoker.server, provoker.strict)
    for service in services:
        service.start()
    try:
        for name in names:
            if only and name not in only:
                continue
            part: Callable[[], str] = getattr(provoker, name)
            begin = time.perf_counter()
            try:
                told = part()
                print(f"ok    {name}: {told} ({time.perf_counter() - begin:.1f} s)", flush=True)
            except Exception as error:  # noqa: BLE001 - each is told, and the next one tried
                failures += 1
                print(f"FAIL  {name}: {type(error).__name__}: {error}", flush=True)
                if os.environ.get("PEERS_TRACE"):
                    raise
            for service in services:
                if service.process.poll() is not None:
                    failures += 1
                    print(f"FAIL  {name} ended the server:\n{service.tail()}", flush=True)
                    service.start()
    finally:
        for service in services:
            service.stop()
    return failures
