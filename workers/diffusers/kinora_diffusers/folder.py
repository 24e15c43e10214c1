"""The folder that keeps jobs, their pictures and their films."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import re
from pathlib import Path

from .errors import WorkerError
from .job import Job


class Folder:
    """Files named by jobs: `ID.json`, `ID.first.png`, `ID.last.png`, `ID.mp4`."""

    def __init__(self, path: Path) -> None:
        """Makes the folder where it is missing, and takes it for this process alone."""
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.path = path
        self._lock = open(path / "lock", "a")  # noqa: SIM115 (held as long as the process)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._lock.close()
            raise WorkerError(
                500, "folder_in_use",
                f"Another worker keeps its films in {path}; stop it, or give another --output.",
            ) from None  # fmt: skip
        for torn in path.glob("*.part"):
            torn.unlink(missing_ok=True)

    def close(self) -> None:
        """Lets another process have the folder."""
        self._lock.close()

    def film(self, job: Job) -> Path:
        """Where the film of a job is."""
        return self.path / f"{job.id}.mp4"

    def picture(self, job: Job, place: str) -> Path:
        """Where a picture of a job is: the "first" or the "last"."""
        return self.path / f"{job.id}.{place}.png"

    def write(self, job: Job) -> None:
        """Writes a job, whole or not at all."""
        data = json.dumps(job.stored(), ensure_ascii=False).encode()
        self._write(self.path / f"{job.id}.json", data)

    def write_picture(self, job: Job, place: str, data: bytes) -> None:
        """Keeps a picture of a job, whole or not at all."""
        self._write(self.picture(job, place), data)

    def remove(self, job: Job) -> None:
        """Removes all that is kept of a job; its description first."""
        (self.path / f"{job.id}.json").unlink(missing_ok=True)
        self.remove_pictures(job)
        self.film(job).unlink(missing_ok=True)

    def remove_pictures(self, job: Job) -> None:
        """Removes a job's pictures, which nobody needs once the film is there."""
        for place in ("first", "last"):
            self.picture(job, place).unlink(missing_ok=True)

    def jobs(self) -> list[Job]:
        """The jobs that are there, oldest first, and away with files that belong to none.

        A description that can't be read is left, renamed, for somebody to look at.
        """
        jobs = [job for path in self.path.glob("*.json") if (job := _read(path))]
        known = {job.id for job in jobs}
        for path in self.path.glob("video_*"):
            if re.fullmatch(r"\.(mp4|(first|last)\.png)", path.name[len(stem(path)) :]) and (
                stem(path) not in known
            ):
                path.unlink(missing_ok=True)
        return sorted(jobs, key=lambda job: job.number)

    def _write(self, path: Path, data: bytes) -> None:
        part = path.with_name(path.name + ".part")
        with open(part, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)


def stem(path: Path) -> str:
    """The identifier in a file's name."""
    return path.name.split(".", 1)[0]


def _read(path: Path) -> Job | None:
    try:
        return Job.restored(json.loads(path.read_bytes()))
    except (ValueError, TypeError, KeyError, AttributeError):
        with contextlib.suppress(OSError):
            os.replace(path, path.with_name(path.name + ".unreadable"))
        return None
