"""A browser that visits the studio page, and what it complains of."""

import contextlib
import os
import pathlib
import shutil
from dataclasses import dataclass, field
from typing import Any, Callable, ClassVar, Optional

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, TimeoutError

from service import Failure, require

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
# What a browser says by itself of replies that the page answers with a sentence.
EXPECTED = "Failed to load resource"


def launch(playwright: Playwright) -> Browser:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    require(program, "there is no chromium; install Debian's package of that name")
    # As root, as in a container, its own sandbox can't be set up.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=program, args=flags)


@dataclass
class Visit:
    """One visitor: a browser with a memory of its own, and a page in it."""

    browser: Browser
    url: str
    size: dict = field(default_factory=lambda: DESK)
    settings: dict = field(default_factory=dict)
    complaints: list = field(default_factory=list)
    context: Optional[BrowserContext] = None
    page: Optional[Page] = None
    # Where a picture of the page is kept when something fails.
    shots: ClassVar[Optional[pathlib.Path]] = None

    def __enter__(self) -> "Visit":
        self.context = self.browser.new_context(viewport=self.size, **self.settings)
        self.context.set_default_timeout(30_000)
        self.page = self.tab()
        return self

    def __exit__(self, kind, *_) -> None:
        if kind is not None and self.shots:
            self.page.screenshot(path=self.shots / "failed.png")
        self.context.close()
        if kind is None:
            require(not self.complaints, f"the page complains: {self.complaints[:3]}")

    def tab(self, path: str = "/") -> Page:
        page = self.context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(self.url + path)
        return page

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(EXPECTED):
            self.complaints.append(message.text)

    def add(self, *files: dict) -> None:
        """Gives files to the page and waits until the server has them."""
        before = self.page.locator("#shelf .thumb").count()
        self.page.set_input_files("#picker", list(files))
        self.wait(lambda: self.page.locator("#shelf .thumb").count() >= before + len(files)
                  and not self.page.locator("#shelf progress").count(), "the files to be taken")

    def say(self, words: str, within: float = 60) -> None:
        """Says something and waits until all is done about it."""
        self.page.fill("#say", words)
        self.page.press("#say", "Enter")
        with contextlib.suppress(TimeoutError):
            # A quick answer may be there before anybody looks.
            self.page.locator("#talk .waiting").wait_for(timeout=5000)
        self.page.locator("#talk .waiting").wait_for(state="detached", timeout=within * 1000)

    def wait(self, holds: Callable[[], Any], what: str, within: float = 30) -> Any:
        for _ in range(int(within * 20)):
            found = holds()
            if found:
                return found
            self.page.wait_for_timeout(50)
        raise Failure(f"waited {within:.0f} s for {what}")

    def frame(self, other_than: Optional[str] = None) -> str:
        """Waits for the picture that is wanted in the preview, for another than that one; gives
        its address."""
        shown = "document.querySelector('.frame:not([aria-busy]) img')"
        return self.wait(
            lambda: self.page.evaluate(
                f"(other) => {shown}?.complete && {shown}.naturalWidth > 0 && {shown}.src !== other"
                f" ? {shown}.src : ''", other_than), "another picture in the preview")

    def pixels(self) -> list:
        """The preview's picture as 16 by 9 pixels."""
        return self.page.evaluate(
            """() => {
              const canvas = new OffscreenCanvas(16, 9), pen = canvas.getContext('2d');
              pen.drawImage(document.querySelector('.frame img'), 0, 0, 16, 9);
              return [...pen.getImageData(0, 0, 16, 9).data];
            }""")

    def clips(self, kind: str) -> list:
        """The clips of a kind, each with its name and its box."""
        return self.page.evaluate(
            """(kind) => [...document.querySelectorAll(`.clip[data-kind="${kind}"]`)].map((clip) => {
              const { x, y, width, height } = clip.getBoundingClientRect();
              return { name: clip.ariaLabel, id: clip.dataset.segment, x, y, width, height };
            })""", kind)

    def drag(self, start: tuple, end: tuple) -> None:
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        for part in range(1, 9):
            mouse.move(start[0] + (end[0] - start[0]) * part / 8,
                       start[1] + (end[1] - start[1]) * part / 8)
        mouse.up()

    def notice(self) -> str:
        """What the page says at its edge."""
        return self.wait(
            lambda: " ".join(self.page.locator(".notice p").all_inner_texts()), "a notice")
