"""Literal autolinks (GFM): `www.`, `http://`, `https://` and e-mail addresses without any markup.

Only what the reference's tokenizer finds, whose links have a place. Where it does not look, in text with an open `[`
before it for example, `autolink_text.py` finds links later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from guidec.mdx.rules_inline.characters import WHITE_SPACE, CharacterClass, classify

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline

_SPACE = re.escape("".join(sorted(WHITE_SPACE)))
_EMAIL_START = re.compile(r"(?<![A-Za-z0-9+\-._/])[A-Za-z0-9+\-._]++@")
_EMAIL = re.compile(_EMAIL_START.pattern + r"(?:[A-Za-z0-9\-_]|\.(?=[A-Za-z0-9]))++")
_WWW = re.compile(r"(?<![^ \t\r\n(*_\[\]~])www\.", re.IGNORECASE)
_PROTOCOL = re.compile(r"(?<![A-Za-z])https?://(?=[^\x00-\x20\x7f])", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z0-9\-]+")
_PATH = re.compile(rf"[^!\"&'()*,.:;<?\]_~{_SPACE}]+")
_TRAIL = re.compile(rf"(?:[!\"')*,.:;?_~]|&[A-Za-z]++;|\](?![(\[{_SPACE}]|\Z))*+")
_PATH_TRAIL = frozenset("!\"&'),*.:;<?]_~")


class Domain(NamedTuple):
    """A stretch that domains end with, which several candidates may share."""

    start: int
    end: int
    underscore: int
    """The last `_` in its last two labels: a domain that holds it is none. -1 if there is none."""


def may_hold_autolinks(text: str) -> bool:
    """Whether it is worth looking for autolinks; most text has none."""
    return "@" in text or "://" in text or (("w." in text or "W." in text) and "www." in text.lower())


def find_candidates(src: str) -> list[int]:
    """Give the offsets at which an autolink may start, in order."""
    found: set[int] = set()
    if "@" in src:
        found.update(match.start() for match in _EMAIL_START.finditer(src))
    if "w." in src or "W." in src:
        found.update(match.start() for match in _WWW.finditer(src))
    if "://" in src:
        found.update(match.start() for match in _PROTOCOL.finditer(src))
    return sorted(found)


def linkify(state: MdxStateInline, silent: bool) -> bool:
    """Take a URL or e-mail address.

    > | see www.example.com, or ask
            ^^^^^^^^^^^^^^^

    """
    start = state.pos
    if not state.autolinks or state.next_autolink() != start or state.brackets.open:
        return False
    end, prefix = _scan(state, start)
    if not end:
        return False
    if silent:
        state.pos = end
        return True
    value = state.src[start:end]
    link = state.add("link_open", start, markup="linkify")
    link.tag, link.nesting, link.info, link.attrs = "a", 1, "auto", {"href": prefix + value}
    state.add("text", end, content=value)
    link = state.add("link_close", end, markup="linkify")
    link.tag, link.nesting, link.info = "a", -1, "auto"
    return True


def _scan(state: MdxStateInline, start: int) -> tuple[int, str]:
    """Give where the autolink at `start` ends, 0 if it is none, and what its URL has before it."""
    src = state.src
    email = _EMAIL.match(src, start)
    if email and email[0][-1].isalpha() and "." in email[0].rpartition("@")[2]:
        return email.end(), "mailto:"
    if www := _WWW.match(src, start):
        domain_end = _domain_end(state, start) if www.end() < len(src) else 0
        return (_path_end(src, domain_end), "http://") if domain_end else (0, "")
    protocol = _PROTOCOL.match(src, start)
    if protocol is None or classify(src[protocol.end()]) != CharacterClass.OTHER:
        return 0, ""
    domain_end = _domain_end(state, protocol.end())
    return (_path_end(src, domain_end), "") if domain_end else (0, "")


def _domain_end(state: MdxStateInline, start: int) -> int:
    """Give where the domain at `start` ends, 0 if it is none: `_` may not stand in its last two labels."""
    domain = state.domain
    if domain is None or not domain.start <= start < domain.end:
        domain = state.domain = _scan_domain(state.src, start)
    return domain.end if domain.underscore < start < domain.end else 0


def _scan_domain(src: str, start: int) -> Domain:
    offset, no_trail = start, 0
    while offset < len(src):
        character = src[offset]
        if letters := _LETTERS.match(src, offset):
            offset = letters.end()
            continue
        if character in "._":
            if offset >= no_trail:
                no_trail = _TRAIL.match(src, offset).end()  # type: ignore[union-attr]  # always matches
                if _ends_autolink(src, no_trail):
                    break
        elif classify(character) != CharacterClass.OTHER:
            break
        offset += 1
    last_labels = src.rfind(".", start, max(src.rfind(".", start, offset), start)) + 1
    return Domain(start, offset, src.rfind("_", max(last_labels, start), offset))


def _path_end(src: str, start: int) -> int:
    """Give where the path that follows a domain ends: before white space and before trailing punctuation."""
    offset, no_trail, balance = start, 0, 0
    while offset < len(src):
        if plain := _PATH.match(src, offset):
            offset = plain.end()
            continue
        character = src[offset]
        if character == "(":
            balance += 1
        elif character == ")" and balance > 0:
            balance -= 1
        elif character not in _PATH_TRAIL:
            break
        elif offset >= no_trail:
            no_trail = _TRAIL.match(src, offset).end()  # type: ignore[union-attr]  # always matches
            if _ends_autolink(src, no_trail):
                break
            balance -= character == ")"
        offset += 1
    return offset


def _ends_autolink(src: str, offset: int) -> bool:
    """Whether an autolink ends here, trailing punctuation stepped over.

    The pattern for that stops at a `]` only where the `]` itself ends the autolink.
    """
    return offset >= len(src) or src[offset] in "<]" or src[offset] in WHITE_SPACE
