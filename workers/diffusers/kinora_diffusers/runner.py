"""The thread that makes the films, one at a time."""

from __future__ import annotations

import logging
import threading
import time

from .book import Book
from .engine import Engine, Watch
from .errors import Cancelled, FilmFailed
from .job import Job

log = logging.getLogger("kinora")

#: How often it looks whether it should stop, and whether something has expired, in seconds.
PAUSE = 0.25


class Runner:
    """Takes jobs from a book and has an engine make them."""

    def __init__(self, book: Book, engine: Engine) -> None:
        self.book = book
        self.engine = engine
        self._is_stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="films", daemon=True)

    def start(self) -> None:
        """Begins to make what waits."""
        self._thread.start()

    def stop(self, timeout: float = 20) -> None:
        """Stops within a step; what waits goes on when a worker next starts in this folder."""
        self._is_stopping.set()
        self._thread.join(timeout)

    def _run(self) -> None:
        while not self._is_stopping.is_set():
            try:
                job = self.book.take(PAUSE)
                if job:
                    self._make(job)
                self.book.sweep()
            except OSError:
                # A full disk, most likely: no reason to give up for good.
                log.exception("The folder of the films can't be written.")
                time.sleep(PAUSE)

    def _make(self, job: Job) -> None:
        order, began = job.order, time.monotonic()
        folder = self.book.folder
        wanted = {"first": order.has_first, "last": order.has_last}
        pictures = {
            place: folder.picture(job, place) for place, is_there in wanted.items() if is_there
        }
        watch = Watch(
            lambda progress: self.book.advance(job, progress),
            lambda: self._is_stopping.is_set() or self.book.is_unwanted(job),
        )
        log.info("%s: %d frames of %dx%d.", job.id, order.num_frames, order.width, order.height)
        try:
            self.engine.make(order, pictures, watch, folder.film(job))
        except Cancelled:
            self._note_cancelled(job)
        except FilmFailed as failure:
            log.warning("%s failed: %s", job.id, failure.message)
            self.book.fail(job, failure.code, failure.message)
        except Exception:
            # Whatever it was, the next film shall be made.
            log.exception("%s failed.", job.id)
            self.book.fail(
                job, "internal_error", "The worker failed at this film; its log tells why."
            )
        else:
            self.book.complete(job)
            log.info("%s is ready after %.1f s.", job.id, time.monotonic() - began)

    def _note_cancelled(self, job: Job) -> None:
        log.info("%s was stopped.", job.id)
        if self._is_stopping.is_set() and not self.book.is_unwanted(job):
            self.book.fail(
                job, "worker_stopped",
                "The worker was stopped while it made this film; ask for it again.",
            )  # fmt: skip
        else:
            self.book.fail(job, "cancelled", "The film was cancelled while it was made.")
