"""The thread that makes films outlives what goes wrong around it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kinora_diffusers.book import Book
from kinora_diffusers.engine import Engine
from kinora_diffusers.folder import Folder
from kinora_diffusers.job import Job
from kinora_diffusers.memory import remedy
from kinora_diffusers.order import Order
from kinora_diffusers.runner import Runner


class BrokenEngine(Engine):
    """Fails as a driver does that can't even give memory back."""

    def __init__(self) -> None:
        pass

    def make(self, *_: Any) -> None:
        raise RuntimeError("unspecified launch failure")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    folder = Folder(tmp_path / "films")
    yield Book(folder, "broken", max_waiting=4, keep_seconds=60)
    folder.close()


def order() -> Order:
    return Order("a lake", "", 64, 64, 5, 16, 1, 1, None)


def ended(job: Job) -> Job:
    end = time.monotonic() + 10
    while not job.is_over and time.monotonic() < end:
        time.sleep(0.01)
    return job


def test_a_failure_around_the_model_ends_one_job_and_not_the_worker(book: Book) -> None:
    jobs = [book.add(order(), {}) for _ in range(2)]
    runner = Runner(book, BrokenEngine())
    runner.start()
    try:
        for job in jobs:
            assert ended(job).status == "failed"
            assert job.error and job.error["code"] == "internal_error"
    finally:
        runner.stop()


def test_a_job_that_cannot_be_begun_for_a_full_disk_waits_on(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = book.add(order(), {})

    def full(_: Job) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(book.folder, "write", full)
        with pytest.raises(OSError):
            book.take(0)
    assert job.status == "queued"
    assert book.take(0) is job


@pytest.mark.parametrize(
    ("offload", "can_offload", "end"),
    [
        ("none", True, "--offload model"),
        ("model", True, "--offload sequential"),
        ("sequential", True, "fewer frames"),
        ("none", False, "fewer frames"),
    ],
)
def test_a_remedy_is_one_that_the_machine_takes(offload: str, can_offload: bool, end: str) -> None:
    assert remedy(offload, can_offload).endswith(end)
