"""Pages on disk and behind a server, and the addresses under which a browser finds them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from guidec.targets.html import render_page
from guidec.targets.target import Options

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from guidec.guide.models import Guide

PLAIN_HOST = "checklist.test"
BASE_URL = "https://docs.acme.example"

Open = Callable[..., "Page"]


@dataclass(frozen=True)
class Site:
    """A folder of pages, and the addresses under which a browser finds them."""

    folder: Path
    port: int

    def write(self, guide: Guide) -> None:
        """Write the page of a guide."""
        path = self.folder / f"{guide.id}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render_page(guide, Options(base_url=BASE_URL)), encoding="utf-8")

    def file(self, name: str) -> str:
        """Give the address of a page on disk."""
        return (self.folder / f"{name}.html").as_uri()

    def without_script(self, name: str) -> str:
        """Give the address of a page whose script is taken out, for tools that need scripts of their own."""
        html = (self.folder / f"{name}.html").read_text(encoding="utf-8")
        path = self.folder / f"{name}.noscript.html"
        path.write_text(re.sub("(?s)<script>.*?</script>", "", html), encoding="utf-8")
        return path.as_uri()

    def http(self, name: str) -> str:
        """Give the address of a page on this machine, which browsers trust like https."""
        return f"http://127.0.0.1:{self.port}/{name}.html"

    def plain(self, name: str) -> str:
        """Give the address of a page on another host over plain http, which browsers do not trust."""
        return f"http://{PLAIN_HOST}:{self.port}/{name}.html"


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder silently; `?slow` sends the end of a page later, so that it is painted before it is complete."""

    def log_message(self, *_: Any) -> None:
        pass

    def copyfile(self, source: Any, outputfile: Any) -> None:
        data = source.read()
        end = data.rfind(b"</main>") if self.path.endswith("?slow") else len(data)
        outputfile.write(data[:end])
        outputfile.flush()
        if end < len(data):
            time.sleep(0.5)
            outputfile.write(data[end:])


def wait_until(page: Page, condition: str) -> None:
    """Wait until an expression is true on a page; fail after ten seconds.

    `Page.wait_for_function` asks a second time by `eval`, which the policy of a checklist does not let it.
    """
    for _ in range(500):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(20)
    pytest.fail(f"not true in ten seconds: {condition}")
