"""A real browser, and a site for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from served import Handler, Open, Site
from tools import CHROMIUM_ARGUMENTS, chromium

from guidec.targets.catalogue import catalogue_entry
from guidec.targets.html.index import render_index
from guides import actions_guide, p, rich_guide, section, small_guide, step

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the pages of four guides and the page of all of them."""
    folder = tmp_path_factory.mktemp("html")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    served = Site(folder, server.server_port)
    guides = [
        small_guide(id="small"),
        rich_guide(id="deep/rich"),
        actions_guide(id="actions", title="Acme, by actions"),
        small_guide(id="plain", title="No actions", sections=[section("One", step("A", p("x")))]),
    ]
    for guide in guides:
        served.write(guide)
    (folder / "index.html").write_text("".join(render_index(map(catalogue_entry, guides))), encoding="utf-8")
    yield served
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once."""
    path = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open addresses in one fresh profile; whatever a page complains about in the console fails the test."""
    contexts = []
    complaints: list[str] = []

    def open_(
        address: str,
        *,
        script: str = "",
        beside: Page | None = None,
        complaints_expected: bool = False,
        **options: Any,
    ) -> Page:
        context = beside.context if beside else browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        if not complaints_expected:
            page.on(
                "console",
                lambda message: complaints.append(message.text) if message.type == "error" else None,
            )
            page.on("pageerror", lambda error: complaints.append(str(error)))
        if script:
            page.add_init_script(script)
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [text for text in complaints if "favicon.ico" not in text] == []
