"""What was measured, as Markdown, with the machine it was measured on."""

import datetime
import os
import pathlib
import platform
import re
import subprocess

from workshop import Measure, Workshop


class Report:
    def __init__(self, shop: Workshop):
        self.shop = shop
        self.figures: list[str] = []
        self.races: list[str] = []
        self.remarks: list[str] = []
        self.failures: list[str] = []
        self.load = os.getloadavg()[0]
        if self.load > 0.3:
            shop.say(f"*** the machine is busy (load {self.load:.2f}); trust the ratios less. ***")

    def figure(
        self, name: str, value: float, unit: str, limit: float, digits: int = 1,
        is_least: bool = False,
    ) -> None:
        held = value >= limit if is_least else value <= limit
        if not held:
            self.failures.append(f"{name}: {value:.{digits}f} {unit}".rstrip())
        bound = f"{'≥' if is_least else '≤'}{limit:g} {unit}".rstrip()
        self.figures.append(
            f"| {name} | {value:.{digits}f} {unit}".rstrip()
            + f" | {bound} | {'held' if held else '**missed**'} |")
        self.shop.say(f"{name}: {value:.{digits}f} {unit} ({bound})")

    def race(
        self, name: str, results: dict[str, Measure], films: dict[str, pathlib.Path],
        limits: dict[str, float],
    ) -> None:
        """Kinora's wall time against each of the others, over the same film."""
        ours = results["Kinora"]
        rows = ["", f"### {name}", "",
                "| made by | wall | CPU | peak memory | film | Kinora's wall against it | its CPU |",
                "|---|---|---|---|---|---|---|"]
        wanted = self.shop.frames(films["Kinora"])
        for maker, measure in results.items():
            ratios = " | " if maker == "Kinora" else (
                f"{ours.wall / measure.wall:.2f} | {ours.cpu / measure.cpu:.2f}")
            size = films[maker].stat().st_size / 1e6
            rows.append(
                f"| {maker} | {measure.wall:.2f} s | {measure.cpu:.2f} s "
                f"| {measure.memory / 1e6:.0f} MB | {size:.1f} MB | {ratios} |")
            found = self.shop.frames(films[maker])
            if found != wanted:
                self.remark(f"{maker}'s film has {found} frames, Kinora's {wanted}.")
        self.races += rows
        for maker, limit in limits.items():
            label = f"{name.split(' (')[0]}: wall against {maker}"
            if maker in results:
                self.figure(label, ours.wall / results[maker].wall, "", limit, digits=2)
            else:
                self.failures.append(f"{label} was not measured")

    def remark(self, text: str) -> None:
        self.remarks.append(f"- {text}")
        self.shop.say(text)

    def finish(self) -> None:
        lines = ["## Kinora's bench", "", self.machine(), "",
                 "| figure | measured | limit | |", "|---|---|---|---|", *self.figures,
                 *self.races, "", *self.remarks]
        text = "\n".join(lines) + "\n"
        target = self.shop.folder / "BENCH.md"
        target.write_text(text)
        print(text)
        self.shop.say(f"written to {target}")
        for failure in self.failures:
            self.shop.say(f"over its limit: {failure}")

    def machine(self) -> str:
        shop = self.shop
        busy = f"load {self.load:.2f} at the start, {os.getloadavg()[0]:.2f} at the end"
        versions = [first_line([shop.kinora, "--version"], "Kinora"),
                    first_line(["ffmpeg", "-version"], "ffmpeg")]
        if shop.melt:
            versions.append(first_line([shop.melt, "--version"], "melt"))
        if shop.moviepy:
            code = "from importlib.metadata import version; print(version('moviepy'))"
            versions.append(first_line([shop.moviepy, "-c", code], "MoviePy"))
        return (f"{processor()}, {len(os.sched_getaffinity(0))} cores, {system()}; "
                f"{datetime.date.today().isoformat()}; {', '.join(versions)}; "
                f"medians of {shop.repeat} interleaved runs; {busy}.")


def first_line(command: list, name: str) -> str:
    """A program's name and the first number of its answer that looks like a version."""
    words = [str(word) for word in command]
    answer = subprocess.run(words, capture_output=True, text=True)
    found = re.search(r"\d+(\.\d+)+", answer.stdout + answer.stderr)
    return f"{name} {found.group() if found else '(unknown)'}"


def processor() -> str:
    try:
        text = pathlib.Path("/proc/cpuinfo").read_text()
    except OSError:
        return platform.machine()
    found = re.search(r"^model name\s*: (.*)$", text, re.MULTILINE)
    return found.group(1).strip() if found else platform.machine()


def system() -> str:
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    except OSError:
        return platform.system()
