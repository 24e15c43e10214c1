"""The whole way with torch and diffusers: a tiny random Wan, made here, on the CPU."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import HERE, Worker, start
from samples import frames, picture

MISSING = [name for name in ("torch", "diffusers") if importlib.util.find_spec(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"NOT TRIED with a real pipeline: there is no {' and no '.join(MISSING)}"
)
SMALL = {"size": "64x48", "num_frames": "9", "num_inference_steps": "4", "seed": "3"}


def tiny(folder: Path, *options: str) -> Worker:
    """A worker with a tiny model that has just been made."""
    model = folder / "tiny-wan"
    make = [sys.executable, "-m", "kinora_diffusers.tiny", str(model), *options]
    subprocess.run(make, check=True, capture_output=True, cwd=HERE.parent)
    return start(
        ["-m", "kinora_diffusers", "--model", str(model), "--device", "cpu"], folder / "films"
    )


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    worker = tiny(tmp_path_factory.mktemp("words"))
    yield worker
    worker.stop()


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    worker = tiny(tmp_path_factory.mktemp("pictures"), "--i2v")
    yield worker
    worker.stop()


def test_words_become_a_film(words: Worker) -> None:
    told = words.get("/v1/capabilities").json
    assert (told["model"], told["family"], told["tasks"]) == ("tiny-wan", "wan", ["text"])
    assert told["runtime"]["device"] == "cpu" and told["runtime"]["dtype"] == "fp32"
    films = []
    for seed in ("3", "3", "4"):
        job = words.made({**SMALL, "prompt": "a lake at dawn", "seed": seed})
        done = words.wait(job["id"])
        assert done["status"] == "completed", done
        facts, seen = frames(words.film(job["id"]))
        assert facts == ("h264", "yuv420p", 16)
        assert [item.shape for item in seen] == [(48, 64, 3)] * 9
        assert max(item.std() for item in seen) > 1, "noise, not one colour"
        films.append([item.tolist() for item in seen])
    assert films[0] == films[1] != films[2], "the same seed makes the same film"
    words.post(SMALL | {"prompt": "x"}, {"input_reference": picture()}).error(
        400, "image_not_supported"
    )


def test_progress_rises(words: Worker) -> None:
    job = words.made({**SMALL, "prompt": "slowly", "num_inference_steps": "40"})["id"]
    seen = []
    while (now := words.get(f"/v1/videos/{job}").json)["status"] in ("queued", "in_progress"):
        seen.append(now["progress"])
        time.sleep(0.02)
    assert now["status"] == "completed", now
    assert seen == sorted(seen) and len(set(seen)) >= 5


def test_cancelling_stops_within_a_step(words: Worker) -> None:
    # Each step takes about a second.
    asked = {"prompt": "long", "size": "320x256", "num_frames": "33", "num_inference_steps": "200"}
    job = words.made(asked)["id"]
    while not words.get(f"/v1/videos/{job}").json["progress"]:
        time.sleep(0.02)
    began = time.monotonic()
    words.call("POST", f"/v1/videos/{job}/cancel")
    failed = words.wait(job, "failed", "completed")
    assert failed["error"]["code"] == "cancelled" and failed["progress"] < 50
    assert time.monotonic() - began < 5
    after = words.made({**SMALL, "prompt": "after"})["id"]
    assert words.wait(after)["status"] == "completed"


def test_a_picture_becomes_a_film(pictures: Worker) -> None:
    told = pictures.get("/v1/capabilities").json
    assert told["tasks"] == ["image", "last_frame"]
    pictures.post(SMALL | {"prompt": "x"}).error(400, "missing_input_reference")
    first = {"input_reference": picture()}
    for files in (first, {**first, "last_frame": picture((48, 64))}):
        job = pictures.made({**SMALL, "prompt": "it moves"}, files)
        done = pictures.wait(job["id"])
        assert done["status"] == "completed", done
        _, seen = frames(pictures.film(job["id"]))
        assert [item.shape for item in seen] == [(48, 64, 3)] * 9
    assert any("last picture" in line for line in done["adjusted"])


@pytest.mark.parametrize(
    ("index", "words"),
    [(None, "no model_index.json"), ('{"_class_name": "FluxPipeline"}', "doesn't know"),
     ('{"_class_name": "WanPipeline"}', "can't be loaded"), ("[", "no model_index.json")],
)  # fmt: skip
def test_models_that_cannot_be_loaded(tmp_path: Path, index: str | None, words: str) -> None:
    if index:
        (tmp_path / "model_index.json").write_text(index)
    result = subprocess.run(
        [sys.executable, "-m", "kinora_diffusers", "--model", str(tmp_path), "--port", "0"],
        capture_output=True, text=True, cwd=HERE.parent, timeout=120,
    )  # fmt: skip
    assert result.returncode == 1 and words in result.stderr, result.stderr
    assert "Traceback" not in result.stderr and not result.stdout
