"""The whole way by Kinora's command: a draft's pictures become clips of this worker."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from conftest import Starter, Worker
from samples import frames, picture

KINORA = os.environ.get("KINORA", "")
pytestmark = pytest.mark.skipif(not KINORA, reason="NOT TRIED with Kinora: KINORA names no program")
TOKEN = "a-token-of-some-length"


def environment(folder: Path) -> dict[str, str]:
    """Its own settings and its own clips."""
    return dict(
        os.environ,
        XDG_CONFIG_HOME=str(folder / "config"),
        XDG_CACHE_HOME=str(folder / "cache"),
        WORKER_TOKEN=TOKEN,
    )


def kinora(folder: Path, *words: str, status: int = 0) -> str:
    """Runs a command; gives all that it says."""
    done = subprocess.run(
        [KINORA, *words], env=environment(folder), cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def add(folder: Path, worker: Worker, name: str = "wan") -> None:
    kinora(folder, "engines", "add", name, "--url", worker.url, "--key-variable", "WORKER_TOKEN")


def make(folder: Path, *words: str, status: int = 0) -> str:
    return kinora(folder, "make", *words, "--size", "320x180", "-o", "film.mp4", status=status)


def calls(worker: Worker) -> list[str]:
    return [note["call"] for note in worker.notes() if "pictures" in note]


def test_words_and_pictures_become_films(starter: Starter, tmp_path: Path) -> None:
    worker = starter(token=TOKEN)
    add(tmp_path, worker)
    told = kinora(tmp_path, "engines", "check")
    assert "✓ wan: fake, from words, a picture, two pictures" in told
    said = make(tmp_path, "a lake at dawn, 2 seconds, the title “Dawn”", "--engine", "wan")
    assert "wan makes 320x176 where 320x180 was asked." in said
    facts, seen = frames((tmp_path / "film.mp4").read_bytes())
    assert facts == ("h264", "yuv420p", 30) and len(seen) == 60
    assert seen[50][90, 300].mean() > seen[50][90, 20].mean() + 100, "the ramp of the fake model"
    (tmp_path / "a.png").write_bytes(picture((640, 360)))
    make(tmp_path, "a.png", "it turns, 2 seconds", "--engine", "wan")
    pictures = [note["pictures"] for note in worker.notes() if "pictures" in note]
    assert pictures[0] == [None, None] and pictures[1][0] is not None


def test_the_same_clip_is_made_once(starter: Starter, tmp_path: Path) -> None:
    worker = starter(token=TOKEN)
    add(tmp_path, worker)
    for title in ("One", "Two"):
        words = f"a lake, 2 seconds, title “{title}”"
        make(tmp_path, words, "--engine", "wan", "--prompt", "a lake")
    assert calls(worker) == ["a lake"]


def test_an_interrupt_ends_the_clip_and_a_kill_does_not(starter: Starter, tmp_path: Path) -> None:
    worker = starter("--step", "0.2", token=TOKEN)
    add(tmp_path, worker)
    command = [KINORA, "make", "a lake, 2 seconds", "--engine", "wan", "-o", "film.mp4"]
    for kind, ends in ((signal.SIGKILL, False), (signal.SIGINT, True)):
        process = subprocess.Popen(
            command, env=environment(tmp_path), cwd=tmp_path, stderr=subprocess.DEVNULL
        )
        begun = time.monotonic()
        while not any("step" in note for note in worker.notes()):
            assert time.monotonic() < begun + 60, "the worker is never asked"
            time.sleep(0.05)
        time.sleep(1)
        process.send_signal(kind)
        process.wait(30)
        jobs = worker.get("/v1/videos").json["data"]
        assert len(jobs) == 1, "the second run finds the clip of the first"
        if ends:
            assert worker.wait(jobs[0]["id"], "failed")["error"]["code"] == "cancelled"


def test_what_fails_is_told_and_auto_goes_on(starter: Starter, tmp_path: Path) -> None:
    add(tmp_path, starter(token=TOKEN, folder="first"))
    add(tmp_path, starter(token="another-token-of-length", folder="second"), "locked")
    for prompt, words in (("memory", "memory"), ("trouble", "a shape is wrong")):
        said = make(tmp_path, "a lake", "--engine", "wan", "--prompt", prompt, status=65)
        assert "wan could not make the clip" in said and words in said
    assert "doesn't accept the key" in make(tmp_path, "a lake", "--engine", "locked", status=69)
    said = make(tmp_path, "a lake, 1 second", "--engine", "auto", "--prompt", "trouble")
    assert "On with locked." in said and "On with the built-in engine." in said
    assert len(frames((tmp_path / "film.mp4").read_bytes())[1]) == 30
    assert "there are wan, locked" in make(tmp_path, "a lake", "--engine", "veo", status=65)
