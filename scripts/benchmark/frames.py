"""The part of the bench that measures how soon a frame is seen while a film is edited."""

import pathlib
import random
import statistics
import time

from report import Report
from server import APP, WORDS, Connection, Service, place
from settings import GENEROUS
from workshop import Workshop

WIDTH, LIMIT, KEPT = 640, 150, 20
PHOTOS = 6
CLIP_SECONDS = 12
SEEKS, STEPS = 10, 10
# Nobody writes a sentence sooner after a picture is there.
THOUGHT = 1.0
# What the page gives the server to look through a clip in before somebody goes through it.
GLANCE = 3.0
AT_ONCE = "at once"


class Desk:
    """A user at work on one session."""

    def __init__(self, service: Service):
        self.user = Connection(service.url).sign_in()
        self.session = self.user.new_session()

    def add(self, path: pathlib.Path) -> str:
        """Uploads a file; gives its id."""
        self.user.upload(self.session, path.name, path.read_bytes()).data
        return self.user.state(self.session)["video_infos"][-1]["id"]

    def frame(self, t: int = 0, **query) -> float:
        """Milliseconds until a frame is there."""
        words = "&".join(f"{name}={value}" for name, value in query.items())
        path = f"/api/frame/{APP}/me/{self.session}?t={t}&w={WIDTH}&{words}"
        begin = time.perf_counter()
        reply = self.user.get(path)
        took = (time.perf_counter() - begin) * 1000
        if reply.status != 200 or not reply.body.startswith(b"\xff\xd8"):
            raise SystemExit(f"frames: {reply.status} {reply.body[:300]!r}")
        return took

    def append(self, medium: str) -> None:
        verb = {"verb": {"append": {"media": medium}}}
        self.user.post(f"/api/edit/{APP}/me/{self.session}", verb).data

    def edit(self, name: str, segment: str, **values) -> None:
        edits = [{name: {"segment": segment, **values}}]
        self.user.post(f"/api/edit/{APP}/me/{self.session}", {"edits": edits}).data

    def segments(self, has_source: bool) -> list[dict]:
        tracks = self.user.state(self.session)["draft"]["t"]
        found = [segment for track in tracks for segment in track["sg"]]
        return [segment for segment in found if bool(segment.get("src")) == has_source]


def frames(shop: Workshop, report: Report) -> None:
    shop.say(f"frames of {WIDTH} pixels while a film is edited")
    kinds: dict[str, list[float]] = {}
    with Service(str(shop.kinora), place(shop, "frames"), GENEROUS) as service:
        photos(shop, service, kinds)
        for name, group in (("2 s", 60), ("12 s", 30 * CLIP_SECONDS)):
            footage(Desk(service), clip(shop, group), name, kinds)
    for kind, times in kinds.items():
        if kind.endswith(AT_ONCE):
            middle, most = statistics.median(times), max(times)
            report.remark(f"A frame, {kind}: median {middle:.0f} ms, slowest {most:.0f} ms")
            continue
        limit = KEPT if kind == "drawn before" else LIMIT
        report.figure(f"A frame, {kind}: slowest of {len(times)}", max(times), "ms", limit)
        report.remark(f"A frame, {kind}: median {statistics.median(times):.0f} ms")


def photos(shop: Workshop, service: Service, kinds: dict[str, list[float]]) -> None:
    """Each photograph in a session of its own, as for a new visitor."""
    for number in range(PHOTOS):
        desk = Desk(service)
        medium = desk.add(photograph(shop, number))
        note(kinds, "a new photo as it is", desk.frame(media=medium))
        time.sleep(THOUGHT)
        desk.user.say(desk.session, WORDS + ' with the title "Dawn"')
        note(kinds, "a new photo's film", desk.frame())
        note(kinds, "drawn before", desk.frame())
        (picture,), (title,) = desk.segments(True), desk.segments(False)
        desk.edit("set_text", title["id"], text=f"Dusk {number}")
        note(kinds, "another title", desk.frame(500))
        desk.edit("set_motion", picture["id"], motion=[{"move": "pan_left", "strength": 0.5}])
        note(kinds, "another move", desk.frame(700))
        desk.edit("set_detail", picture["id"], key="look", value=[{"look": "noir", "amount": 0.7}])
        note(kinds, "another look", desk.frame(900))
        desk.append(desk.add(photograph(shop, PHOTOS + number)))
        note(kinds, "after another photo was added", desk.frame(1100))


def footage(desk: Desk, path: pathlib.Path, name: str, kinds: dict[str, list[float]]) -> None:
    what = f"footage with key frames every {name}"
    medium = desk.add(path)
    note(kinds, f"{what}, new and as it is", desk.frame(media=medium))
    desk.append(medium)
    note(kinds, f"{what}, the first", desk.frame())
    chance = random.Random(1)
    note_anywhere(desk, f"{what}, anywhere, {AT_ONCE}", kinds, chance)
    time.sleep(GLANCE)
    note_anywhere(desk, f"{what}, anywhere", kinds, chance)
    desk.frame(moment(150))
    for step in range(1, STEPS):
        note(kinds, f"{what}, the next", desk.frame(moment(150 + step)))
    for step in range(1, STEPS):
        note(kinds, f"{what}, the one before", desk.frame(moment(149 - step)))


def note_anywhere(
    desk: Desk, kind: str, kinds: dict[str, list[float]], chance: random.Random
) -> None:
    for _ in range(SEEKS):
        note(kinds, kind, desk.frame(moment(chance.randrange(CLIP_SECONDS * 30))))


def moment(frame: int) -> int:
    """Milliseconds within a frame."""
    return frame * 1000 // 30 + 1


def note(kinds: dict[str, list[float]], kind: str, took: float) -> None:
    kinds.setdefault(kind, []).append(took)


def photograph(shop: Workshop, number: int) -> pathlib.Path:
    """A photograph of twelve megapixels, another one for each number."""
    target = shop.media / f"photo-{number}.jpg"
    if not target.exists():
        shop.ffmpeg(
            "-i", shop.root / "Examples" / "dawn.jpg", "-vf",
            f"scale=4000:3000,noise=alls=6:all_seed={number + 1},eq=brightness={number * 0.01}",
            "-frames:v", "1", "-q:v", "3", target)
    return target


def clip(shop: Workshop, group: int) -> pathlib.Path:
    """Footage of 1080p30 as a camera makes it, with a key frame every `group` frames."""
    target = shop.media / f"footage-{group}.mp4"
    if not target.exists():
        shop.say(f"making {target.name}")
        shop.ffmpeg(
            "-i", shop.root / "Examples" / "dawn.jpg", "-vf",
            "scale=3600:2400,zoompan=z='1.25+0.1*sin(on/80)':x='(iw-iw/zoom)*on/359'"
            ":y='(ih-ih/zoom)*0.6':d=360:s=1920x1080:fps=30,noise=alls=5:allf=t,format=yuv420p",
            "-c:v", "libx264", "-preset", "medium", "-crf", "20", "-g", group, "-keyint_min",
            group, "-sc_threshold", "0", "-t", CLIP_SECONDS, "-movflags", "+faststart", target)
    return target


ALL = {"frames": frames}
