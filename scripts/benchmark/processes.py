"""What a process and its children hold in memory, by /proc."""

import pathlib
import re
import threading
import time

KIB = 1024


def resident(process: int) -> int:
    """Bytes of a process that are in memory, shared ones too."""
    return _field(pathlib.Path(f"/proc/{process}/status"), "VmRSS")


def share(process: int) -> int:
    """Its bytes in memory, where shared ones count by their share (PSS); 0 once it has ended."""
    return _field(pathlib.Path(f"/proc/{process}/smaps_rollup"), "Pss")


def _field(path: pathlib.Path, name: str) -> int:
    try:
        found = re.search(rf"^{name}:\s+(\d+) kB", path.read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(found.group(1)) * KIB if found else 0


def tree(process: int) -> list[int]:
    """A process and all below it."""
    found = [process]
    for number in found:
        for task in pathlib.Path(f"/proc/{number}/task").glob("*/children"):
            try:
                found += [int(word) for word in task.read_text().split()]
            except OSError:
                pass
    return found


class Watch:
    """Follows how much a process and its children hold, until it is stopped."""

    def __init__(self, process: int, every: float = 0.02):
        self.process, self.every = process, every
        self.peak = self.own_peak = 0
        self.samples = 0
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_) -> None:
        self._ends.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ends.is_set():
            begin = time.monotonic()
            shares = [share(number) for number in tree(self.process)]
            self.peak = max(self.peak, sum(shares))
            self.own_peak = max(self.own_peak, shares[0] if shares else 0)
            self.samples += 1
            self._ends.wait(max(0.0, self.every - (time.monotonic() - begin)))
