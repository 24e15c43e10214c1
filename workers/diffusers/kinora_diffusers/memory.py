"""How a model's parts are spread between the card and the machine."""

from __future__ import annotations

from dataclasses import dataclass

GIB = 1024**3
NONE, MODEL, SEQUENTIAL = "none", "model", "sequential"
_NEXT = {NONE: MODEL, MODEL: SEQUENTIAL}
#: Sampling and decoding want this besides the weights, at least.
LEAST_ROOM = 6 * GIB


@dataclass(frozen=True)
class Weights:
    """What a loaded model's parts take, in bytes."""

    total: int
    largest: int


def offload_for(weights: Weights, free: int | None) -> str:
    """What has to wait in the machine's memory: nothing where the free memory isn't known.

    "model" has one part on the card at a time, "sequential" one layer, which is slow.
    """
    if free is None or weights.total + room(weights) <= free:
        return NONE
    return MODEL if weights.largest + room(weights) <= free else SEQUENTIAL


def remedy(offload: str, can_offload: bool) -> str:
    """What helps when memory wasn't enough: the next way to offload, too, where there is one."""
    smaller = "ask for a smaller size or fewer frames"
    if not can_offload or offload == SEQUENTIAL:
        return smaller
    return f"{smaller}, or start the worker with --offload {_NEXT[offload]}"


def room(weights: Weights) -> int:
    """What is left free for the work itself."""
    return max(LEAST_ROOM, weights.largest // 4)


def shown(size: int) -> str:
    """A size for people."""
    return f"{size / GIB:.1f} GiB" if size >= GIB else f"{size / 1024**2:.1f} MiB"
