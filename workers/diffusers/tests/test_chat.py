"""The whole way by the server's chat: a conversation in which this worker makes clips."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Starter, Worker
from samples import frames, picture
from service import APP, Connection, Service, texts
from test_kinora import KINORA, TOKEN, calls, kinora, pytestmark
from test_real import MISSING, tiny

__all__ = ["pytestmark"]


class Chat:
    """A server of its own, with engines, and one user's session."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.engines = folder / "config" / "kinora" / "engines.json"
        self.key = folder / "key"
        self.key.write_text(TOKEN)
        self.key.chmod(0o600)
        settings = {
            "engines": {"file": str(self.engines)},
            "plans": {"anonymous": {"credits": 1000, "exports": True}},
        }
        self.server = Service(KINORA, folder / "serve", settings)
        self.server.start()
        self.user = Connection(self.server.url).sign_in()
        self.session = self.user.new_session()

    def add(self, worker: Worker, name: str, *options: str) -> None:
        words = ["engines", "add", name, "--url", worker.url, *options]
        if worker.token:
            words += ["--key-file", str(self.key)]
        kinora(self.folder, *words)

    def say(self, words: str) -> str:
        said: str = texts(self.user.say(self.session, words))
        return said

    def upload(self, data: bytes) -> None:
        answer = self.user.upload(self.session, "dawn.png", data)
        assert answer.status == 200, answer.body

    def state(self) -> Any:
        return self.user.state(self.session)

    def clips(self) -> list[Any]:
        draft = self.state()["draft"]
        return [clip for track in draft["t"] if track["tt"] == 0 for clip in track["sg"]]

    def makers(self) -> list[str | None]:
        """Who made each clip of the film."""
        return [clip["m"].get("generated", {}).get("engine") for clip in self.clips()]

    def credits(self) -> tuple[int, int]:
        found = self.user.get("/api/credits/balance/simple").data
        return found["available"], found["frozen"]


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Chat]:
    chat = Chat(tmp_path)
    yield chat
    chat.server.kill()


def until(worker: Worker, *, steps: bool = False) -> None:
    """Waits until the worker is at it."""
    end = time.monotonic() + 60
    while not any("step" in note if steps else "pictures" in note for note in worker.notes()):
        assert time.monotonic() < end, "the worker is never asked"
        time.sleep(0.05)


def test_two_engines_make_one_film(chat: Chat, starter: Starter) -> None:
    one, other = starter(token=TOKEN, folder="one"), starter(token=TOKEN, folder="other")
    chat.add(one, "wan")
    chat.add(other, "second", "--credits-per-clip", "7")
    assert "second: videos at" in kinora(chat.folder, "engines", "list")
    assert "7 credits a clip" in kinora(chat.folder, "engines", "list")
    chat.upload(picture((640, 360)))
    assert "wan" in chat.say("which engines are there?")
    chat.say("2 seconds, the title “Dawn”")
    before = chat.credits()
    quote = chat.say("what would it cost with second?")
    assert "second takes 7 credits for 2" in quote and chat.credits() == before
    events = chat.user.say(chat.session, "animate this with wan: the light comes")
    assert "made by wan" in texts(events)
    assert any(event.get("partial") for event in events), "no progress was told"
    chat.say("generate a clip of a fox in the snow with second, 2 seconds")
    assert chat.makers() == ["wan", "second"]
    assert chat.credits() == (before[0] - 1 - 1 - 7, 0)
    assert (calls(one), calls(other)) == (["the light comes"], ["a fox in the snow"])
    made = chat.state()["generated_media"]
    assert [item["generator"] for item in made] == ["wan", "second"]
    assert [item["kind"] for item in made] == ["video", "video"] and made[1]["credits"] == 7
    said = chat.say("export")
    link = next(word for word in said.split() if "/media/" in word)
    film = chat.user.get(link.removeprefix(chat.server.url)).body
    facts, seen = frames(film)
    assert facts == ("h264", "yuv420p", 30) and len(seen) > 100
    chat.say("make the first clip with the built-in engine")
    assert chat.makers() == [None, "second"]
    chat.say("undo")
    assert chat.makers() == ["wan", "second"]


def test_a_kill_in_a_clip_makes_no_second(chat: Chat, starter: Starter) -> None:
    worker = starter("--step", "0.1", token=TOKEN)
    chat.add(worker, "wan")
    chat.upload(picture((640, 360)))
    talk = Talk(chat, "animate this with wan, 2 seconds")
    until(worker, steps=True)
    chat.server.kill()
    talk.join(30)
    chat.server.start()
    end = time.monotonic() + 90
    while chat.makers() != ["wan"]:
        assert time.monotonic() < end, chat.server.tail()
        time.sleep(0.1)
    assert len(worker.get("/v1/videos").json["data"]) == 1
    assert len(calls(worker)) == 1 and chat.credits()[1] == 0


def test_a_cancelled_turn_ends_the_clip(chat: Chat, starter: Starter) -> None:
    worker = starter("--step", "0.2", token=TOKEN)
    chat.add(worker, "wan")
    chat.upload(picture((640, 360)))
    chat.say("2 seconds")
    before = chat.credits()
    talk = Talk(chat, "make it with wan")
    until(worker, steps=True)
    answer = chat.user.post(f"/api/turns/{APP}/me/{chat.session}/{talk.turn()}/cancel")
    assert answer.status == 200, answer.body
    talk.join(30)
    job = worker.get("/v1/videos").json["data"][0]["id"]
    assert worker.wait(job, "failed")["error"]["code"] == "cancelled"
    assert chat.makers() == [None] and chat.credits() == before


def test_what_fails_leaves_the_film_and_the_next_goes_on(chat: Chat, starter: Starter) -> None:
    first, second = starter(token=TOKEN, folder="first"), starter(token=TOKEN, folder="second")
    chat.add(first, "broken", "--credits-per-clip", "9")
    chat.add(second, "wan", "--credits-per-clip", "2")
    chat.upload(picture((640, 360)))
    chat.say("2 seconds")
    before = chat.credits()
    said = chat.say("animate this with broken: trouble")
    assert "broken could not make the clip" in said and "make it with wan" in said
    assert chat.makers() == [None] and chat.credits() == before
    first.stop(is_sudden=True)
    said = chat.say("animate this with a real video model: waves")
    assert "on with wan" in said and chat.makers() == ["wan"]
    assert chat.credits()[0] == before[0] - 1 - 2


@pytest.mark.skipif(bool(MISSING), reason="NOT TRIED with a real pipeline")
def test_a_tiny_wan_makes_clips_in_a_conversation(chat: Chat) -> None:
    worker = tiny(chat.folder)
    try:
        chat.add(worker, "wan", "--longest-side", "128", "--steps", "2")
        said = chat.say("用 wan 生成一段狐狸在雪地里奔跑的视频，1秒")
        assert chat.makers() == ["wan"], said
        chat.say("再来一个")
        made = chat.state()["generated_media"]
        assert [item["seed"] for item in made] == [1, 2]
        blobs = [item["url"].removeprefix(chat.server.url) for item in made]
        films = [frames(chat.user.get(place).body) for place in blobs]
        assert films[0][0][0] == "h264" and films[0][1][0].std() > 1
        assert (films[0][1][0] != films[1][1][0]).any(), "another seed is another clip"
        chat.say("内置引擎做这一段")
        chat.say("撤销")
        assert chat.makers() == ["wan"]
    finally:
        worker.stop()


class Talk(threading.Thread):
    """Something that is said in a stream which may break off, and what is heard of it."""

    def __init__(self, chat: Chat, words: str) -> None:
        super().__init__(daemon=True)
        self.chat = chat
        self.words = words
        self.events: list[Any] = []
        self.start()

    def run(self) -> None:
        # The server may be killed meanwhile, on purpose.
        with contextlib.suppress(Exception):
            for _, data in self.chat.user.stream(self.chat.session, self.words):
                if data:
                    self.events.append(json.loads(data))

    def turn(self) -> str:
        found: str = self.events[-1]["invocationId"]
        return found
