"""Redirect URLs as the author wrote them between other words: what stands beside them, and what is none at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import redirect_urls as rules
from guidec.guide.checks.redirect_urls_in_code import is_announced, no_url
from guidec.guide.indexes.url_words import PATH
from guidec.guide.indexes.urls import QUOTES, URL, trim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.checks.checked import Checked
    from guidec.guide.runs import Line
    from guidec.source import Position

WRITTEN = re.compile(
    r"(?<![^\s\"'“‘«(\[=])(?:[a-z][a-z0-9+.-]{1,40}:|(?=[/\\]{2}))[^\s\"'`“”‘’«»|^\[\]]{2,}", re.IGNORECASE
)
"""What starts like a URL, or like a host without scheme."""
BEHIND = re.compile(r"[^\w\s/]*")
GOES_ON = re.compile(r"\s([\w.-]{1,40}/[\w./-]{1,80})")
"""A word with slashes, as behind a space in a path."""


def misspelt_in_text(checked: Checked) -> Iterator[Diagnostic]:
    """Find padding and spaces in redirect URLs in text, and words that a redirect URL was meant to be."""
    known = {entry.url for entry in checked.guide.redirect_urls}
    for passage in checked.passages:
        if passage.kind == "code" or not (":" in passage.text or "//" in passage.text):
            continue
        line = passage.line
        for start, written in _written(line):
            url, end = trim(written), start + len(trim(written))
            place = line.position(start, end) or passage.position
            if place is None:
                continue
            if url in known:
                yield from _beside(line, start, end, place)
            elif not URL.match(url) and is_announced(passage, line, start):
                yield from no_url(url, place)


def _written(line: Line) -> Iterator[tuple[int, str]]:
    """Give what is written like a URL in no code, and where."""
    for run in line.runs:
        if run.style != "code":
            yield from ((run.start + match.start(), match.group()) for match in WRITTEN.finditer(run.text))


def _beside(line: Line, start: int, end: int, place: Position) -> Iterator[Diagnostic]:
    """Report what a reader would copy together with a URL, or miss; the end of a sentence is neither."""
    url, before, after = (
        line.text[start:end],
        line.text[max(start - 2, 0) : start],
        line.text[end : end + 200],
    )
    padding = BEHIND.match(after)
    behind = padding.group() if padding else ""
    goes_on = GOES_ON.match(after)
    if goes_on and not PATH.search(url) and PATH.search(f"{url}-{goes_on[1]}"):
        message = f"Unexpected space in redirect URL in front of `{goes_on[1]}`, expected none"
        yield Diagnostic.at(rules.REDIRECT_URL_PATH, message, place)
    elif _is_padding(before, behind, is_last=not after[len(behind) :].strip()):
        message = f"Unexpected `{behind[:20]}` behind redirect URL, expected nothing but the URL"
        yield Diagnostic.at(rules.REDIRECT_URL_PADDING, message, place)


def _is_padding(before: str, behind: str, *, is_last: bool) -> bool:
    """Tell whether marks belong to no sentence: quotation marks, several marks, or one mark behind a mere value."""
    if before[-1:] in QUOTES and before and behind[:1] in QUOTES:
        return bool(behind)
    marks = behind.strip(")")
    return len(marks) > 1 or (bool(marks) and is_last and before.rstrip().endswith(":"))
