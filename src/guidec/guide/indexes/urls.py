"""The URLs that stand in passages, each without the punctuation around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from guidec.guide.indexes.url_words import PATH, may_hold_cue
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.passages import Passage
    from guidec.guide.runs import Line, Run

BLANK = r"<[^<>\s][^<>\r\n]{0,80}>|\{[^{}\s][^{}\r\n]{0,80}\}|\{\{[^{}\r\n]{1,80}\}\}"
"""What the reader is to fill in, for which several words may stand: `<your own domain>`."""
BRACKETED = r"\[[^\[\]\r\n]{1,80}\]"
"""The address of a host (RFC 3986, section 3.2.2), or what the reader is to fill in."""
URL = re.compile(
    rf"\bhttp(?:s|\(s\))?://(?:{BRACKETED})?(?>(?:{BLANK}|[^\s\"'`|^\[\]“”‘’«»])+)", re.IGNORECASE
)
QUOTED = re.compile(rf"http(?:s|\(s\))?://(?>(?:{BLANK}|{BRACKETED}|[^\s`|^\[\]])+)", re.IGNORECASE)
"""A URL in which quotation marks may stand: in a span of code that is one, all of it is what the reader copies."""
EITHER = re.compile(r"\Ahttp\(s\)://", re.IGNORECASE)
"""Begins a URL of which both schemes are meant; what is registered begins with one."""
OWN = re.compile(
    rf"(?:{BLANK}|\$\{{\w{{1,60}}\}}|\$\w{{1,60}}|\{{\{{[\w .-]{{1,60}}\}}\}})(?P<path>/[\w./<>{{}}$:-]+)?"
)
"""The same on a host of the reader's: `{BASE_URL}/auth/callback`; only in code, where it stands for itself."""
ROW = re.compile(rf"(?:[A-Za-z][\w ()-]{{1,40}}:\s+)?(?:{URL.pattern}|{OWN.pattern})", re.IGNORECASE)
"""A line of a block of URLs, perhaps with the label of a field."""
PADDING = ".,;:!?*_\\\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
WILDCARD = re.compile(r"(?<![*/])/\*{1,2}")
"""Ends a URL that stands for all below it: no footnote mark, no end of bold text."""
QUOTES = "\"'`“”‘’«»"
BRACKETS = {")": "(", "}": "{", ">": "<"}
DATA_LANGUAGES = frozenset(
    {None, "", "text", "txt", "plain", "plaintext", "http", "https", "url", "uri", "none"}
)
FORMATS = frozenset({"json", "json5", "jsonc", "toml", "yaml", "yml"})
REGISTERED = re.compile(
    r"\b(?:callback|redirect)_?ur[il]s[\"']?[ \t]*[:=][ \t]*(?P<list>\[[^\[\]]{0,2000}\]|(?:\n[ \t]*-[^\n]*)+)",
    re.IGNORECASE,
)
"""A list of redirect URLs in such a format."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A URL in a passage."""

    url: str
    start: int
    end: int
    line: Line
    passage: Passage
    run: Run | None


START = attrgetter("start")


def candidates(passage: Passage) -> Iterator[Candidate]:
    """Give the URLs of a passage, in its text and where its links lead; of code only where it is nothing else."""
    if passage.kind == "code" and not _is_data(passage):
        return _registered(passage)
    return iter(sorted((*_in_text(passage), *_on_own_host(passage), *_of_links(passage)), key=START))


def _in_text(passage: Passage) -> Iterator[Candidate]:
    line = passage.line
    end = 0
    for match in URL.finditer(line.text) if "://" in line.text else ():
        if match.start() < end:
            continue
        run = line.run_at(match.start())
        url = trim(_whole(run) or match.group())
        end = match.start() + len(url)
        url = EITHER.sub("https://", url)
        if len(url) > len("https://"):
            yield Candidate(url, match.start(), end, line, passage, run)


def _of_links(passage: Passage) -> Iterator[Candidate]:
    line = passage.line
    for run in line.runs:
        if (
            run.style == "link"
            and run.url
            and PATH.search(run.url)
            and URL.match(run.url)
            and not URL.search(run.text)
        ):
            yield Candidate(trim(run.url), run.start, run.end, line, passage, run)


def _on_own_host(passage: Passage) -> Iterator[Candidate]:
    line = passage.line
    for run in line.runs:
        if run.style != "code" or (
            not run.text.lstrip().startswith(("<", "{", "$")) and passage.kind != "code"
        ):
            continue
        found = OWN.finditer(run.text) if passage.kind == "code" else filter(None, [OWN.fullmatch(run.text)])
        for own in found:
            if own["path"] and not run.text.endswith("://", 0, own.start()):
                start = run.start + own.start()
                yield Candidate(own.group(), start, start + len(own.group()), line, passage, run)


def _whole(run: Run | None) -> str | None:
    """Give a span of code that is nothing but a URL, and quotation marks behind it."""
    is_url = run is not None and isinstance(run.node, nodes.InlineCode) and QUOTED.fullmatch(run.text)
    return run.text if run is not None and is_url else None


def _registered(passage: Passage) -> Iterator[Candidate]:
    """Give the redirect URLs in a block of data with which the reader registers an application: a manifest."""
    if (getattr(passage.content[0], "lang", None) or "").lower() not in DATA_LANGUAGES | FORMATS:
        return
    line = passage.line
    for entry in REGISTERED.finditer(line.text) if may_hold_cue(line.text) else ():
        for pattern in (URL, OWN):
            for found in pattern.finditer(line.text, entry.start("list"), entry.end("list")):
                url = trim(found.group())
                if pattern is URL or (found["path"] and not line.text.endswith("://", 0, found.start())):
                    end = found.start() + len(url)
                    yield Candidate(url, found.start(), end, line, passage, line.run_at(found.start()))


def _is_data(passage: Passage) -> bool:
    """Tell whether a block of code is nothing but URLs, one on a line."""
    lang = getattr(passage.content[0], "lang", None)
    lines = (row.strip().rstrip(",;") for row in passage.text.splitlines())
    rows = [row for row in lines if row and not row.startswith(("#", "//"))]
    return (
        bool(rows)
        and (lang or "").lower() in DATA_LANGUAGES | {"bash", "sh", "shell"}
        and all(map(ROW.fullmatch, rows))
    )


def trim(url: str) -> str:
    """Cut what belongs to the sentence around a URL: trailing punctuation, and brackets that it does not open."""
    unopened = {closing: url.count(closing) - url.count(opening) for closing, opening in BRACKETS.items()}
    end = len(url)
    while end and (url[end - 1] in PADDING + QUOTES or unopened.get(url[end - 1], 0) > 0):
        if url[end - 1] == "*" and WILDCARD.fullmatch(url, url.rfind("/", 0, end), end):
            break
        end -= 1
        if url[end] in unopened:
            unopened[url[end]] -= 1
    return url[:end]
