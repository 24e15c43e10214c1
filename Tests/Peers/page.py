#!/usr/bin/env python3
"""The studio page in a real browser, from the first visit to the downloaded film.

    page.py .build/release/kinora FOLDER [first_visit …]
"""

import pathlib
import sys
import time

from playwright.sync_api import sync_playwright

import page_figures
import page_shots
import page_troubles
import page_work
from browser import Visit, launch
from service import Failure, Service
from settings import GENEROUS


def main(kinora: str, folder: str, *names: str) -> int:
    usual = page_work.SCENES | page_troubles.SCENES | page_figures.SCENES
    scenes = usual | page_shots.SCENES
    failed = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for name in names or usual:
            service = Service(kinora, pathlib.Path(folder) / name, GENEROUS)
            begin = time.monotonic()
            Visit.shots = service.folder
            try:
                service.start()
                told = scenes[name](browser, service)
                print(f"ok    {name} ({time.monotonic() - begin:.1f} s): {told}", flush=True)
            except Exception as error:  # noqa: BLE001 - each scene stands alone
                failed.append(name)
                shown = error if isinstance(error, Failure) else repr(error)
                print(f"FAIL  {name}: {shown}", flush=True)
            finally:
                service.kill()
        browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
