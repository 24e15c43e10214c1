"""The parts of the bench, each with its figures and their limits."""

import statistics

import drafts
import heard
import jitter
import media
import peers
from report import Report
from workshop import Workshop


def reference(shop: Workshop, report: Report) -> None:
    shop.say("the reference timeline")
    media.footage(shop)
    media.music(shop)
    draft = drafts.reference(shop)
    film = shop.films / "reference.mp4"
    shop.run(shop.render(draft, film))
    frames = shop.finished(draft, film)
    films = {"Kinora": film}
    runners = {
        "Kinora": shop.render(draft, film),
        "bare encoding": shop.bare_encoding(frames),
    }
    films["bare encoding"] = frames.with_name(frames.stem + "-bare.mp4")

    def add(name: str, make) -> None:
        films[name] = shop.films / f"reference-{name.lower()}.mp4"
        runners[name] = make(shop, films[name])

    add("ffmpeg", peers.ffmpeg)
    if shop.melt and not shop.quick:
        add("melt", peers.melt)
    if shop.moviepy and not shop.quick:
        add("MoviePy", peers.moviepy)
    results = shop.race(runners, once=("MoviePy",))
    frames.unlink()
    report.race(
        "Reference timeline (18 s, 540 frames, 1080p30)", results, films,
        {"ffmpeg": 0.80, "bare encoding": 1.25})


def photo(shop: Workshop, report: Report) -> None:
    shop.say("one photo that moves")
    media.picture(shop)
    draft = drafts.still(shop, "photo", media.PICTURE, "push_in", "in_out")
    film = shop.films / "photo.mp4"
    shop.run(shop.render(draft, film))
    frames = shop.finished(draft, film)
    results = shop.race({
        "Kinora": shop.render(draft, film),
        "bare encoding": shop.bare_encoding(frames),
    })
    films = {"Kinora": film, "bare encoding": frames.with_name(frames.stem + "-bare.mp4")}
    frames.unlink()
    report.race("One photo, 3 s, 1080p30, camera only", results, films, {"bare encoding": 1.3})


def depth(shop: Workshop, report: Report) -> None:
    media.picture(shop)
    grain = {"look": [{"look": "film", "amount": 0.5}, {"look": "grain", "amount": 0.4}]}
    weather = {"atmosphere": [{"kind": "snow", "amount": 0.5}]}
    sky = {"region": [{"what": "sky", "amount": 0.5}]}
    wishes = {
        "Parallax with grade and grain": (grain, 2.0),
        "The same with snow": (grain | weather, 2.5),
        "The same with a moving sky": (grain | sky, 2.5),
    }
    for title, (style, limit) in wishes.items():
        shop.say(title)
        draft = drafts.deep(shop, "depth", media.PICTURE, style)
        film = shop.films / "depth.mp4"
        shop.run(shop.render(draft, film))
        frames = shop.finished(draft, film)
        results = shop.race({
            "Kinora": shop.render(draft, film),
            "bare encoding": shop.bare_encoding(frames),
        })
        films = {"Kinora": film, "bare encoding": frames.with_name(frames.stem + "-bare.mp4")}
        frames.unlink()
        report.race(f"{title}, 3 s, 1080p30", results, films, {"bare encoding": limit})


def scenes(shop: Workshop, report: Report) -> None:
    shop.say("pictures drawn from words")
    still = shop.films / "still.png"
    slowest = 0.0
    for words in drafts.SCENES:
        measure = shop.run([shop.kinora, "make", words, "--still", "-o", still])
        report.remark(f"“{words}”: {measure.wall:.1f} s, {measure.cpu:.1f} s of CPU.")
        slowest = max(slowest, measure.wall)
    report.figure("The slowest of the scenes' stills, 1920×1080", slowest, "s", 4, digits=1)
    shop.say("looking at a photo of 12 megapixels")
    photo = shop.media / "photo-12.jpg"
    shop.ffmpeg(
        "-i", shop.media / media.PICTURE, "-vf", "scale=4000:3000", "-q:v", "2", photo)
    measure = shop.run([shop.kinora, "layers", photo, "-o", shop.folder / "layers"])
    report.figure(
        "`kinora layers` of a photo of 12 megapixels, its PNGs written", measure.wall, "s", 3,
        digits=1)


def memory(shop: Workshop, report: Report) -> None:
    media.footage(shop)
    media.music(shop)
    for minutes in (1, 10):
        if minutes > 1 and shop.quick:
            continue
        shop.say(f"memory of a film of {minutes} min")
        measure = shop.run(shop.render(drafts.long(shop, minutes), shop.films / "long.mp4"))
        report.figure(
            f"Peak memory, a film of {minutes} min", measure.memory / 1e6, "MB", 400, digits=0)
        report.remark(
            f"The film of {minutes} min took {measure.wall:.0f} s "
            f"({measure.wall / (minutes * 60):.2f} of its length).")
    (shop.films / "long.mp4").unlink()


def steadiness(shop: Workshop, report: Report) -> None:
    shop.say("jitter of a slow zoom")
    media.chart(shop)
    film = shop.films / "zoom.mp4"
    draft = drafts.still(shop, "zoom", media.CHART, "zoom_in", "linear")
    shop.run(shop.render(draft, film))
    seen = jitter.measure(film)
    report.figure("Jitter, mean acceleration", seen.acceleration, "px/frame²", 0.02, digits=3)
    report.figure("Jitter, reversals", seen.reversals, "", 0, digits=0)
    report.remark(
        f"Jitter: {seen.dots} dots over {seen.frames} frames of a centre zoom 1.00→1.15; "
        f"Kinora's film grew to {seen.scale:.4f}.")
    exact = jitter.measure(media.exact(shop))
    report.remark(
        f"Jitter of dots drawn exactly where they belong, through the same encoder: "
        f"{exact.acceleration:.3f} px/frame², {exact.reversals} reversals.")
    for name, upscale in (("zoompan", 1), ("zoompan on a 4× upscale", 4)):
        peer = shop.films / f"zoompan-{upscale}.mp4"
        shop.run(peers.zoompan(shop, peer, upscale))
        other = jitter.measure(peer)
        report.remark(
            f"Jitter of ffmpeg {name}: {other.acceleration:.3f} px/frame², "
            f"{other.reversals} reversals.")


def start(shop: Workshop, report: Report) -> None:
    shop.say("start-up")
    times = [shop.run([shop.kinora, "--version"]).wall * 1000 for _ in range(21)]
    report.figure("Start-up of `kinora --version`", statistics.median(times[1:]), "ms", 50)


ALL = {
    "start": start,
    "jitter": steadiness,
    "photo": photo,
    "depth": depth,
    "scenes": scenes,
    "reference": reference,
    "memory": memory,
    "type": heard.type_,
    "sound": heard.sound,
}
