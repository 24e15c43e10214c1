"""Workers that the tests start, each on a free port with a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
FAKE = str(HERE / "fake_worker.py")


@dataclass
class Answer:
    """What a worker answered."""

    status: int
    headers: dict[str, str]
    data: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.data)

    def error(self, status: int, code: str) -> str:
        """The sentence of an error, having seen that it's the one expected."""
        body = self.json
        assert (self.status, body["error"]["code"]) == (status, code), body
        assert set(body["error"]) == {"message", "type", "code"}
        message: str = body["error"]["message"]
        assert message.endswith(".") and message[0].isupper(), message
        return message


@dataclass
class Worker:
    """A running worker."""

    command: list[str]
    output: Path
    process: subprocess.Popen[str]
    url: str
    name: str
    token: str | None = None
    headers: dict[str, str] = field(default_factory=dict)

    def call(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        sent = dict(self.headers)
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        sent |= {name.replace("_", "-"): value for name, value in (headers or {}).items()}
        request = urllib.request.Request(self.url + path, body, sent, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return Answer(answer.status, _lower(answer.headers), answer.read())
        except urllib.error.HTTPError as failure:
            return Answer(failure.code, _lower(failure.headers), failure.read())

    def get(self, path: str, **headers: str) -> Answer:
        return self.call("GET", path, None, headers)

    def post(
        self, fields: dict[str, str], files: dict[str, bytes] | None = None, **headers: str
    ) -> Answer:
        """Asks for a film by a form."""
        boundary = uuid.uuid4().hex
        kind = f"multipart/form-data; boundary={boundary}"
        body = form(fields, files or {}, boundary)
        headers["Content_Type"] = kind
        return self.call("POST", "/v1/videos", body, headers)

    def post_json(self, value: object, **headers: str) -> Answer:
        """Asks for a film by JSON."""
        data = value if isinstance(value, bytes) else json.dumps(value).encode()
        headers["Content_Type"] = "application/json"
        return self.call("POST", "/v1/videos", data, headers)

    def made(self, fields: dict[str, str], files: dict[str, bytes] | None = None) -> Any:
        """Asks for a film that must be accepted; gives its job."""
        answer = self.post(fields, files)
        assert answer.status == 200, answer.data
        return answer.json

    def wait(self, identifier: str, *statuses: str, timeout: float = 60) -> Any:
        """Polls a job until it has one of the statuses."""
        wanted = statuses or ("completed", "failed")
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            job = self.get(f"/v1/videos/{identifier}").json
            if job["status"] in wanted:
                return job
            time.sleep(0.02)
        raise AssertionError(f"{identifier} isn't {wanted} after {timeout} s: {job}")

    def film(self, identifier: str) -> bytes:
        answer = self.get(f"/v1/videos/{identifier}/content")
        assert answer.status == 200, answer.data
        assert answer.headers["content-type"] == "video/mp4"
        return answer.data

    def notes(self) -> list[dict[str, Any]]:
        """What the fake pipeline noted."""
        path = self.output.with_suffix(".notes")
        lines = path.read_text().splitlines() if path.exists() else []
        return [json.loads(line) for line in lines]

    def stop(self, is_sudden: bool = False) -> None:
        (self.process.kill if is_sudden else self.process.terminate)()
        self.process.wait(30)
        assert self.process.stdout
        self.process.stdout.close()


def _lower(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def form(fields: dict[str, str], files: dict[str, bytes], boundary: str) -> bytes:
    """A form as browsers and curl send it."""
    pieces = []
    for name, value in fields.items():
        head = f'Content-Disposition: form-data; name="{name}"'
        pieces.append((head, value.encode()))
    for name, data in files.items():
        head = f'Content-Disposition: form-data; name="{name}"; filename="a.png"'
        pieces.append((head + "\r\nContent-Type: image/png", data))
    body = b"".join(
        f"--{boundary}\r\n{head}\r\n\r\n".encode() + data + b"\r\n" for head, data in pieces
    )
    return body + f"--{boundary}--\r\n".encode()


def start(command: list[str], output: Path, token: str | None = None) -> Worker:
    """Starts a worker and waits for its line."""
    environment = dict(os.environ, PYTHONPATH=str(HERE.parent))
    environment.pop("KINORA_WORKER_TOKEN", None)
    if token:
        environment["KINORA_WORKER_TOKEN"] = token
    log = open(output.with_suffix(".log"), "a")  # noqa: SIM115 (the process has it)
    process = subprocess.Popen(
        [sys.executable, *command, "--port", "0", "--output", str(output)],
        stdout=subprocess.PIPE, stderr=log, text=True, env=environment,
    )  # fmt: skip
    log.close()
    assert process.stdout
    line = process.stdout.readline().split()
    assert line[:1] == ["Ready:"], output.with_suffix(".log").read_text()
    return Worker(command, output, process, line[3], line[1], token)


Starter = Callable[..., Worker]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    """A fake worker for tests that don't mind each other."""
    worker = start([FAKE, "--queue", "100"], tmp_path_factory.mktemp("shared") / "films")
    yield worker
    worker.stop()


@pytest.fixture
def starter(tmp_path: Path) -> Iterator[Starter]:
    """Starts fake workers in the test's own folder, and stops those that run at its end."""
    workers: list[Worker] = []

    def run(*options: str, token: str | None = None, folder: str = "films") -> Worker:
        workers.append(start([FAKE, *options], tmp_path / folder, token))
        return workers[-1]

    yield run
    for worker in workers:
        if worker.process.poll() is None:
            worker.stop()
