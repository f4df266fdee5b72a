"""Literal autolinks (GFM) that are found in finished text: the second of the reference's two passes.

It finds what the tokenizer leaves out, such as a URL with an open `[` before it. Its links, and the text around them,
have no position.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx.nodes import Link, Node, Text
from guidec.mdx.rules_inline.characters import CharacterClass, classify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_Found = tuple[int, int, str, str]
"""Where a link starts and ends, its URL, and its text."""

_URL = re.compile(r"(?<![0-9a-z])(https?://|www(?=\.))([\w-]*+\.[\w\-.]*+)", re.IGNORECASE | re.ASCII)
_PATH = re.compile(r"[^\t\n\r ]*")
_XMPP = re.compile(
    r"(?<![\w+\-.@])xmpp:[\w+\-.]++@([\w-]+(?:\.[\w-]+)+)(/(?:[\w\-/]|\.(?=[0-9A-Za-z]))*)?", re.ASCII
)
_MAILTO = re.compile(r"(?<![\w+\-.@])mailto:[\w+\-.]++@([\w-]+(?:\.[\w-]+)+)", re.ASCII)
_EMAIL = re.compile(r"(?<![\w+\-.])[\w+\-.]++@([\w-]+(?:\.[\w-]+)+)", re.ASCII)
_SCHEME_BEFORE = re.compile(r"(?:^|[^0-9@A-Za-z])(?:mailto|xmpp):\Z")
_LONGEST_SCHEME = len("-mailto:")
_TRAIL = "!\"&'),.:;<>?]}"


def with_autolinks(text: Text) -> Sequence[Node]:
    """Give a text and the links in it, or just the text itself."""
    nodes: list[Node] = [text]
    for find in (_find_urls, _find_xmpp, _find_mailto, _find_emails):
        nodes = [
            piece for node in nodes for piece in (_split(node, find) if isinstance(node, Text) else [node])
        ]
    return nodes


def _split(text: Text, find: Callable[[str], Iterator[_Found]]) -> Iterator[Node]:
    end = 0
    for found_at, found_end, url, label in find(text.value):
        if found_at > end:
            yield Text(None, text.value[end:found_at])
        yield Link(None, (Text(None, label),), url, None)
        end = found_end
    if not end:
        yield text
    elif end < len(text.value):
        yield Text(None, text.value[end:])


def _find_urls(text: str) -> Iterator[_Found]:
    offset = 0
    while match := _URL.search(text, offset):
        prefix, domain = match.groups()
        start = match.start()
        scheme, host = ("http://", prefix + domain) if prefix[0] in "wW" else ("", domain)
        if (start and classify(text[start - 1]) == CharacterClass.OTHER) or host[0] in ".-_":
            offset = start + 1
        elif not _is_domain(host):
            # Another `www.` in the same domain ends alike, unless it starts in the last two labels.
            last_dot = max(text.rfind(".", start, match.end()), start)
            offset = max(start, text.rfind(".", start, last_dot)) + 1
        else:
            end = _url_end(text, start, _PATH.match(text, match.end()).end())  # type: ignore[union-attr]
            yield start, end, scheme + text[start:end], text[start:end]
            offset = end


def _is_domain(host: str) -> bool:
    labels = host.rsplit(".", 2)[-2:]
    good = all(not label or ("_" not in label and label.strip("-")) for label in labels)
    return good and len(labels) > 1


def _url_end(text: str, start: int, end: int) -> int:
    """Leave trailing punctuation out, but not a `)` that closes a `(` of the URL."""
    url = text[start:end].rstrip(_TRAIL)
    trail_start = start + len(url)
    unclosed = url.count("(") - url.count(")")
    while unclosed > 0 and (closing := text.find(")", trail_start, end)) >= 0:
        trail_start = closing + 1
        unclosed -= 1
    return trail_start


def _find_emails(text: str) -> Iterator[_Found]:
    return _find_addresses(_EMAIL, text, _is_email, "mailto:")


def _find_mailto(text: str) -> Iterator[_Found]:
    return _find_addresses(_MAILTO, text, _ends_in_letter)


def _find_xmpp(text: str) -> Iterator[_Found]:
    return _find_addresses(_XMPP, text, _is_xmpp)


def _find_addresses(
    pattern: re.Pattern[str], text: str, accept: Callable[[re.Match[str]], bool], scheme: str = ""
) -> Iterator[_Found]:
    offset = 0
    while match := pattern.search(text, offset):
        accepted = accept(match)
        if accepted:
            yield *match.span(), scheme + match[0], match[0]
        offset = match.end() if accepted else match.start() + 1


def _ends_in_letter(match: re.Match[str]) -> bool:
    return match[1][-1].isalpha()


def _is_email(match: re.Match[str]) -> bool:
    before = match.string[max(match.start() - _LONGEST_SCHEME, 0) : match.start()]
    return _ends_in_letter(match) and not _SCHEME_BEFORE.search(before)


def _is_xmpp(match: re.Match[str]) -> bool:
    resource = match[2]
    if resource and (not resource[-1].isalpha() or match.string.startswith("@", match.end())):
        return False
    return _ends_in_letter(match)
