"""All jobs: who waits, who runs, what is over."""

from __future__ import annotations

import logging
import threading
import time

from .errors import WorkerError
from .folder import Folder
from .job import DONE, FAILED, QUEUED, RUNNING, Job, new_id
from .order import Order

log = logging.getLogger("kinora")


class Book:
    """The jobs of a worker, in memory and in their folder; safe to use from any thread."""

    def __init__(self, folder: Folder, model: str, max_waiting: int, keep_seconds: int) -> None:
        self.folder = folder
        self.model = model
        self.max_waiting = max_waiting
        self.keep_seconds = keep_seconds
        self._changed = threading.Condition()
        self._unwanted: set[str] = set()
        self._jobs = {job.id: job for job in folder.jobs()}
        self._last_number = max((job.number for job in self._jobs.values()), default=0)
        self._recover()

    def add(
        self,
        order: Order,
        pictures: dict[str, bytes],
        key: str | None = None,
        request: str | None = None,
    ) -> Job:
        """Puts a job at the end of the queue, or finds the one made with the same key."""
        with self._changed:
            if key and (known := self._known(key, request)):
                return known
            waiting = self.waiting()
            if waiting >= self.max_waiting:
                raise _full(waiting)
            job = Job(
                id=new_id(), number=self._last_number + 1, model=self.model,
                created_at=int(time.time()), order=order, key=key, request=request,
            )  # fmt: skip
            for place, data in pictures.items():
                self.folder.write_picture(job, place, data)
            self.folder.write(job)
            self._last_number = job.number
            self._jobs[job.id] = job
            self._changed.notify_all()
            return job

    def find(self, identifier: str) -> Job:
        """The job of an identifier; raises a `WorkerError` of status 404 where there is none."""
        with self._changed:
            job = self._jobs.get(identifier)
            if job is None or self._is_expired(job):
                raise WorkerError(
                    404, "video_not_found",
                    "There is no video of this id; it was deleted, it expired, or it never was.",
                )  # fmt: skip
            return job

    def known(self, key: str, request: str) -> Job | None:
        """The job made by the same request with the same key; status 409 for another request."""
        with self._changed:
            return self._known(key, request)

    def newest_first(self) -> list[Job]:
        """All jobs that haven't expired."""
        with self._changed:
            jobs = [job for job in self._jobs.values() if not self._is_expired(job)]
        return sorted(jobs, key=lambda job: -job.number)

    def waiting(self) -> int:
        """How many jobs wait."""
        with self._changed:
            return sum(job.status == QUEUED for job in self._jobs.values())

    def cancel(self, identifier: str) -> Job:
        """Stops a job: at once where it waits, within a step where it runs."""
        with self._changed:
            job = self.find(identifier)
            if job.status == QUEUED:
                self._fail(job, "cancelled", "The film was cancelled before it began.")
            elif job.status == RUNNING:
                self._unwanted.add(job.id)
            return job

    def delete(self, identifier: str) -> None:
        """Removes a job and its film; one that runs stops within a step."""
        with self._changed:
            job = self.find(identifier)
            if job.status == RUNNING:
                self._unwanted.add(job.id)
            del self._jobs[job.id]
            self.folder.remove(job)

    def take(self, timeout: float) -> Job | None:
        """The next job of the queue, now running; none where none came in time."""
        with self._changed:
            self._changed.wait_for(lambda: self.waiting() > 0, timeout)
            queued = [job for job in self._jobs.values() if job.status == QUEUED]
            if not queued:
                return None
            job = min(queued, key=lambda job: job.number)
            job.status = RUNNING
            try:
                self.folder.write(job)
            except OSError:
                # It's nobody's then, and would never end.
                job.status = QUEUED
                raise
            return job

    def is_unwanted(self, job: Job) -> bool:
        """Whether a running job was cancelled or deleted."""
        with self._changed:
            return job.id in self._unwanted

    def advance(self, job: Job, progress: int) -> None:
        """Notes how far a running job is, in percent; it never goes back."""
        with self._changed:
            job.progress = max(job.progress, min(progress, 99))

    def complete(self, job: Job) -> None:
        """Notes that a job's film is there."""
        with self._changed:
            was_cancelled = job.id in self._unwanted
            if self._forget_deleted(job):
                return
            if was_cancelled:
                self._fail(job, "cancelled", "The film was cancelled as it was finished.")
                return
            job.status, job.progress, job.completed_at = DONE, 100, int(time.time())
            job.expires_at = job.completed_at + self.keep_seconds
            self.folder.write(job)
            self.folder.remove_pictures(job)

    def fail(self, job: Job, code: str, message: str) -> None:
        """Notes why a job has no film."""
        with self._changed:
            if not self._forget_deleted(job):
                self._fail(job, code, message)

    def sweep(self) -> None:
        """Removes what has expired."""
        with self._changed:
            for job in [job for job in self._jobs.values() if self._is_expired(job)]:
                del self._jobs[job.id]
                self.folder.remove(job)

    def _known(self, key: str, request: str | None) -> Job | None:
        for job in self._jobs.values():
            if job.key != key or self._is_expired(job):
                continue
            if job.request == request:
                return job
            raise WorkerError(
                409, "idempotency_key_reused",
                "This Idempotency-Key came with another request before; send a new key.",
            )  # fmt: skip
        return None

    def _fail(self, job: Job, code: str, message: str) -> None:
        job.status, job.error = FAILED, {"code": code, "message": message}
        job.expires_at = int(time.time()) + self.keep_seconds
        self._unwanted.discard(job.id)
        self.folder.write(job)
        self.folder.remove_pictures(job)
        self.folder.film(job).unlink(missing_ok=True)

    def _forget_deleted(self, job: Job) -> bool:
        """Cleans up after a job that was deleted while it ran."""
        self._unwanted.discard(job.id)
        if job.id in self._jobs:
            return False
        self.folder.remove(job)
        return True

    def _is_expired(self, job: Job) -> bool:
        return job.expires_at is not None and job.expires_at <= time.time()

    def _recover(self) -> None:
        for job in self._jobs.values():
            if job.status == RUNNING:
                self._fail(
                    job, "worker_restarted",
                    "The worker was stopped while it made this film; ask for it again.",
                )  # fmt: skip
            elif job.status == DONE and not self.folder.film(job).exists():
                self._fail(job, "film_missing", "The film's file is gone; ask for it again.")
        self.sweep()
        if waiting := self.waiting():
            log.info("Going on with %d film(s) that waited when the worker was stopped.", waiting)


def _full(waiting: int) -> WorkerError:
    return WorkerError(
        429, "queue_full",
        f"The queue is full, {waiting} long; try again in a minute.",
        {"Retry-After": "60"},
    )  # fmt: skip
