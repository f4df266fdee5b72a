"""Pictures of the checklist as the documentation shows them: `python tests/targets/html/screenshots.py`."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools import CHROMIUM_ARGUMENTS, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[3]
PAGES = ROOT / "build" / "html"
IMAGES = ROOT / "docs" / "images"
DESK = {"width": 960, "height": 900}
PHONE = {"width": 390, "height": 844}
A4 = {"width": 794, "height": 1123}
# Chromium pictures no @page margin: the same room, as padding.
SHEET = "main { padding: 18mm !important }"


@dataclass(frozen=True)
class Picture:
    """One picture of one page."""

    name: str
    page: str
    size: dict[str, int]
    ticked: int = 0
    scroll_to: str | None = None
    paper: bool = False
    options: dict[str, Any] = field(default_factory=dict)


PICTURES = (
    Picture("checklist", "smartsheet", DESK, ticked=4),
    Picture("checklist-dark", "smartsheet", DESK, ticked=4, options={"color_scheme": "dark"}),
    Picture("checklist-phone", "smartsheet", PHONE, ticked=9, scroll_to=".next-step"),
    Picture("checklist-actions", "messaging/slack", DESK, ticked=2),
    Picture("checklist-print", "smartsheet", A4, ticked=4, paper=True),
    Picture("index", "index", DESK),
)


def take(browser: Browser, picture: Picture) -> None:
    """Open the page as the picture wants it, and picture the window."""
    context = browser.new_context(
        viewport=picture.size, device_scale_factor=1.5, bypass_csp=True, **picture.options
    )
    page = context.new_page()
    page.goto((PAGES / f"{picture.page}.html").as_uri())
    for box in page.locator("input[type=checkbox]").all()[: picture.ticked]:
        box.check()
    for action in page.locator("[data-action]").all()[:1]:
        action.click()
    page.evaluate("document.activeElement.blur()")
    page.mouse.move(0, 0)
    arrange(page, picture)
    page.screenshot(path=IMAGES / f"{picture.name}.png")
    context.close()


def arrange(page: Page, picture: Picture) -> None:
    """Scroll to where the picture begins, or lay the page out on paper."""
    if picture.paper:
        page.add_style_tag(content=SHEET)
        page.emulate_media(media="print")
    place = "document.querySelector(selector).scrollIntoView()" if picture.scroll_to else "scrollTo(0, 0)"
    page.evaluate(f"selector => {place}", picture.scroll_to)


def main() -> int:
    """Take all pictures of the pages in build/."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_ARGUMENTS)
        for picture in PICTURES:
            take(browser, picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
