"""The films of the bench, as drafts."""

import json
import pathlib

import media
from workshop import Workshop

TITLE = "A morning at the lake"


def write(shop: Workshop, name: str, duration: int, tracks: list) -> pathlib.Path:
    target = shop.folder / f"{name}.json"
    draft = {
        "schema": "Draft.1", "d": duration,
        "m": {"title": name, "width": 1920, "height": 1080, "fps": 30, "background": "#000000"},
        "t": tracks,
    }
    target.write_text(json.dumps(draft, indent=1))
    return target


def clip(name: str, source: str, start: int, length: int, dissolve: int = 0, **words) -> dict:
    if dissolve:
        words["transition"] = {"kind": "dissolve", "d": dissolve}
    return {"id": name, "src": source, "s": start, "in": 0, "d": length, "sp": 1.0, "v": 1.0,
            "m": {"name": name, **words}}


def zoom(move: str, ease: str) -> list:
    return [{"move": move, "amount": 0.15, "ease": ease}]


def music(duration: int) -> dict:
    return {"id": "music", "tt": 1, "m": {"name": "Music"}, "sg": [
        {"id": "m1", "src": media.MUSIC, "s": 0, "in": 0, "d": duration, "v": 0.35,
         "m": {"name": "Music", "fade_out": 2000}}]}


def title() -> dict:
    return {"id": "titles", "tt": 7, "m": {"name": "Title"}, "sg": [
        {"id": "t1", "x": TITLE, "s": 0, "d": 3000,
         "m": {"style": "title", "in": "fade", "out": "fade"}}]}


def reference(shop: Workshop) -> pathlib.Path:
    """8 s of footage, a still pushed in for 4 s, 8 s of footage, two dissolves of 1 s; 18 s."""
    video = [
        clip("first", media.FOOTAGE[0], 0, 8000, dissolve=1000),
        clip("still", media.PICTURE, 7000, 4000, dissolve=1000,
             motion=zoom("push_in", "linear")),
        clip("second", media.FOOTAGE[1], 10000, 8000),
    ]
    tracks = [{"id": "video", "tt": 0, "m": {"name": "Video"}, "sg": video}]
    return write(shop, "reference", 18000, tracks + [music(18000), title()])


def still(shop: Workshop, name: str, source: str, move: str, ease: str) -> pathlib.Path:
    """One picture that moves for 3 s."""
    segment = clip("still", source, 0, 3000, motion=zoom(move, ease))
    return write(
        shop, name, 3000, [{"id": "video", "tt": 0, "m": {"name": "Video"}, "sg": [segment]}])


SCENES = [
    "a lighthouse on a cliff at dusk, waves",
    "a mountain lake at dawn, mist",
    "a city at night with lit windows",
    "a cabin in the snow",
    "a misty forest with a deer",
    "a street in the rain",
]


def deep(shop: Workshop, name: str, source: str, style: dict) -> pathlib.Path:
    """One picture pushed in for 3 s with parallax, and whatever `style` says."""
    motion = zoom("push_in", "in_out") + [{"move": "parallax", "amount": 0.12}]
    segment = clip("still", source, 0, 3000, motion=motion, **style)
    return write(
        shop, name, 3000, [{"id": "video", "tt": 0, "m": {"name": "Video"}, "sg": [segment]}])


def long(shop: Workshop, minutes: int) -> pathlib.Path:
    """Footage and stills in turn, dissolving into one another every 7 s, with music."""
    duration = minutes * 60_000
    segments = []
    start = 0
    while start < duration:
        turn = len(segments)
        length = min(8000, duration - start)
        dissolve = 1000 if start + 7000 < duration and length == 8000 else 0
        if turn % 2 == 0:
            segment = clip(f"s{turn}", media.FOOTAGE[turn // 2 % 2], start, length, dissolve)
        else:
            segment = clip(f"s{turn}", media.PICTURE, start, length, dissolve,
                           motion=zoom("push_in", "in_out"))
        segments.append(segment)
        start += length - dissolve
        if not dissolve:
            break
    tracks = [{"id": "video", "tt": 0, "m": {"name": "Video"}, "sg": segments}]
    return write(shop, f"long-{minutes}", duration, tracks + [music(duration), title()])
