#!/usr/bin/env python3
"""Two long conversations over /run_sse with real media, English and Chinese, from the upload to
the film, an undo in the middle, and one about scenes that are drawn. The README shows them: what
it shows must be what was said.

    talk.py .build/release/kinora FOLDER [--write]

--write puts what was said into the README.
"""

import pathlib
import re
import struct
import subprocess
import sys

from media import png
from service import Connection, Failure, Service, require, texts
from settings import GENEROUS

README = pathlib.Path(__file__).resolve().parents[2] / "README.md"
SETTINGS = {**GENEROUS, "plans": {"anonymous": {"credits": 1000, "exports": True}}}

# What is said, and what the draft must hold afterwards.
ENGLISH = [
    ("make a 12 second film of these", lambda d: d["d"] == 12000),
    ("slow push in on the sunrise", lambda d: moves(d, 0) == ["push_in"]),
    ("add a title saying Summer in Lisbon", lambda d: title(d)["x"] == "Summer in Lisbon"),
    ("make it a bit smaller and yellow", lambda d: title(d)["m"]["color"] == "#FFFF00"),
    ("trim the first second of the harbour clip", lambda d: clips(d)[1]["in"] == 1000),
    ("same for the market", lambda d: clips(d)[2]["in"] == 1000),
    ("put the sunset right after the sunrise",
     lambda d: names(d) == ["sunrise", "sunset", "harbour", "market"]),
    ("no, put it last", lambda d: names(d) == ["sunrise", "harbour", "market", "sunset"]),
    ("mute the harbour", lambda d: clips(d)[1]["v"] == 0),
    ("undo", lambda d: clips(d)[1].get("v", 1) == 1),
    ("what did you change?", lambda d: clips(d)[1].get("v", 1) == 1),
    ("fade to black at the end", lambda d: clips(d)[3]["m"]["fade_out"] > 0),
    ("vertical for TikTok", lambda d: height(d) == 1920),
    ("export", lambda d: height(d) == 1920),
]
CHINESE = [
    ("用这些素材做一个12秒的视频", lambda d: d["d"] == 12000),
    ("第一张慢慢推近", lambda d: moves(d, 0) == ["push_in"]),
    ("加个标题“里斯本的夏天”", lambda d: title(d)["x"] == "里斯本的夏天"),
    ("再大一点，换成黄色", lambda d: title(d)["m"]["color"] == "#FFFF00"),
    ("harbour那段剪掉前一秒", lambda d: clips(d)[1]["in"] == 1000),
    ("market也一样", lambda d: clips(d)[2]["in"] == 1000),
    ("把sunset放到最前面",
     lambda d: names(d) == ["sunset", "sunrise", "harbour", "market"]),
    ("不对，放到第二个", lambda d: names(d) == ["sunrise", "sunset", "harbour", "market"]),
    ("harbour静音", lambda d: clips(d)[2]["v"] == 0),
    ("撤销", lambda d: clips(d)[2].get("v", 1) == 1),
    ("现在有几个片段？", lambda d: len(clips(d)) == 4),
    ("结尾淡出到黑屏", lambda d: clips(d)[3]["m"]["fade_out"] > 0),
    ("改成抖音竖屏", lambda d: height(d) == 1920),
    ("导出", lambda d: height(d) == 1920),
]
DRAWN = [
    ("a lighthouse on a cliff at dusk, waves, slow push in, 5 seconds",
     lambda d: moves(d, 0) == ["push_in", "parallax"] and d["d"] == 5000),
    ("make it night", lambda d: clips(d)[0]["m"]["name"] == "lighthouse cliff waves night"),
    ("add a boat and a full moon", lambda d: "boat" in clips(d)[0]["m"]["name"]),
    ("最后加一段雪中森林的画面", lambda d: len(clips(d)) == 2),
    ("export", lambda d: len(clips(d)) == 2),
]


def track(draft: dict, kind: int) -> list[dict]:
    return next((t["sg"] for t in draft["t"] if t["tt"] == kind and t["sg"]), [])


def clips(draft: dict) -> list[dict]:
    return track(draft, 0)


def title(draft: dict) -> dict:
    return track(draft, 7)[0]


def names(draft: dict) -> list[str]:
    return [clip["m"]["name"].split(".")[0] for clip in clips(draft)]


def moves(draft: dict, index: int) -> list[str]:
    return [move["move"] for move in clips(draft)[index]["m"].get("motion", [])]


def height(draft: dict) -> int:
    return draft.get("canvas", draft.get("c", {})).get("height", 0)


def media(kinora: str, folder: pathlib.Path) -> dict[str, bytes]:
    """Two pictures, and two clips that are made of others."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {"sunrise.png": png(seed=1)}
    for seed, name in ((2, "harbour"), (3, "market")):
        picture, film = folder / f"{name}.png", folder / f"{name}.mp4"
        picture.write_bytes(png(seed=seed))
        subprocess.run(
            [kinora, "make", picture, "6 seconds, truck left", "--quality", "draft", "-o", film],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        files[film.name] = film.read_bytes()
    return files | {"sunset.png": png(seed=4)}


def said(words: str, answer: str) -> str:
    """A turn as the README shows it: without the timeline, and with a short link."""
    lines = [
        line for line in answer.splitlines()
        if line and not re.match(r"Timeline \(|时间线（", line)]
    text = re.sub(r"http://\S+?/media/f_[^\s。]*", "http://…/film.mp4", " ".join(lines))
    return f"> {words}\n{text.strip()}\n"


def talk(
    user: Connection, language: str, files: dict[str, bytes], turns: list
) -> tuple[str, str]:
    """The session, and what was said in it."""
    session = user.new_session(language=language)
    for name, content in files.items():
        user.upload(session, name, content)
    transcript = ""
    for words, holds in turns:
        events = user.say(session, words)
        failures = [event for event in events if event.get("errorCode")]
        require(not failures, f"{words}: {failures}")
        answer = texts(events)
        state = user.state(session)
        draft = {**state["draft"], "canvas": state["canvas_config"]}
        require(holds(draft), f"{words}: {answer}\n{draft}")
        transcript += said(words, answer)
    return session, transcript


def look_at_drawings(user: Connection, session: str) -> None:
    """What was drawn has a picture that people can look at."""
    drawn = user.state(session)["generated_media"]
    require(len(drawn) == 4, f"4 pictures were drawn, and there are {len(drawn)}")
    for item in drawn:
        path = item["url"].removeprefix(user.url)
        picture = user.get(path, headers={"Authorization": None}).body
        size = struct.unpack(">II", picture[16:24])
        require(picture.startswith(b"\x89PNG") and size == (1280, 720),
                f"{item['prompt']} has no picture: {picture[:30]!r}")


def shown(text: str, language: str, transcript: str) -> str:
    """The README with that conversation in its place."""
    pattern = rf"(<!-- talk {language} -->\n```text\n).*?(```\n)"
    require(re.search(pattern, text, re.S), f"README.md has no place for the talk in {language}")
    return re.sub(pattern, lambda found: found[1] + transcript + found[2], text, flags=re.S)


def main(kinora: str, folder: str, *options: str) -> int:
    before = text = README.read_text()
    try:
        files = media(kinora, pathlib.Path(folder) / "media")
        with Service(kinora, pathlib.Path(folder), SETTINGS) as service:
            user = Connection(service.url).sign_in()
            for language, turns in (("en", ENGLISH), ("zh", CHINESE)):
                _, transcript = talk(user, language, files, turns)
                print(f"ok    {len(turns)} turns in {language}", flush=True)
                text = shown(text, language, transcript)
            session, transcript = talk(user, "en", {}, DRAWN)
            look_at_drawings(user, session)
            print(f"ok    {len(DRAWN)} turns about what is drawn", flush=True)
            text = shown(text, "drawn", transcript)
        if "--write" in options:
            README.write_text(text)
        require("--write" in options or text == before,
                "README.md shows other answers than these; `Tests/Peers/talk.py KINORA FOLDER "
                f"--write` mends it.\n{text}")
    except Failure as failure:
        print(f"FAIL  {failure}", flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
