"""How steadily a zoom moves: dots of a chart followed through a film, finer than a pixel."""

import math
import operator
import pathlib
import subprocess
from dataclasses import dataclass

import media

# Half the side of the window around a dot, and its columns counted from its middle.
REACH = 50
OFFSETS = tuple(range(-REACH, REACH + 1))

# How often a dot's middle is looked for from where it was found.
ROUNDS = 2

# Slower than this, in pixels a frame, a dot counts as standing still: the encoder does as much.
STILL = 0.02

# A dot nearer to the centre hardly moves, one farther out would leave the frame.
NEAREST = 100
MARGIN = REACH + 10
SCALE = 1.15


@dataclass(frozen=True)
class Steadiness:
    """What was seen of all dots that were followed."""

    # Mean length of the change of velocity, in pixels a frame a frame.
    acceleration: float
    # How often a dot turned from going out to going in, or back.
    reversals: int
    # How much larger the last frame is than the first.
    scale: float
    dots: int
    frames: int


def measure(film: pathlib.Path) -> Steadiness:
    starts = [dot for dot in media.dots() if followed(*dot)]
    tracks = [[] for _ in starts]
    for frame in frames(film):
        for dot, track in zip(starts, tracks):
            x, y = expected(dot, track)
            width = media.DEVIATION * math.hypot(x, y) / math.hypot(*dot)
            track.append(centroid(frame, x, y, width))
    count = len(tracks[0])
    changes, reversals, growths = [], 0, []
    for (x0, y0), track in zip(starts, tracks):
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(track, track[1:])]
        changes += [math.hypot(b[0] - a[0], b[1] - a[1]) for a, b in zip(steps, steps[1:])]
        radius = math.hypot(x0, y0)
        outward = [(dx * x0 + dy * y0) / radius for dx, dy in steps]
        signs = [speed > 0 for speed in outward if abs(speed) > STILL]
        reversals += sum(a != b for a, b in zip(signs, signs[1:]))
        growths.append(math.hypot(*track[-1]) / math.hypot(*track[0]))
    return Steadiness(
        sum(changes) / len(changes), reversals, sum(growths) / len(growths), len(starts), count)


def followed(x: float, y: float) -> bool:
    inside = (abs(x) * SCALE < media.WIDTH / 2 - MARGIN
              and abs(y) * SCALE < media.HEIGHT / 2 - MARGIN)
    return inside and math.hypot(x, y) >= NEAREST


def expected(start: tuple, track: list) -> tuple:
    """Where a dot should be next, going on as it went."""
    if len(track) < 2:
        return track[-1] if track else start
    (ax, ay), (bx, by) = track[-2:]
    return 2 * bx - ax, 2 * by - ay


def centroid(frame: bytes, x: float, y: float, width: float) -> tuple[float, float]:
    """The middle of the dot near a place; both from the frame's centre.

    Light is weighed by a Gaussian as wide as the dot, which follows its middle: adaptive moments
    (Bernstein and Jarvis, 2002). What the encoder left in the dark around it hardly counts.
    """
    column = round(media.WIDTH / 2 + x - 0.5)
    row = round(media.HEIGHT / 2 + y - 0.5)
    lines = [frame[start:start + 2 * REACH + 1] for start in (
        (row + offset) * media.WIDTH + column - REACH for offset in OFFSETS)]
    across, down = x - (column + 0.5 - media.WIDTH / 2), y - (row + 0.5 - media.HEIGHT / 2)
    for _ in range(ROUNDS):
        wide, wide_lever = weights(across, width)
        high, high_lever = weights(down, width)
        sums = [sum(map(operator.mul, line, wide)) for line in lines]
        light = sum(map(operator.mul, sums, high))
        if light <= 0:
            raise ValueError(f"no dot at {x:.0f}, {y:.0f} from the centre")
        levers = (sum(map(operator.mul, line, wide_lever)) for line in lines)
        across += 2 * sum(map(operator.mul, levers, high)) / light
        down += 2 * sum(map(operator.mul, sums, high_lever)) / light
    return column + 0.5 - media.WIDTH / 2 + across, row + 0.5 - media.HEIGHT / 2 + down


def weights(middle: float, width: float) -> tuple[list[float], list[float]]:
    """A Gaussian around `middle`, and the same times the distance from it."""
    bell = [math.exp(-((o - middle) ** 2) / (2 * width**2)) for o in OFFSETS]
    return bell, [weight * (o - middle) for weight, o in zip(bell, OFFSETS)]


def frames(film: pathlib.Path):
    """Each frame's luma, with the chart's ground taken off."""
    size = media.WIDTH * media.HEIGHT
    floor = media.GROUND
    darker = bytes(max(value - floor, 0) for value in range(256))
    command = ["ffmpeg", "-v", "error", "-nostdin", "-i", str(film), "-map", "0:v:0",
               "-f", "rawvideo", "-pix_fmt", "gray", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        while len(frame := process.stdout.read(size)) == size:
            yield frame.translate(darker)
