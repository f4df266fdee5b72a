"""Redirect URLs as the author set them in code: what stands beside them, and what is none at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import redirect_urls as rules
from guidec.guide.indexes.url_words import CUE, OTHER_CUE, may_hold_cue
from guidec.guide.indexes.urls import URL, trim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.checks.checked import Checked
    from guidec.guide.passages import Passage
    from guidec.guide.runs import Line, Run
    from guidec.source import Position

OTHER_SCHEME = re.compile(
    r"https?(?=:\w)|(?:javascript|data|vbscript)(?=:)|urn(?=:ietf:wg:oauth:)|[a-z][a-z0-9+.-]{1,40}(?=:[/\\]+\w)",
    re.IGNORECASE,
)
NO_SCHEME = re.compile(r"[/\\\\]{2}[\w.-]+\.[a-z]{2,}[/\\\\]", re.IGNORECASE)
NEVER = frozenset({"javascript", "data", "file", "ftp", "vbscript", "blob", "ws", "wss"})
"""Schemes that no provider may send a code to."""
WEB = frozenset({"http", "https"})
PADDING = re.compile(r"[^\w/<>{}\[\]$%#?&=]+")
NEAR = 120
"""How far in front of code words for a redirect URL count, in characters."""


def misspelt_in_code(checked: Checked) -> Iterator[Diagnostic]:
    """Find padding around redirect URLs in code, and code that a redirect URL was meant to be."""
    known = {entry.url for entry in checked.guide.redirect_urls}
    for passage in checked.passages:
        line = passage.line
        for run in line.runs if passage.kind != "code" else ():
            place = line.position(run.start, run.end) if run.style == "code" else None
            if place is None:
                continue
            match = URL.search(run.text)
            url = trim(match.group()) if match else ""
            if url in known:
                yield from _padding(run, url, place)
            elif not match and is_announced(passage, line, run.start):
                yield from no_url(run.text.strip(), place)


def _padding(run: Run, url: str, place: Position) -> Iterator[Diagnostic]:
    """Report what stands between a URL and the edges of its code, spaces that Markdown cuts included."""
    source = place.source
    start = source.text.find(url, place.start_offset, place.end_offset)
    at = source.span(start, start + len(url)) if start >= 0 else place
    before, _, after = run.text.partition(url)
    edges = (
        source.text[at.start_offset - 2 : at.start_offset],
        source.text[at.end_offset : at.end_offset + 2],
    )
    blank = edges[0] == "` " or edges[1] == " `"
    goes_on = re.match(r"\s+[^\s]*[./]|[\]\[|^`]\S|\s+\w+\s*$", after)
    if goes_on and not URL.search(after) and not before.strip():
        message = (
            f"Unexpected text behind redirect URL in `{run.text[:100]}`, expected no character that ends it"
        )
        yield Diagnostic.at(rules.REDIRECT_URL_PATH, message, place)
    elif blank or (before + after and PADDING.fullmatch(before + after)):
        shown = (before + after).strip() or " "
        message = f"Unexpected `{shown[:20]}` beside redirect URL in code, expected nothing but the URL"
        yield Diagnostic.at(rules.REDIRECT_URL_PADDING, message, at)


def is_announced(passage: Passage, line: Line, start: int) -> bool:
    """Tell whether words for a redirect URL stand in front of `start`, and none for another URL after them."""
    before = line.text[max(start - NEAR, 0) : start]
    leads = (passage.column, passage.row, passage.lead.text if passage.lead else None)
    return any(_announces(words) for words in ([before] if before.strip() else leads) if words)


def _announces(words: str) -> bool:
    words = words[-NEAR:]
    cue = next(reversed([*CUE.finditer(words)]), None) if may_hold_cue(words) else None
    return cue is not None and not OTHER_CUE.search(words, cue.end())


def no_url(written: str, place: Position) -> Iterator[Diagnostic]:
    """Report what is written in the place of a redirect URL and is none, by its scheme; other words are no matter."""
    match = OTHER_SCHEME.match(written)
    scheme = match.group().lower() if match else ""
    shown = f"`{written[:60]}`"
    if scheme in WEB or (not scheme and NO_SCHEME.match(written)):
        message = f"Unexpected form of redirect URL {shown}, expected `https://` and a host"
        yield Diagnostic.at(rules.REDIRECT_URL_HOST, message, place)
    elif scheme in NEVER:
        message = f"Unexpected scheme `{scheme}` in redirect URL, expected a complete https URL"
        yield Diagnostic.at(rules.REDIRECT_URL_SCHEME, message, place)
    elif scheme:
        message = f"Unexpected scheme `{scheme[:40]}` in redirect URL, expected https"
        yield Diagnostic.at(rules.REDIRECT_URL_PRIVATE_SCHEME, message, place)
