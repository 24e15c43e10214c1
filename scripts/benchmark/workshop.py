"""Where the bench works, what it has to work with, and how it runs and measures a command."""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """One run of a process: seconds by the clock, seconds of CPU, its peak memory in bytes."""

    wall: float
    cpu: float
    memory: int


def median(measures: list[Measure]) -> Measure:
    return Measure(
        statistics.median(m.wall for m in measures),
        statistics.median(m.cpu for m in measures),
        max(m.memory for m in measures),
    )


class Failure(Exception):
    """A command that didn't do what it was asked."""


class Workshop:
    def __init__(self, root: pathlib.Path, kinora: pathlib.Path, repeat: int, quick: bool):
        self.root = root
        self.kinora = kinora
        self.repeat = repeat
        self.quick = quick
        self.folder = root / ".build-bench"
        self.media = self.folder / "media"
        self.films = self.folder / "films"
        self.media.mkdir(parents=True, exist_ok=True)
        self.films.mkdir(exist_ok=True)
        self.melt = shutil.which("melt")
        python = self.folder / "venv" / "bin" / "python"
        installed = (self.folder / "venv" / "moviepy-installed").exists()
        self.moviepy = python if installed else None
        if not shutil.which("ffmpeg"):
            raise SystemExit("bench: ffmpeg isn't installed; `scripts/bootstrap bench` installs it.")

    def say(self, text: str) -> None:
        print(f"bench: {text}", file=sys.stderr, flush=True)

    def run(self, command: list) -> Measure:
        """Runs a command to its end; its children count too."""
        # A fresh cache each time, so that no run profits from the one before.
        cache = self.folder / "cache"
        shutil.rmtree(cache, ignore_errors=True)
        environment = dict(os.environ, XDG_CACHE_HOME=str(cache))
        words = [str(word) for word in command]
        log = self.folder / "last.log"
        with open(log, "wb") as errors:
            start = time.perf_counter()
            process = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=errors, stderr=errors, env=environment
            )
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            tail = "\n".join(log.read_text(errors="replace").splitlines()[-12:])
            raise Failure(f"{words[0]} ended with {process.returncode}:\n{tail}")
        return Measure(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)

    def race(self, runners: dict, once: tuple = ()) -> dict[str, Measure]:
        """Runs each in turn, again and again; medians. Those named in `once` run once."""
        results: dict[str, list[Measure]] = {name: [] for name in runners}
        for turn in range(self.repeat):
            for name, command in runners.items():
                if turn > 0 and (name in once or not results[name]):
                    continue
                try:
                    measure = self.run(command)
                except (Failure, OSError) as failure:
                    if name == "Kinora":
                        raise
                    self.say(f"*** {name} is left out: {failure}")
                    continue
                results[name].append(measure)
                self.say(f"  {name}: {measure.wall:.2f} s, {measure.cpu:.2f} s of CPU")
        return {name: median(found) for name, found in results.items() if found}

    def ffmpeg(self, *words) -> None:
        """Runs ffmpeg for its result, not for its time."""
        self.run(["ffmpeg", "-v", "error", "-nostdin", "-y", *words])

    def render(self, draft: pathlib.Path, film: pathlib.Path) -> list:
        return [self.kinora, "render", draft, "--media", self.media, "-o", film,
                "--no-receipt"]

    def frames(self, film: pathlib.Path) -> int:
        """How many pictures a film has."""
        answer = subprocess.run(
            ["ffprobe", "-v", "error", "-select_streams", "v:0", "-count_packets",
             "-show_entries", "stream=nb_read_packets", "-of", "csv=p=0", str(film)],
            capture_output=True, text=True, check=True)
        return int(answer.stdout.strip().strip(","))

    def finished(self, draft: pathlib.Path, film: pathlib.Path) -> pathlib.Path:
        """The frames that Kinora hands its encoder, as Y4M."""
        frames = film.with_suffix(".y4m")
        self.run(self.render(draft, frames))
        return frames

    def bare_encoding(self, frames: pathlib.Path) -> list:
        film = frames.with_name(frames.stem + "-bare.mp4")
        return ["ffmpeg", "-v", "error", "-nostdin", "-y", "-i", frames,
                "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", film]
