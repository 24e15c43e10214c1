#!/usr/bin/env python3
"""kill -9 of the server between, and within, any two steps of a user's work: what was answered
is there after the start, what was begun goes on, and no credit is lost or held by nobody.

    killed.py .build/release/kinora FOLDER [ROUNDS [SEED]]
"""

import hashlib
import http.client
import json
import pathlib
import random
import shutil
import sqlite3
import sys
import threading
import time
import uuid
from dataclasses import dataclass, field
from typing import Optional

from media import png
from service import APP, Connection, Failure, Service, require
from settings import GENEROUS

WORDS = ("animate this image into a 3-second cinematic video clip", 'make the title "Dawn"',
         "make it 5 seconds long", "undo")
SEVERED = (OSError, http.client.HTTPException)


@dataclass
class Journal:
    """What the server has answered in a round."""

    session: Optional[str] = None
    hash: Optional[str] = None
    # A message's key, and the (id, data) of each event that came of it.
    turns: list[tuple[str, str, list]] = field(default_factory=list)
    ended: set[str] = field(default_factory=set)
    order: Optional[dict] = None
    is_ordered: bool = False
    # Each step that was answered, with the moment.
    steps: list[tuple[str, float]] = field(default_factory=list)

    def reached(self, name: str) -> None:
        self.steps.append((name, time.perf_counter()))

    @property
    def last(self) -> str:
        return self.steps[-1][0] if self.steps else "nothing"


class Work:
    """One user's work, from a session to a film, as far as the server lives."""

    def __init__(self, user: Connection, picture: bytes):
        self.user, self.picture, self.journal = user, picture, Journal()
        self.failure: Optional[Exception] = None

    def run(self) -> None:
        try:
            self.steps()
        except SEVERED:
            pass
        except Exception as error:  # noqa: BLE001 - told by the round
            self.failure = error

    def steps(self) -> None:
        journal, user = self.journal, self.user
        journal.reached("beginning")
        journal.session = user.new_session()
        journal.reached("session")
        reply = user.upload(journal.session, "hills.png", self.picture)
        journal.hash = reply.data["files"][0]["hash"]
        journal.reached("upload")
        for text in WORDS:
            self.say(text, str(uuid.uuid4()))
            journal.reached(f"turn {len(journal.turns)}")
        draft = user.state(journal.session)["draft"]
        journal.order = {"id": f"render_{uuid.uuid4().hex}", "sessionId": journal.session,
                         "draft": draft, "output": {"format": "mp4", "quality": "draft"}}
        require(user.post("/api/render/proxy/lambda", journal.order).data, "the order")
        journal.is_ordered = True
        journal.reached("order")
        self.film()
        journal.reached("film")

    def say(self, text: str, key: str) -> None:
        events: list = []
        self.journal.turns.append((text, key, events))
        for event in self.user.stream(self.journal.session, text, {"Idempotency-Key": key}):
            if event[1]:
                events.append(event)
        self.journal.ended.add(key)

    def film(self) -> bytes:
        order = self.journal.order
        for _ in range(1200):
            poll = self.user.get(f"/api/render/proxy/lambda/{order['id']}")
            require(poll.status == 200, f"an order that was taken is gone: {poll.body[:200]!r}")
            if poll.json["status"] not in ("pending", "processing"):
                break
            time.sleep(0.05)
        require(poll.json["status"] == "completed", f"the film: {poll.json}")
        film = self.user.get(f"/api/render/proxy/{order['id']}/download")
        require(film.status == 200 and film.body[4:8] == b"ftyp", f"the film: {film.status}")
        require(len(film.body) == poll.json["output"]["size"], "the film's size")
        return film.body

    def verify(self) -> None:
        """After a start: all that was answered is there, and the rest can be done."""
        journal, user = self.journal, self.user
        if journal.session is None:
            return
        state = user.state(journal.session)
        if journal.hash is not None:
            require([item["hash"] for item in state["video_infos"]] == [journal.hash],
                    f"the upload is gone: {state['video_infos']}")
        for text, key, events in journal.turns:
            again = [event for event in
                     user.stream(journal.session, text, {"Idempotency-Key": key}) if event[1]]
            require(again[:len(events)] == events,
                    f"{text!r}: {len(events)} events came before, others come now")
            require(again, f"{text!r}: nothing comes any more")
            if key in journal.ended:
                require(len(again) == len(events), f"{text!r}: an ended turn goes on")
            failed = [data for _, data in again if '"errorCode"' in data]
            require(not failed, f"{text!r}: {failed}")
            turns = {json.loads(data)["invocationId"] for _, data in again}
            require(len(turns) == 1, f"{text!r}: its key is {len(turns)} turns")
        if journal.is_ordered:
            again = user.post("/api/render/proxy/lambda", journal.order)
            require(again.status == 200, f"the order again: {again.body[:200]!r}")
            self.film()
        self.settled()

    def settled(self) -> None:
        """No credit is held by nobody once nothing goes on."""
        for _ in range(100):
            balance = self.user.get("/api/credits/balance/simple").data
            require(balance["total"] == balance["available"] + balance["frozen"], f"{balance}")
            if balance["frozen"] == 0:
                return
            time.sleep(0.1)
        raise Failure(f"credits stay frozen: {balance}")

    def cost(self, granted: int) -> int:
        return granted - self.user.get("/api/credits/balance/simple").data["total"]


# What must find nothing, once the server has ended in peace.
QUESTIONS = {
    "accounts whose credits don't add up":
        "SELECT account FROM credits WHERE available + frozen + spent <> granted",
    "accounts with frozen credits": "SELECT account FROM credits WHERE frozen <> 0",
    "holds that nobody has ended": "SELECT id FROM hold WHERE state = 'open'",
    "turns with two holds": "SELECT turn FROM hold GROUP BY turn HAVING count(*) > 1",
    "turns that never ended": "SELECT id FROM turn WHERE status IN ('queued', 'running')",
    "exports that never ended": "SELECT id FROM export WHERE status IN ('pending', 'processing')",
    "work that waits": "SELECT id FROM work",
}


def come_to_rest(folder: pathlib.Path) -> None:
    """Waits until all that was begun, answered or not, has ended."""
    base = sqlite3.connect(f"file:{folder / 'kinora.sqlite'}?mode=ro", uri=True)
    for _ in range(600):
        if not any(base.execute(question).fetchall() for name, question in QUESTIONS.items()
                   if name.startswith(("turns that", "exports that", "work"))):
            break
        time.sleep(0.1)
    base.close()


def integrity(folder: pathlib.Path) -> None:
    path = folder / "kinora.sqlite"
    base = sqlite3.connect(path)
    answer = base.execute("PRAGMA integrity_check").fetchone()[0]
    require(answer == "ok", f"{path.name}: {answer}")
    require(not base.execute("PRAGMA foreign_key_check").fetchall(), "rows of nobody")
    for name, question in QUESTIONS.items():
        found = base.execute(question).fetchall()
        require(not found, f"{len(found)} {name}: {found[:3]}")
    base.close()


def main(kinora: str, folder: str, rounds: int = 50, seed: int = 1) -> int:
    place = pathlib.Path(folder)
    shutil.rmtree(place, ignore_errors=True)
    chance = random.Random(seed)
    service = Service(kinora, place, GENEROUS)
    service.start()
    picture = png(320, 240)
    wanted = hashlib.sha256(picture).hexdigest()
    reached: dict[str, int] = {}
    failures = 0
    # The first is slower than all that follow: only the second one counts.
    for _ in range(2):
        first = Work(Connection(service.url).sign_in(), picture)
        granted = first.user.get("/api/credits/balance/simple").data["total"]
        first.steps()
        require(first.journal.hash == wanted, "the upload's hash")
    price = first.cost(granted)
    marks = first.journal.steps
    # What is going on after each step, and for how long.
    spans = [(name, then - moment) for (name, moment), (_, then) in zip(marks, marks[1:])]
    for number in range(1, rounds + 1):
        step, span = spans[number % len(spans)]
        work = Work(Connection(service.url).sign_in(), picture)
        hand = threading.Thread(target=work.run)
        hand.start()
        while hand.is_alive() and all(name != step for name, _ in work.journal.steps):
            time.sleep(0.0002)
        time.sleep(chance.uniform(0, span))
        service.kill()
        hand.join(60)
        try:
            ready = service.start()
            require(ready < 5, f"the start takes {ready:.1f} s")
            if work.failure:
                raise work.failure
            work.verify()
            if len(work.journal.turns) == len(WORDS):
                cost = work.cost(granted)
                require(cost == price, f"the work cost {cost} credits, undisturbed {price}")
        except Exception as error:  # noqa: BLE001 - each round is told
            failures += 1
            print(f"FAIL  round {number}, killed after {work.journal.last}: "
                  f"{type(error).__name__}: {error}", flush=True)
            if service.process is None or service.process.poll() is not None:
                service.start()
        reached[work.journal.last] = reached.get(work.journal.last, 0) + 1
    sessions = first.user.get(f"/apps/{APP}/users/me/sessions")
    require(sessions.status == 200, "the first user's sessions are gone")
    come_to_rest(service.data)
    service.stop()
    integrity(service.data)
    spread = ", ".join(f"{count} after {name}" for name, count in sorted(reached.items()))
    print(f"{'FAIL' if failures else 'ok  '}  {rounds} rounds, {failures} with losses; "
          f"killed {spread}; seed {seed}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], *(int(word) for word in sys.argv[3:])))
