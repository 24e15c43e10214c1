"""What can be measured of the page: weight, quickness, steadiness, accessibility."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from browser import PHONE, Visit
from page_work import begin, picture
from service import Connection, Service, require

# Axe's rules for WCAG 2.2 up to AA.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def weight(browser: Browser, service: Service) -> str:
    """First paint, bytes, layout shift, and what the page is allowed to load."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        page.wait_for_load_state("networkidle")
        page.evaluate(
            """() => new Promise((done) => new PerformanceObserver((list) => {
              globalThis.shift = (globalThis.shift ?? 0)
                + list.getEntries().reduce((sum, entry) => sum + entry.value, 0);
              done();
            }).observe({ type: 'layout-shift', buffered: true }) ?? setTimeout(done, 300))""")
        found = page.evaluate(
            """() => ({
              paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
              bytes: performance.getEntriesByType('resource').concat(
                performance.getEntriesByType('navigation'))
                .filter((entry) => /\\/($|page\\/)/.test(new URL(entry.name).pathname))
                .reduce((sum, entry) => sum + entry.transferSize, 0),
              shift: globalThis.shift ?? 0,
            })""")
        policy = Connection(service.url).get("/").headers["Content-Security-Policy"]
        require("unsafe" not in policy and "default-src 'none'" in policy, f"the policy: {policy}")
        require(found["bytes"] <= 150_000, f"the page weighs {found['bytes']} bytes")
        require(found["shift"] < 0.02, f"the layout shifts by {found['shift']:.3f}")
        return (f"first paint {found['paint']:.0f} ms, {found['bytes'] / 1000:.0f} kB, "
                f"shift {found['shift']:.3f}")


def sixty_clips(browser: Browser, service: Service) -> str:
    """On a long timeline keys move the playhead and the marks and draw nothing else anew."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        begin(visit)
        session = page.evaluate("localStorage.getItem('kinora.session')")
        token = page.evaluate("JSON.parse(localStorage.getItem('kinora.visitor')).token")
        user = Connection(service.url, token)
        state = user.get(f"/api/state/nemo_agent/me/{session}/latest").data["state"]
        medium = state["video_infos"][0]["id"]
        for _ in range(59):
            user.post(f"/api/edit/nemo_agent/me/{session}", {"verb": {"append": {"media": medium}}})
        page.reload()
        clips = page.locator('.clip[data-kind="video"]')
        visit.wait(lambda: clips.count() == 60, "60 clips")
        page.wait_for_load_state("networkidle")
        page.evaluate(
            """() => { globalThis.slowest = []; new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                if (entry.interactionId) slowest.push([entry.duration, entry.name,
                  Math.round(entry.processingEnd - entry.processingStart)]);
              }
            }).observe({ type: 'event', durationThreshold: 16 }); }""")
        for _ in range(6):
            page.click('[data-tool="plus"]')
        page.evaluate(
            """() => { globalThis.drawn = 0; new MutationObserver((records) => {
              for (const record of records) drawn += record.addedNodes.length;
            }).observe(document.getElementById('tracks'), { childList: true, subtree: true }); }""")
        for key in ("ArrowRight", "Shift+ArrowRight", "i", "Shift+ArrowRight", "o"):
            page.keyboard.press(key)
        require(page.locator(".ruler .marked").is_visible(), "the marked range isn't shown")
        page.keyboard.press("Escape")
        require(page.locator(".ruler .marked").is_hidden(), "Escape leaves the marked range")
        page.keyboard.press("Home")
        drawn = page.evaluate("drawn")
        require(drawn == 0, f"{drawn} elements of the timeline are drawn anew by keys")
        for index in (3, 20, 41):
            clips.nth(index).click()
        page.wait_for_timeout(400)
        durations = sorted(page.evaluate("slowest"))
        worst, kind, own = durations[-1] if durations else (0, "none", 0)
        return (f"{len(durations)} interactions over 16 ms, the slowest {worst:.0f} ms ({kind}, of "
                f"which {own} ms are the page's own)")


def two_hundred_edits(browser: Browser, service: Service) -> str:
    """Memory after 200 edits, against memory after 20."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        begin(visit)
        heaps = []
        line = visit.context.new_cdp_session(page)
        for number in range(200):
            page.click("#undo" if number % 2 == 0 else "#redo")
            visit.wait(lambda: page.locator("#redo" if number % 2 == 0 else "#undo").is_enabled(),
                       "the edit")
            if number in (19, 199):
                page.wait_for_timeout(500)
                line.send("HeapProfiler.collectGarbage")
                heaps.append(page.evaluate("performance.memory.usedJSHeapSize") / 1e6)
        nodes = page.evaluate("document.querySelectorAll('*').length")
        require(heaps[1] < heaps[0] + 4, f"the heap grows: {heaps}")
        return f"{heaps[0]:.1f} MB after 20 edits, {heaps[1]:.1f} MB after 200, {nodes} elements"


def accessible(browser: Browser, service: Service) -> str:
    """Axe finds nothing in the main views, light and dark, desk and phone."""
    views = 0
    for scheme in ("light", "dark"):
        with Visit(browser, service.url, settings={"color_scheme": scheme}) as visit:
            page = visit.page
            page.locator(".blank").wait_for()
            views += audit(page, f"{scheme}, empty")
            begin(visit)
            page.locator('.clip[data-kind="text"]').click()
            page.wait_for_timeout(300)
            views += audit(page, f"{scheme}, a film")
            for button in ("#versions", "#export", "#account", "#films", '[data-tool="help"]'):
                page.click(button)
                page.wait_for_timeout(400)
                views += audit(page, f"{scheme}, {button}")
                page.keyboard.press("Escape")
        settings = {"color_scheme": scheme, "has_touch": True, "is_mobile": True}
        with Visit(browser, service.url, PHONE, settings) as visit:
            visit.add(picture())
            views += audit(visit.page, f"{scheme}, phone")
    keyboard_only(browser, service)
    return f"{views} views without a finding; a film is made by keyboard alone"


def audit(page: Page, view: str) -> int:
    found = Axe().run(page, options=RULES).response["violations"]
    told = [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found]
    require(not found, f"{view}: {told}")
    return 1


def keyboard_only(browser: Browser, service: Service) -> None:
    """Tab reaches the field and the clips, and shows where it stands."""
    with Visit(browser, service.url) as visit:
        page = visit.page
        visit.add(picture())
        page.locator("body").press("Tab")
        page.keyboard.press("Enter")
        require(page.evaluate("document.activeElement.id") == "say", "the first link skips nowhere")
        page.keyboard.type('a film with the title "Dawn"')
        page.keyboard.press("Enter")
        page.locator(".clip[data-kind=text]").wait_for()
        page.locator("#talk .waiting").wait_for(state="detached")
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.classList.contains('clip')"):
                break
        require(page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none",
                "the focused clip shows no outline")
        page.keyboard.press("Enter")
        require(page.locator('.clip[aria-pressed="true"]').count() == 1, "Enter picks no clip")


SCENES = {
    "weight": weight, "sixty_clips": sixty_clips, "two_hundred_edits": two_hundred_edits,
    "accessible": accessible,
}
