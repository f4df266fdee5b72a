"""Which URLs become links and images: those of a few schemes, and relative ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.links import LINK_SCHEME

if TYPE_CHECKING:
    from guidec.source import Position

LINKS = frozenset({"http", "https", "mailto", "tel"})
IMAGES = frozenset({"http", "https"})
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
IGNORED = re.compile(r"\A[\x00-\x20]+|[\t\r\n]+")
"""What browsers leave out of a URL before they look at its scheme (URL standard, section 4.4)."""
RASTER = re.compile(
    r"data:image/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)[;,]", re.IGNORECASE
)


def refused_link(url: str) -> str | None:
    """Give the scheme of a URL that must not become a link."""
    return _beside(url, LINKS)


def refused_image(url: str) -> str | None:
    """Give the scheme of a URL that must not become an image; pictures may stand in their URL, documents may not."""
    return None if RASTER.match(url) else _beside(url, IMAGES)


def report(url: str, scheme: str, *, image: bool, position: Position) -> Diagnostic:
    """Report a URL that is refused for its scheme, at the URL where it is spelled as it is meant."""
    kind, allowed = ("an image", "http or https") if image else ("a link", "http, https, mailto or tel")
    start = position.source.text.rfind(url, position.start_offset, position.end_offset)
    place = position.source.span(start, start + len(url)) if start >= 0 else position
    message = f"Unexpected scheme `{scheme[:40]}` of {kind}, expected {allowed}"
    return Diagnostic.at(LINK_SCHEME, message, place)


def _beside(url: str, allowed: frozenset[str]) -> str | None:
    if ":" not in url:
        return None
    found = SCHEME.match(IGNORED.sub("", url))
    return found.group() if found and found.group().lower() not in allowed else None
