"""The parts of the bench that measure `kinora serve`."""

import hashlib
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.request

from processes import Watch, resident, share, tree
from report import Report
from workshop import Workshop

PEERS = pathlib.Path(__file__).resolve().parent.parent.parent / "Tests" / "Peers"
sys.path.insert(0, str(PEERS))

from media import png, wav  # noqa: E402
from service import APP, SKILL, Connection, Failure, Service, free_port  # noqa: E402
from settings import GENEROUS  # noqa: E402

STREAMS = 10_000
PERIOD = 10.0
UPLOADS, UPLOAD_SIZE = 8, 200_000_000
ADK = "adk-2.13.0"
WORDS = "animate this image into a 3-second cinematic video clip"


def place(shop: Workshop, name: str) -> pathlib.Path:
    folder = shop.folder / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def with_work(service: Service, sessions: int = 20) -> tuple[Connection, str]:
    """A user with sessions that have a picture, a draft and events; gives the last session."""
    user = Connection(service.url).sign_in()
    for number in range(sessions):
        session = user.new_session()
        user.upload(session, f"hills-{number}.png", png(320, 240, seed=number)).data
        user.say(session, WORDS)
        user.say(session, 'make the title "Dawn"')
    return user, session


def ready(shop: Workshop, report: Report) -> None:
    """From the start of the process to its first answer, and what it holds at rest."""
    shop.say("the server's start and rest")
    service = Service(str(shop.kinora), place(shop, "ready"), GENEROUS)
    with service:
        with_work(service)
    times, held = [], []
    for _ in range(11):
        times.append(service.start() * 1000)
        time.sleep(1)
        held.append(resident(service.process.pid))
        service.stop()
    report.figure("Server ready on an existing data folder", statistics.median(times), "ms", 300)
    report.figure("Server at rest, resident memory", statistics.median(held) / 1e6, "MB", 60)
    service.start()
    with_work(service, sessions=3)
    time.sleep(3)
    after = resident(service.process.pid) / 1e6
    report.remark(f"Server ready: slowest of 11 {max(times):.0f} ms; resident after a little "
                  f"work (three films' drafts) {after:.1f} MB.")
    service.stop()


def streams(shop: Workshop, report: Report) -> None:
    shop.say(f"{STREAMS} streams that wait")
    service = Service(str(shop.kinora), place(shop, "streams"), GENEROUS)
    with service:
        user, session = with_work(service, sessions=1)
        # A film whose maker is stopped: its turn goes on, and nothing comes of it for a while.
        turn = threading.Thread(target=quietly, args=(user, session), daemon=True)
        turn.start()
        makers = stopped_children(service.process.pid)
        time.sleep(2)
        server = service.process.pid
        before, before_share = resident(server), share(server)
        client = subprocess.Popen(
            [sys.executable, str(pathlib.Path(__file__).with_name("streams.py")), "127.0.0.1",
             str(service.port), f"/run_sse/{session}?after=0", str(STREAMS),
             str(PERIOD * 3 + 5), f"Authorization: Bearer {user.token}"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        opened, result = client.stdout.readline(), client.stdout.readline()
        if not result:
            raise Failure("the streams could not be held open")
        after, after_share = resident(server), share(server)
        client.communicate("\n")
        seen = json.loads(result)
        if seen["closed"] or seen["streams"] != STREAMS or not seen["fewest_beats"]:
            report.failures.append(f"idle streams: {seen}")
        report.figure(f"{STREAMS:,} idle streams, memory of each",
                      (after - before) / STREAMS / 1000, "KB", 40)
        report.figure("The same, worst heartbeat gap over its period",
                      max(0.0, seen["worst_gap"] - PERIOD) * 1000, "ms", 250, digits=0)
        report.remark(
            f"Idle streams: all open after {json.loads(opened)['after']:.1f} s; resident memory "
            f"{before / 1e6:.0f} → {after / 1e6:.0f} MB (PSS {before_share / 1e6:.0f} → "
            f"{after_share / 1e6:.0f} MB); median gap {seen['median_gap']:.2f} s, "
            f"{seen['beats']} heartbeats seen.")
        time.sleep(3)
        report.remark(f"Ten thousand streams later: {resident(server) / 1e6:.0f} MB resident.")
        for number in makers:
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                pass


def quietly(user: Connection, session: str) -> None:
    try:
        user.say(session, "export the film in high quality")
    except (OSError, Failure, ValueError, http.client.HTTPException):
        pass


def stopped_children(server: int) -> list[int]:
    """Stops whatever the server has begun, once it has; gives their process ids."""
    for _ in range(20_000):
        found = tree(server)[1:]
        if found:
            for number in found:
                os.kill(number, signal.SIGSTOP)
            return found
        time.sleep(0.0005)
    raise Failure("the server begins no film")


def uploads(shop: Workshop, report: Report) -> None:
    shop.say(f"{UPLOADS} uploads of {UPLOAD_SIZE // 1_000_000} MB at once")
    folder = place(shop, "uploads")
    files = [wav(folder / f"noise-{number}.wav", UPLOAD_SIZE, seed=number)
             for number in range(UPLOADS)]
    digests = []
    for path in files:
        with open(path, "rb") as content:
            digests.append(hashlib.file_digest(content, "sha256").hexdigest())
    with Service(str(shop.kinora), folder, GENEROUS) as service:
        user = Connection(service.url, timeout=300).sign_in()
        sessions = [user.new_session() for _ in files]
        time.sleep(1)
        idle = sum(share(number) for number in tree(service.process.pid))
        answers: list = [None] * len(files)

        def upload(number: int) -> None:
            answers[number] = sent(user, sessions[number], files[number])

        hands = [threading.Thread(target=upload, args=(n,)) for n in range(len(files))]
        begin = time.perf_counter()
        with Watch(service.process.pid) as watch:
            for hand in hands:
                hand.start()
            for hand in hands:
                hand.join()
        took = time.perf_counter() - begin
        for number, answer in enumerate(answers):
            if not answer or answer.get("code") or (
                    answer["data"]["files"][0]["hash"] != digests[number]):
                report.failures.append(f"upload {number}: {str(answer)[:200]}")
        report.figure(f"{UPLOADS} uploads of {UPLOAD_SIZE // 1_000_000} MB at once, above idle",
                      (watch.peak - idle) / 1e6, "MB", 64)
        report.remark(
            f"The uploads took {took:.1f} s ({UPLOADS * UPLOAD_SIZE / took / 1e6:.0f} MB/s in "
            f"all); the server alone rose by {(watch.own_peak - idle) / 1e6:.1f} MB, the rest is "
            f"the processes that look at the files ({watch.samples} samples, PSS).")
    shutil.rmtree(folder, ignore_errors=True)


def sent(user: Connection, session: str, path: pathlib.Path) -> dict:
    """Uploads a file without holding it."""
    head = (f'--b0und\r\nContent-Disposition: form-data; name="files"; '
            f'filename="{path.name}"\r\n\r\n').encode()
    tail = b"\r\n--b0und--\r\n"
    line = user.open()
    line.putrequest("POST", f"/api/upload-video/{APP}/me/{session}")
    for name, value in {
        "Authorization": f"Bearer {user.token}", **SKILL,
        "Content-Type": "multipart/form-data; boundary=b0und",
        "Content-Length": str(len(head) + path.stat().st_size + len(tail)),
    }.items():
        line.putheader(name, value)
    line.endheaders(head)
    with open(path, "rb") as content:
        line.sock.sendfile(content)
    line.send(tail)
    answer = line.getresponse()
    body = json.loads(answer.read())
    line.close()
    return body


AGENT = '''from google.adk.agents import BaseAgent
from google.adk.events import Event


class Silent(BaseAgent):
    async def _run_async_impl(self, context):
        yield Event(invocation_id=context.invocation_id, author=self.name)


root_agent = Silent(name="nemo_agent")
'''


class Kit:
    """The Agent Development Kit's own server, with a session that holds the same state."""

    def __init__(self, shop: Workshop, folder: pathlib.Path, state: dict):
        program = shop.root / ".build-peers" / ADK / "bin" / "adk"
        if not program.exists():
            subprocess.run([shop.root / "scripts" / "peers", "--install", "adk"], check=True)
        agent = folder / "agents" / APP
        agent.mkdir(parents=True)
        (agent / "__init__.py").write_text("from . import agent\n")
        (agent / "agent.py").write_text(AGENT)
        self.port = free_port()
        self.log = open(folder / "adk.log", "wb")
        self.process = subprocess.Popen(
            [program, "api_server", "--port", str(self.port), "--log_level", "error",
             "--session_service_uri", "memory://", str(folder / "agents")],
            stdout=self.log, stderr=self.log, cwd=folder)
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                break
            except OSError:
                time.sleep(0.1)
        address = f"http://127.0.0.1:{self.port}/apps/{APP}/users/me/sessions"
        request = urllib.request.Request(
            address, data=json.dumps({"state": state}).encode(),
            headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            session = json.load(answer)["id"]
        self.address = f"{address}/{session}"
        with urllib.request.urlopen(self.address) as answer:
            self.size = len(answer.read())

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()
        self.log.close()


def requests(shop: Workshop, report: Report) -> None:
    shop.say("reading a session's state, against the kit's own server")
    wrk = shutil.which("wrk")
    if not wrk:
        report.failures.append("wrk isn't installed: requests a second were not measured")
        return
    folder = place(shop, "requests")
    with Service(str(shop.kinora), folder, GENEROUS) as service:
        user, session = with_work(service, sessions=3)
        path = f"/api/state/{APP}/me/{session}/latest"
        reply = user.get(path)
        kit = Kit(shop, folder, reply.data["state"])
        try:
            ours, theirs = [], []
            for _ in range(3):
                ours.append(rate(wrk, service.url + path, user.token))
                theirs.append(rate(wrk, kit.address, None))
        finally:
            kit.stop()
        ratio = statistics.median(ours) / statistics.median(theirs)
        at_least(report, "`GET …/latest` against ADK's `GET` of a session, requests a second",
                 ratio, "times", 10)
        report.remark(
            f"Under wrk (1 thread, 32 connections, 5 s, medians of three in turn): Kinora "
            f"{statistics.median(ours):,.0f} requests a second of {len(reply.body)} bytes, ADK "
            f"{statistics.median(theirs):,.0f} of {kit.size} bytes.")


def rate(wrk: str, address: str, token: str | None) -> float:
    words = [wrk, "-t1", "-c32", "-d5s", address]
    if token:
        words += ["-H", f"Authorization: Bearer {token}"]
    answer = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in answer or "Socket errors" in answer:
        raise Failure(f"wrk had errors:\n{answer}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", answer).group(1))


def at_least(report: Report, name: str, value: float, unit: str, limit: float) -> None:
    """A figure that must not be under its limit."""
    held = value >= limit
    if not held:
        report.failures.append(f"{name}: {value:.1f} {unit}")
    report.figures.append(f"| {name} | {value:.1f} {unit} | ≥{limit:g} {unit} | "
                          f"{'held' if held else '**missed**'} |")
    report.shop.say(f"{name}: {value:.1f} {unit} (≥{limit:g} {unit})")


ALL = {"ready": ready, "requests": requests, "streams": streams, "uploads": uploads}

# Nothing here starts `adk` or the server with what the caller's own shell says of either.
for variable in ("NEMO_API_URL", "NEMO_TOKEN"):
    os.environ.pop(variable, None)
