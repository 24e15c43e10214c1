"""Pictures of the studio for the README: `page.py KINORA FOLDER shots` writes them into Examples."""

import pathlib

from playwright.sync_api import Browser

from browser import PHONE, Visit
from service import Service

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORDS = 'animate this image into a 6-second cinematic video clip with calm music and the title "Dawn"'
VIEWS = [
    ("studio", "light", {"width": 1360, "height": 820}, {}),
    ("studio-dark", "dark", {"width": 1360, "height": 820}, {}),
    ("studio-phone", "light", PHONE, {"has_touch": True, "is_mobile": True, "locale": "zh-CN"}),
    ("studio-phone-dark", "dark", PHONE, {"has_touch": True, "is_mobile": True}),
]


def shots(browser: Browser, service: Service) -> str:
    """The studio, light and dark, at a desk and on a phone."""
    dawn = ROOT / "Examples" / "dawn.jpg"
    for name, scheme, size, settings in VIEWS:
        with Visit(browser, service.url, size, {"color_scheme": scheme, **settings}) as visit:
            page = visit.page
            visit.add({"name": "dawn.jpg", "mimeType": "image/jpeg", "buffer": dawn.read_bytes()})
            visit.say(WORDS)
            visit.say("换一段轻快的音乐" if settings.get("locale") else "make the title smaller")
            page.keyboard.press("Escape")
            if name == "studio-dark":
                page.click("#export")
                page.check('dialog input[value="9:16"]')
                page.locator("dialog .findings .finding, dialog .findings .soft").first.wait_for()
            elif name == "studio-phone-dark":
                page.tap("#tabs button:nth-child(2)")
            for _ in range(1 if name == "studio-dark" else 2):
                page.keyboard.press("Shift+ArrowRight")
            page.wait_for_timeout(3000)
            page.screenshot(path=ROOT / "Examples" / f"{name}.jpg", type="jpeg", quality=82)
    return ", ".join(name for name, *_ in VIEWS)


SCENES = {"shots": shots}
