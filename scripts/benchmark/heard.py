"""What sound and type cost: `figures` measures Kinora's rooms, the peers run beside it."""

import glob
import json
import shutil
import subprocess

from report import Report
from workshop import Workshop

FIGURES = "figures"
FONTS = ("/usr/share/sounds/sf2/*.sf2", "/usr/share/soundfonts/*.sf2")


def figures(shop: Workshop, *words) -> list[dict]:
    """What the program beside kinora prints, a figure a line."""
    program = shop.kinora.with_name(FIGURES)
    if not program.exists():
        raise SystemExit(f"bench: {program} isn't there; `make bench` builds it.")
    answer = subprocess.run(
        [str(program), *map(str, words)], check=True, capture_output=True, text=True)
    return [json.loads(line) for line in answer.stdout.splitlines()]


def type_(shop: Workshop, report: Report) -> None:
    shop.say("text, frame by frame")
    for figure in figures(shop, "type"):
        report.figure(figure["name"], figure["value"], figure["unit"], 1, digits=2)
    text = "drawtext=text='Dawn over the harbour':fontsize=127:fontcolor=white:x=(w-tw)/2"
    moving = text + ":y=(h-th)/2-20*sin(8*t):shadowx=4:shadowy=4"
    blank = ["-f", "lavfi", "-i", "color=black:s=1920x1080:r=30:d=10", "-pix_fmt", "yuv420p"]
    times = {}
    for name, filters in (("without", []), ("with", ["-vf", moving])):
        command = ["ffmpeg", "-v", "error", "-nostdin", *blank, *filters, "-f", "null", "-"]
        times[name] = min(shop.run(command).cpu for _ in range(shop.repeat))
    cost = (times["with"] - times["without"]) * 1000 / 300
    report.remark(f"ffmpeg's drawtext, a title that moves, hard shadow: {cost:.2f} ms a frame.")


def sound(shop: Workshop, report: Report) -> None:
    shop.say("music, mixing, beats")
    folder = shop.folder / "sound"
    folder.mkdir(exist_ok=True)
    mixed = 0.0
    moods = []
    for figure in figures(shop, "sound", folder):
        name, value, unit = figure["name"], figure["value"], figure["unit"]
        if name.startswith("60 s of music"):
            moods.append((value, name.split(", ")[1]))
            report.figure(name, value, unit, 2, digits=2)
        elif name.startswith("mixing"):
            mixed = value
            report.figure(name, value, unit, 100, digits=0, is_least=True)
        else:
            report.remark(f"{name}: {value:.{2 if 'F-measure' in name else 1}f} {unit}".rstrip())
    mixing(shop, report, folder, mixed)
    playing(shop, report, folder, moods)


def mixing(shop: Workshop, report: Report, folder, ours: float) -> None:
    """ffmpeg mixes the same five clips and brings them to the same loudness in one pass."""
    clips = sorted(folder.glob("clip-*.wav"))
    inputs = [word for clip in clips for word in ("-i", clip)]
    graph = f"amix=inputs={len(clips)}:normalize=0,loudnorm=I=-14:TP=-1.8"
    command = ["ffmpeg", "-v", "error", "-nostdin", *inputs, "-filter_complex", graph,
               "-ar", "48000", "-f", "null", "-"]
    wall = min(shop.run(command).wall for _ in range(shop.repeat))
    report.remark(
        f"ffmpeg's amix and loudnorm: {60 / wall:.0f} times real time, its start and its reading "
        f"included; Kinora's mix, ducked and mastered, is {ours * wall / 60:.1f} times as fast.")


def playing(shop: Workshop, report: Report, folder, moods: list) -> None:
    """FluidSynth plays the scores, where it and a sound font are installed."""
    fonts = [font for pattern in FONTS for font in sorted(glob.glob(pattern))]
    if not (shutil.which("fluidsynth") and fonts):
        report.remark("FluidSynth or a sound font isn't installed; its playing wasn't measured.")
        return
    for value, mood in moods:
        command = ["fluidsynth", "-ni", "-r", "48000", "-F", folder / "played.wav", fonts[0],
                   folder / f"{mood}.mid"]
        wall = shop.run(command).wall
        report.remark(
            f"{mood}, 60 s: FluidSynth plays the score in {wall:.2f} s, its start included; "
            f"Kinora composes and plays it in {value:.2f} s ({value / wall:.2f}).")
