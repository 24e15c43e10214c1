"""Starts `kinora serve` for a peer, and speaks plain HTTP with it."""

import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import time
import uuid
from dataclasses import dataclass, field
from typing import Any, Iterator, Optional

APP = "nemo_agent"
SKILL = {
    "X-Skill-Source": "kinora", "X-Skill-Version": "1.0.0", "X-Skill-Platform": "unknown",
}


class Failure(Exception):
    """What a peer found wrong."""


def require(holds: Any, sentence: str) -> None:
    if not holds:
        raise Failure(sentence)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Service:
    """A server of its own on a free port of the loopback."""

    def __init__(self, kinora: str, folder: pathlib.Path, settings: Optional[dict] = None):
        self.kinora = str(pathlib.Path(kinora).resolve())
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.data = self.folder / "data"
        self.settings = settings
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = self.folder / "server.log"
        self.process: Optional[subprocess.Popen] = None

    def command(self) -> list[str]:
        words = [self.kinora, "serve", "--host", "127.0.0.1", "--port", str(self.port),
                 "--data", str(self.data)]
        if self.settings is not None:
            file = self.folder / "settings.json"
            file.write_text(json.dumps(self.settings, indent=2))
            words += ["--settings", str(file)]
        return words

    def start(self, within: float = 30) -> float:
        """Starts it and waits until it answers.
        Returns the seconds that took."""
        environment = {
            name: value for name, value in os.environ.items()
            if not name.startswith(("NEMO_", "KINORA_", "SKILL_"))
        }
        output = open(self.log, "ab")
        begin = time.perf_counter()
        self.process = subprocess.Popen(
            self.command(), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            env=environment)
        output.close()
        while time.perf_counter() - begin < within:
            if self.process.poll() is not None:
                raise Failure(f"kinora serve ended with {self.process.returncode}:\n{self.tail()}")
            try:
                # A bare connection, so that what is measured is the server and not this client.
                with socket.create_connection(("127.0.0.1", self.port), timeout=5) as line:
                    line.sendall(b"GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    if line.recv(64).startswith(b"HTTP/1.1 200"):
                        return time.perf_counter() - begin
            except OSError:
                pass
            time.sleep(0.002)
        raise Failure(f"kinora serve didn't answer within {within:.0f} s:\n{self.tail()}")

    def tail(self, lines: int = 20) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def stop(self, within: float = 35) -> float:
        """Asks it to end. Returns the seconds that took; its status must be 0."""
        process, self.process = self.process, None
        if process is None:
            return 0
        begin = time.perf_counter()
        process.send_signal(signal.SIGTERM)
        try:
            status = process.wait(within)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise Failure(f"kinora serve didn't end within {within:.0f} s of SIGTERM") from None
        require(status == 0, f"kinora serve ended with {status} after SIGTERM:\n{self.tail()}")
        return time.perf_counter() - begin

    def kill(self) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.wait()

    def __enter__(self) -> "Service":
        self.start()
        return self

    def __exit__(self, kind, *_) -> None:
        if kind is None:
            self.stop()
        else:
            self.kill()


@dataclass
class Reply:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        try:
            return json.loads(self.body)
        except ValueError:
            raise Failure(f"the reply is no JSON: {self.status} {self.body[:300]!r}") from None

    @property
    def data(self) -> Any:
        """What the envelope holds; a failure where the code isn't 0."""
        require(self.status == 200 and self.json.get("code") == 0,
                f"refused: {self.status} {self.body[:500].decode(errors='replace')}")
        return self.json["data"]


@dataclass
class Connection:
    """Plain HTTP with a server, by one user."""

    url: str
    token: Optional[str] = None
    user: Optional[str] = None
    headers: dict = field(default_factory=dict)
    timeout: float = 60

    def open(self) -> http.client.HTTPConnection:
        place = self.url.removeprefix("http://").rstrip("/")
        return http.client.HTTPConnection(place, timeout=self.timeout)

    def _request(self, line, method, path, body, headers, with_json) -> None:
        whole = {**SKILL, **self.headers}
        if self.token:
            whole["Authorization"] = f"Bearer {self.token}"
        if with_json is not None:
            body = json.dumps(with_json).encode()
            whole["Content-Type"] = "application/json"
        whole |= headers or {}
        kept = {name: value for name, value in whole.items() if value is not None}
        line.request(method, path, body=body, headers=kept)

    def send(
        self, method: str, path: str, body: Optional[bytes] = None,
        headers: Optional[dict] = None, with_json: Any = None,
    ) -> Reply:
        """One request. A header that is None is left out."""
        line = self.open()
        try:
            self._request(line, method, path, body, headers, with_json)
            answer = line.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            line.close()

    def get(self, path: str, **rest) -> Reply:
        return self.send("GET", path, **rest)

    def post(self, path: str, with_json: Any = None, **rest) -> Reply:
        return self.send("POST", path, with_json=with_json, **rest)

    def sign_in(self, client: Optional[str] = None) -> "Connection":
        """Gets an anonymous token."""
        data = self.post(
            "/api/auth/anonymous-token", headers={"X-Client-Id": client or str(uuid.uuid4())}).data
        self.token, self.user = data["token"], data["user_id"]
        return self

    def new_session(self, **fields) -> str:
        body = {"task_name": "project", "language": "en", **fields}
        data = self.post(f"/api/tasks/me/with-session/{APP}", body).data
        require(data["session_id"].isdigit(), f"the session id is {data['session_id']!r}")
        return data["session_id"]

    def upload(self, session: str, name: str, content: bytes, **rest) -> Reply:
        boundary = uuid.uuid4().hex
        body = (f'--{boundary}\r\nContent-Disposition: form-data; name="files"; '
                f'filename="{name}"\r\nContent-Type: application/octet-stream\r\n\r\n').encode()
        body += content + f"\r\n--{boundary}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
        return self.send(
            "POST", f"/api/upload-video/{APP}/me/{session}", body=body,
            headers=headers | rest.pop("headers", {}), **rest)

    def state(self, session: str) -> dict:
        return self.get(f"/api/state/{APP}/me/{session}/latest").data["state"]

    def message(self, session: str, text: str) -> dict:
        return {"app_name": APP, "user_id": "me", "session_id": session,
                "new_message": {"parts": [{"text": text}]}}

    def stream(
        self, session: str, text: str, headers: Optional[dict] = None,
    ) -> Iterator[tuple[Optional[str], str]]:
        """Says something; yields the (id, data) of each event until the stream ends."""
        yield from self.follow("POST", "/run_sse", self.message(session, text), headers)

    def follow(
        self, method: str, path: str, body: Any = None, headers: Optional[dict] = None,
    ) -> Iterator[tuple[Optional[str], str]]:
        line = self.open()
        try:
            accept = {"Accept": "text/event-stream", **(headers or {})}
            self._request(line, method, path, None, accept, body)
            answer = line.getresponse()
            if answer.status != 200:
                raise Failure(f"no stream: {answer.status} {answer.read()[:500]!r}")
            yield from server_sent_events(lines_of(answer))
        finally:
            line.close()

    def say(self, session: str, text: str, headers: Optional[dict] = None) -> list[dict]:
        """Says something, and waits for all events of the answer."""
        return [json.loads(data) for _, data in self.stream(session, text, headers) if data]


def lines_of(answer: http.client.HTTPResponse) -> Iterator[bytes]:
    """A body's lines as they come. A body that is cut off raises `IncompleteRead`; `readline`
    would take it for one that has ended."""
    rest = b""
    while piece := answer.read1(65_536):
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            yield line + b"\n"
    if rest:
        yield rest


def server_sent_events(lines: Iterator[bytes]) -> Iterator[tuple[Optional[str], str]]:
    """The (id, data) of each event, heartbeats included; as the HTML standard reads them."""
    last, data = None, None
    for raw in lines:
        text = raw.decode().rstrip("\r\n")
        if not text:
            if data is not None:
                yield last, data
            data = None
            continue
        name, _, value = text.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            data = value if data is None else f"{data}\n{value}"
        elif name == "id":
            last = value


def texts(events: list[dict]) -> str:
    """What the agent says in whole events."""
    return "\n".join(
        part["text"] for event in events if event.get("author") != "user"
        for part in event.get("content", {}).get("parts", []) if "text" in part)
