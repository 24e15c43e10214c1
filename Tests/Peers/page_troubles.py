"""What goes wrong: reloads, two tabs, no line, no credits, files that are none."""

import pathlib
import time

from playwright.sync_api import Browser

from browser import Visit
from media import png, wav
from page_work import ANIMATE, begin, picture
from service import Connection, Service, require
from settings import GENEROUS


def reload_in_turn(browser: Browser, service: Service) -> str:
    """A turn goes on while the page is loaded anew, and is shown to its end."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        visit.add(picture())
        page.fill("#say", f"{ANIMATE}, then export it")
        page.press("#say", "Enter")
        page.locator("#talk .said.mine").wait_for()
        visit.wait(lambda: page.locator(".clip").count(), "the first edit")
        page.reload()
        visit.wait(lambda: page.locator("#talk .film video").count() == 1, "the film", within=90)
        require(page.locator("#talk .said.mine").count() == 1, "the message is there twice")
        page.fill("#say", "half a thought")
        page.reload()
        require(page.input_value("#say") == "half a thought", "what was typed is gone")
        return "the answer came in the new page, once; typed words stayed"


def cancelled_export(browser: Browser, service: Service) -> str:
    """An export is ended in its middle, also after a reload; the next one is made."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        begin(visit, 'make a 60 second film of this image with a parallax move')
        page.click("#export")
        page.check('dialog input[value="high"]')
        page.click("dialog footer .primary")
        page.locator("dialog .job progress").wait_for()
        page.reload()
        page.click("#export")
        page.locator("dialog .job progress").wait_for()
        page.click("dialog .job button")
        page.locator("dialog .job").wait_for(state="detached")
        page.reload()
        page.click("#export")
        page.locator("dialog li p", has_text="cancelled").wait_for()
        page.check('dialog input[value="draft"]')
        page.click("dialog footer .primary")
        visit.wait(lambda: page.locator("dialog .job a[download]").count() == 1,
                   "the next film", within=120)
        return "ended after a reload; the next film was made"


def two_tabs(browser: Browser, service: Service) -> str:
    """Both tabs show one film, whoever changes it."""
    with Visit(browser, service.url) as visit:
        begin(visit)
        other = visit.tab()
        other.locator(".clip[data-kind=text]").wait_for()
        visit.say('change the title to "Evening"')
        other.locator('.clip[data-kind=text] .label', has_text="Evening").wait_for()
        other.click("#undo")
        visit.page.locator('.clip[data-kind=text] .label', has_text="Dawn").wait_for()
        return "an edit and its undo were seen in the other tab"


def offline(browser: Browser, service: Service) -> str:
    """Without a line nothing is lost; with it again, all goes on."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        begin(visit)
        visit.context.set_offline(True)
        page.fill("#say", "make the title blue")
        page.press("#say", "Enter")
        page.set_input_files("#picker", [picture("later.png", 9)])
        page.wait_for_timeout(1500)
        visit.context.set_offline(False)
        page.locator(".change", has_text="blue").or_(
            page.locator(".change", has_text="#")).last.wait_for(timeout=30_000)
        visit.wait(lambda: page.locator("#shelf .thumb", has_text="later").count() == 1
                   and not page.locator("#shelf progress").count(), "the file that waited")
        page.locator("#talk .waiting").wait_for(state="detached")
        said = page.locator("#talk .said.mine", has_text="blue").count()
        require(said == 1, f"the message was sent {said} times")
        return "the message and the file went through when the line was back"


def server_restart(browser: Browser, service: Service) -> str:
    """The server ends and comes back while the page is open."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        begin(visit)
        service.kill()
        page.locator('.clip[data-kind="text"]').click()
        page.keyboard.press("Delete")
        told = visit.notice()
        require("reached" in told, f"the page says {told!r}")
        require(len(visit.clips("text")) == 1, "the page shows an edit that wasn't made")
        service.start()
        page.locator('.clip[data-kind="text"]').click()
        page.keyboard.press("Delete")
        visit.wait(lambda: not visit.clips("text"), "the edit after the restart")
        return told


def bad_files(browser: Browser, service: Service) -> str:
    """A file of no kind, an empty one, and one beside them that is good."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        page.set_input_files("#picker", [
            {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"only words"},
            picture("good.png")])
        told = visit.notice()
        require("notes.txt" in told, f"the page says {told!r}")
        visit.wait(lambda: page.locator("#shelf .thumb", has_text="good").count() == 1,
                   "the good file")
        page.click('[aria-label="Remove notes.txt"]')
        visit.wait(lambda: page.locator("#shelf li").count() == 1, "the failed one gone")
        page.click("#attach")
        page.fill('dialog input[type="url"]', "http://127.0.0.1:1/private.png")
        page.click("dialog form button")
        address = visit.wait(lambda: [words for words in page.locator(".notice p").all_inner_texts()
                                      if words != told], "a word about the address")
        return f"{told} / {address[-1]}"


def dropped_folder(browser: Browser, service: Service) -> str:
    """A folder is dropped: what lies in it is taken, folders inside it, too; an empty one and one
    of too many files are told."""
    place = pathlib.Path(service.folder) / "dropped"
    trip, empty, many = (place / name for name in ("trip", "empty", "many"))
    for folder in (trip / "days", empty, many):
        folder.mkdir(parents=True)
    for number, file in enumerate([trip / "one", trip / "days" / "two"]):
        file.with_suffix(".png").write_bytes(png(64, 36, number))
    for number in range(60):
        (many / f"view {number}.png").write_bytes(png(64, 36, 100 + number))
    with Visit(browser, service.url) as visit:
        page = visit.page
        names = lambda: page.locator("#shelf .thumb .tag").all_inner_texts()  # noqa: E731
        drop(visit, trip)
        visit.wait(lambda: len(names()) == 2 and not page.locator("#shelf progress").count(),
                   "the folder's files")
        require({name.split(".")[0] for name in names()} == {"one", "two"}, f"there is {names()}")
        drop(visit, empty)
        told = visit.notice()
        require("no file" in told, f"the page says {told!r}")
        drop(visit, many)
        page.locator(".notice p", has_text="50").wait_for()
        visit.wait(lambda: len(names()) == 52 and not page.locator("#shelf progress").count(),
                   "fifty files", within=60)
        require([name.split()[-1] for name in names()[2:5]] == ["0", "1", "2"],
                f"they came as {names()[2:5]}")
        return page.locator(".notice p", has_text="50").inner_text()


def drop(visit: Visit, path: pathlib.Path) -> None:
    """Drops a file or a folder of this machine into the middle of the page."""
    link = visit.context.new_cdp_session(visit.page)
    for kind in ("dragEnter", "dragOver", "drop"):
        link.send("Input.dispatchDragEvent", {
            "type": kind, "x": 400, "y": 300,
            "data": {"items": [], "files": [str(path)], "dragOperationsMask": 1}})
    link.detach()


def slow_link(browser: Browser, service: Service) -> str:
    """A line of 60 kB a second with 400 ms to answer: progress is seen, what is typed meanwhile
    waits for the file and is said once."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        visit.add(picture("small.png"))
        link = visit.context.new_cdp_session(page)
        link.send("Network.enable")
        link.send("Network.emulateNetworkConditions", {
            "offline": False, "latency": 400, "downloadThroughput": 60_000,
            "uploadThroughput": 60_000})
        page.set_input_files("#picker", [wav(pathlib.Path(service.folder) / "noise.wav", 600_000)])
        page.fill("#say", f'{ANIMATE} and the title "Dawn"')
        page.press("#say", "Enter")
        bar = page.locator("#shelf progress")
        share = lambda: float(bar.get_attribute("value") or 0) if bar.count() else 1  # noqa: E731
        seen = {visit.wait(lambda: 0 < share() < 1 and share(), "progress")}
        while share() < 1:
            seen.add(share())
            page.wait_for_timeout(100)
        require(len(seen) >= 2, f"progress was seen at {sorted(seen)} alone")
        page.locator(".clip[data-kind=text]").wait_for(timeout=60_000)
        page.locator("#talk .waiting").wait_for(state="detached", timeout=60_000)
        visit.frame()
        said = page.locator("#talk .said.mine").count()
        require(said == 1, f"the message was said {said} times")
        return f"progress at {len(seen)} steps; the film came, once"


def large_file(browser: Browser, service: Service) -> str:
    """A file over the plan's limit is refused in words before it is sent."""
    strict = Service(service.kinora, pathlib.Path(service.folder) / "strict",
                     {**GENEROUS, "plans": {"anonymous": {"fileMegabytes": 1}}})
    with strict, Visit(browser, strict.url) as visit:
        visit.page.set_input_files("#picker", [
            {"name": "big.wav", "mimeType": "audio/wav", "buffer": bytes(2_500_000)}])
        told = visit.notice()
        require("big.wav" in told and "MB" in told, f"the page says {told!r}")
        return told


def no_credits(browser: Browser, service: Service) -> str:
    """Without credits the words stay, and the way to more is offered."""
    poor = Service(service.kinora, pathlib.Path(service.folder) / "poor",
                   {**GENEROUS, "plans": {"anonymous": {"credits": 2}}})
    with poor, Visit(browser, poor.url) as visit:
        page = visit.page
        visit.add(picture())
        page.fill("#say", ANIMATE)
        page.press("#say", "Enter")
        wrong = page.locator("#talk .said.wrong")
        wrong.wait_for()
        wrong.locator("button").click()
        page.locator("dialog button", has_text="Create an account").click()
        page.fill('dialog input[type="email"]', "ada@example.org")
        page.fill('dialog input[type="password"]', "a long pass phrase")
        page.locator("dialog form button").click()
        visit.wait(lambda: "500" in page.inner_text("#credits") or "502" in page.inner_text("#credits"),
                   "the account's credits")
        visit.say(ANIMATE)
        require(len(visit.clips("video")) == 1, "the film isn't made after registering")
        return page.inner_text("#credits")


def expired_token(browser: Browser, service: Service) -> str:
    """A token that is taken back in an open page asks for the password and goes on."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        page.click("#account")
        page.locator("dialog button", has_text="Create an account").click()
        page.fill('dialog input[type="email"]', "lin@example.org")
        page.fill('dialog input[type="password"]', "a long pass phrase")
        page.locator("dialog form button").click()
        page.locator("dialog").wait_for(state="detached")
        begin(visit)
        token = page.evaluate("JSON.parse(localStorage.getItem('kinora.visitor')).token")
        user = Connection(service.url, token)
        current = next(one for one in user.get("/api/auth/tokens").data["tokens"] if one["current"])
        user.send("DELETE", f"/api/auth/tokens/{current['id']}")
        page.fill("#say", "make the title blue")
        page.press("#say", "Enter")
        page.fill('dialog input[type="password"]', "a long pass phrase")
        page.locator("dialog form button").click()
        page.locator("#talk .waiting").wait_for(state="detached")
        visit.wait(lambda: page.locator(".change").count() >= 3, "the edit after signing in again")
        return "signed in again in mid-message; the edit was made"


def somebody_elses(browser: Browser, service: Service) -> str:
    """A link to a film of another account says so."""
    with Visit(browser, service.url) as visit:
        begin(visit)
        session = visit.page.evaluate("localStorage.getItem('kinora.session')")
    with Visit(browser, service.url) as stranger:
        page = stranger.tab(f"/workspace/claim?task=t&session={session}")
        notice = page.locator(".notice p")
        notice.first.wait_for()
        time.sleep(0.2)
        return notice.first.inner_text()


SCENES = {
    "reload_in_turn": reload_in_turn, "cancelled_export": cancelled_export,
    "two_tabs": two_tabs, "offline": offline,
    "server_restart": server_restart, "bad_files": bad_files,
    "dropped_folder": dropped_folder, "slow_link": slow_link, "large_file": large_file,
    "no_credits": no_credits, "expired_token": expired_token, "somebody_elses": somebody_elses,
}
