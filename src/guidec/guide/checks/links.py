"""Checks of where links lead: hosts, and texts that show something else."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from guidec.diagnostics.rules import links as rules
from guidec.diagnostics.rules.redirect_urls import LINK_TEXT_IS_OTHER_URL
from guidec.guide.checks.confusable import reads_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.diagnostics import Diagnostic
    from guidec.guide.checks.checked import Checked

SHOWN_URL = re.compile(r"https?://\S+")


def link_targets(checked: Checked) -> Iterator[Diagnostic]:
    """Find links that deceive by their host, or that show another URL."""
    for link in checked.guide.links:
        url = link.url.strip()
        deceiving = _deceiving_host(url)
        if deceiving:
            message = f"Unexpected host `{deceiving[:60]}` of a link, expected letters of one alphabet and no user name"
            yield checked.at_text(rules.LINK_HOST, message, link.position, link.url)
        shown = link.text.strip()
        if SHOWN_URL.fullmatch(shown) and _bare(shown) != _bare(url):
            message = f"Unexpected target `{url[:100]}` of a link that shows another URL, expected the same"
            yield checked.at(LINK_TEXT_IS_OTHER_URL, message, link.position)


def _deceiving_host(url: str) -> str | None:
    """Give the host of a URL where it is made to be taken for another one."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    if "@" in parts.netloc and "." in parts.netloc.partition("@")[0]:
        return parts.netloc
    return host if any(_deceives(label) for label in _unicode(host).split(".")) else None


def _unicode(host: str) -> str:
    try:
        return host.encode("ascii").decode("idna") if "xn--" in host else host
    except UnicodeError:
        return host


def _deceives(label: str) -> bool:
    """Tell whether a label mixes alphabets, or is of another one and reads as ASCII all the same."""
    if label.isascii():
        return False
    alphabets = {unicodedata.name(letter, "").partition(" ")[0] for letter in label if letter.isalpha()}
    foreign = alphabets - {
        "LATIN",
        "CJK",
        "HIRAGANA",
        "KATAKANA",
        "HANGUL",
        "BOPOMOFO",
        "FULLWIDTH",
        "KATAKANA-HIRAGANA",
    }
    return (bool(foreign) and len(alphabets) > 1) or (bool(foreign) and reads_as(label).isascii())


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", url.lower()).partition("#")[0].partition("?")[0].rstrip("/.…")
