"""What people do in the studio, when all goes well."""

import json
import pathlib
import subprocess

from playwright.sync_api import Browser

from browser import PHONE, Visit
from media import png
from service import Service, require

ANIMATE = "animate this image into a 3-second cinematic video clip with calm music"


def picture(name: str = "hills.png", seed: int = 0) -> dict:
    return {"name": name, "mimeType": "image/png", "buffer": png(640, 360, seed)}


def begin(visit: Visit, words: str = f'{ANIMATE} and the title "Dawn"') -> None:
    visit.add(picture())
    visit.say(words)
    visit.frame()


def first_visit(browser: Browser, service: Service) -> str:
    """From nothing to a film on disk."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        page.set_input_files("#picker", [picture()])
        page.fill("#say", f'{ANIMATE} and the title "Dawn"')
        price = visit.wait(lambda: page.inner_text("#price").strip(), "the price")
        require("credits" in price, f"the price reads {price!r}")
        page.press("#say", "Enter")
        page.locator(".clip[data-kind=text]").wait_for()
        visit.frame()
        require(len(visit.clips("video")) == 1 and len(visit.clips("sound")) == 1,
                "the timeline lacks the clip or the music")
        page.locator("#talk .waiting").wait_for(state="detached")
        page.click("#transport .play")
        visit.wait(lambda: page.evaluate("document.querySelector('.frame video').currentTime > 0.3"),
                   "the film to play")
        page.keyboard.press("k")
        page.click("#export")
        page.click("dialog .primary")
        link = page.locator("dialog .job a[download]")
        link.wait_for(timeout=90_000)
        with page.expect_download() as download:
            link.click()
        film = pathlib.Path(service.folder) / "film.mp4"
        download.value.save_as(film)
        facts = probe(film)
        require(facts["height"] == 1080 and abs(facts["duration"] - 3) < 0.1, f"the film: {facts}")
        return f"{price} {facts['width']}×{facts['height']}, {facts['duration']:.1f} s"


def probe(film: pathlib.Path) -> dict:
    answer = json.loads(subprocess.run(
        ["ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", str(film)],
        check=True, capture_output=True).stdout)
    seen = next(stream for stream in answer["streams"] if stream["codec_type"] == "video")
    return {"width": seen["width"], "height": seen["height"],
            "duration": float(answer["format"]["duration"])}


def chat_edits(browser: Browser, service: Service) -> str:
    """Each edit is a difference with pictures before and after, and a way back."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        begin(visit)
        start = visit.frame()
        page.keyboard.press("Escape")
        page.keyboard.press("Shift+ArrowRight")
        visit.frame(other_than=start)
        former = visit.pixels()
        visit.say("make the title much bigger")
        shown = visit.frame()
        bigger = visit.pixels()
        require(bigger != former, "the bigger title isn't in the preview")
        card = page.locator(".change").last
        images = card.locator("figure img")
        visit.wait(lambda: images.count() == 2 and all(
            image.evaluate("image => image.naturalWidth > 0") for image in images.all()),
            "the pictures before and after")
        require(images.nth(0).get_attribute("src") != images.nth(1).get_attribute("src"),
                "before and after are one picture")
        card.locator("button").click()
        visit.frame(other_than=shown)
        require(difference(visit.pixels(), former) * 4 < difference(bigger, former),
                "the former title isn't back in the preview")
        require(card.get_attribute("data-undone") == "true", "the card doesn't say it is undone")
        visit.say("make the title blue")
        visit.say("make it 4 seconds long")
        page.locator(".change").nth(-2).locator("button").click()
        visit.wait(lambda: "4.00" in page.inner_text("#transport time"), "the length to stay")
        page.click("#undo")
        page.click("#redo")
        return "differences, undo of the last and of an earlier one"


def difference(one: list, other: list) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def hand_edits(browser: Browser, service: Service) -> str:
    """Dragging and keys do the chat's edits, each one step to undo."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        visit.add(picture("a.png", 1), picture("b.png", 2), picture("c.png", 3))
        visit.say("make a film of these with the title \"Trip\"")
        row = visit.clips("video")
        require(len(row) == 3, f"the row has {len(row)} clips")
        first, last = row[0], row[-1]
        middle = (first["x"] + first["width"] / 2, first["y"] + first["height"] / 2)
        visit.drag(middle, (last["x"] + last["width"] - 8, middle[1]))
        visit.wait(lambda: [clip["id"] for clip in visit.clips("video")]
                   == [row[1]["id"], row[2]["id"], row[0]["id"]], "the clip at its new place")
        page.keyboard.press("Control+z")
        visit.wait(lambda: [clip["id"] for clip in visit.clips("video")]
                   == [clip["id"] for clip in row], "the clip back")
        title = visit.clips("text")[0]
        edge = (title["x"] + title["width"] - 3, title["y"] + title["height"] / 2)
        visit.drag(edge, (edge[0] - title["width"] / 3, edge[1]))
        visit.wait(lambda: visit.clips("text")[0]["width"] < title["width"] * 0.8,
                   "the shorter title")
        page.dblclick(".clip[data-kind=text] .label")
        page.fill("dialog textarea", "Journey")
        page.click("dialog .primary")
        visit.wait(lambda: "Journey" in visit.clips("text")[0]["name"], "the new words")
        keys(visit)
        return "move, trim, words, split, delete, marks, undo"


def keys(visit: Visit) -> None:
    page = visit.page
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    for _ in range(2):
        page.keyboard.press("Shift+ArrowRight")
    require("0:02.0" in page.inner_text("#transport time"), "the arrows don't move the playhead")
    count = len(visit.clips("video"))
    page.keyboard.press("s")
    visit.wait(lambda: len(visit.clips("video")) == count + 1, "the split")
    page.locator('.clip[data-kind="video"]').first.click()
    page.keyboard.press("Delete")
    visit.wait(lambda: len(visit.clips("video")) == count, "the clip gone")
    length = page.inner_text("#transport time").split("/")[1]
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    page.keyboard.press("i")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("o")
    page.keyboard.press("Delete")
    visit.wait(lambda: page.inner_text("#transport time").split("/")[1] != length,
               "the marked range gone")


def versions(browser: Browser, service: Service) -> str:
    """The tree: go back, branch, compare."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        begin(visit)
        visit.say("make the title blue")
        page.click("#versions")
        rows = page.locator("dialog .version")
        visit.wait(lambda: rows.count() >= 3, "the versions")
        rows.nth(1).locator("button").first.click()
        visit.wait(lambda: rows.nth(1).locator('[aria-current="true"]').count(), "the older version")
        page.keyboard.press("Escape")
        visit.say("make the title red")
        page.click("#versions")
        visit.wait(lambda: rows.count() >= 4, "the branch")
        rows.nth(0).locator("input").check()
        rows.nth(1).locator("input").check()
        page.click("dialog footer button")
        pair = page.locator(".pairwise img")
        visit.wait(lambda: pair.count() == 2 and all(
            image.evaluate("image => image.naturalWidth > 0") for image in pair.all()),
            "both versions")
        require(pair.nth(0).get_attribute("src") != pair.nth(1).get_attribute("src"),
                "two versions look the same")
        return f"{rows.count()} versions, two compared"


def two_shapes(browser: Browser, service: Service) -> str:
    """Two films of one draft at once; the export goes on without the page."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        begin(visit)
        page.click("#export")
        page.locator("dialog .findings .finding, dialog .findings .soft").first.wait_for()
        page.check('dialog input[value="9:16"]')
        page.check('dialog input[value="draft"]')
        page.click("dialog footer .primary")
        page.locator("dialog .job").nth(1).wait_for()
        page.reload()
        page.click("#export")
        visit.wait(lambda: page.locator("dialog .job a[download]").count() == 2,
                   "both films after a reload", within=90)
        sizes = sorted(
            page.evaluate("video => [video.videoWidth, video.videoHeight]", video.element_handle())
            for video in page.locator("dialog .job video").all()
            if visit.wait(lambda: video.evaluate("video => video.videoWidth"), "a film's size"))
        require(sizes[0][0] < sizes[0][1] and sizes[1][0] > sizes[1][1], f"the films are {sizes}")
        return f"{sizes}"


def chinese_phone(browser: Browser, service: Service) -> str:
    """On a phone, in Chinese, by thumb."""
    settings = {"locale": "zh-CN", "has_touch": True, "is_mobile": True}
    with Visit(browser, service.url, PHONE, settings) as visit:
        page = visit.page
        require(page.get_attribute("html", "lang") == "zh-CN", "the page isn't in Chinese")
        begin(visit, "把这张图做成3秒的电影感短片，加标题“黎明”")
        page.tap("#tabs button:nth-child(2)")
        require(page.locator(".tracks").is_visible(), "the timeline isn't there")
        page.locator('.clip[data-kind="text"]').tap()
        require(page.locator('.clip[aria-pressed="true"]').count() == 1, "a tap picks no clip")
        wide = page.evaluate("document.documentElement.scrollWidth")
        require(wide <= PHONE["width"], f"the page is {wide} pixels wide")
        small = page.evaluate(
            """() => [...document.querySelectorAll('button')].filter((button) => {
              const box = button.getBoundingClientRect();
              return box.width && (box.width < 24 || box.height < 24) && !button.closest('.strip');
            }).map((button) => button.outerHTML.slice(0, 120))""")
        require(not small, f"too small for a thumb: {small}")
        return "three views, no sideways scrolling"


SCENES = {
    "first_visit": first_visit, "chat_edits": chat_edits, "hand_edits": hand_edits,
    "versions": versions, "two_shapes": two_shapes, "chinese_phone": chinese_phone,
}
