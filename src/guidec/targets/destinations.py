"""Where the links and images of Markdown lead, changed without changing anything else.

It reads the canonical Markdown of a guide, in which whatever is no markup is escaped, and not Markdown at large.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Resolve = Callable[[str], str | None]

MARK = re.compile(r"\\.|`+|!?\[|\]", re.DOTALL)
RESOURCE = re.compile(
    r"""\((?: <(?P<pointed>(?:\\.|[^<>\\\n])*+)>
            | (?P<bare>(?:\\.|[^\s()<>\\]|\((?:\\.|[^\s()<>\\])*+\))*+) )
        (?P<title>[ ]"(?:\\.|[^"\\])*+")?\)""",
    re.VERBOSE,
)
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
NOT_BARE = re.compile(r"[\s<>()\\]")


def with_destinations(markdown: str, resolve: Resolve) -> str:
    """Give `markdown` with the destinations that `resolve` gives; a link or image that has none is its text."""
    if "](" not in markdown:
        return markdown
    return _Rewriter(markdown, resolve).rewrite()


class _Rewriter:
    """Goes through the text once; `parts` is what has been written, `open` the places in it where brackets are open."""

    def __init__(self, text: str, resolve: Resolve) -> None:
        self.text = text
        self.resolve = resolve
        self.parts: list[str] = []
        self.open: list[int] = []
        self.unclosed: set[int] = set()

    def rewrite(self) -> str:
        offset = 0
        while match := MARK.search(self.text, offset):
            self.parts.append(self.text[offset : match.start()])
            offset = self.mark(match[0], match.end())
        self.parts.append(self.text[offset:])
        return "".join(self.parts).strip("\n")

    def mark(self, mark: str, end: int) -> int:
        """Write a mark that ends at `end` and what belongs to it; give the offset behind that."""
        if mark.startswith("`"):
            after = self.code_end(mark, end)
            self.parts.append(mark + self.text[end:after])
            return after
        resource = RESOURCE.match(self.text, end) if mark == "]" and self.open else None
        if resource:
            return self.link(self.open.pop(), resource)
        if mark == "]" and self.open:
            self.open.pop()
        elif mark.endswith("[") and not mark.startswith("\\"):
            self.open.append(len(self.parts))
        self.parts.append(mark)
        return end

    def code_end(self, ticks: str, start: int) -> int:
        """Give the end of a code span or fenced code; `start` where nothing closes it."""
        closing = None
        if len(ticks) not in self.unclosed:
            closing = re.compile(f"(?<!`){ticks}(?!`)").search(self.text, start)
        if closing is None:
            self.unclosed.add(len(ticks))
        return closing.end() if closing else start

    def link(self, start: int, resource: re.Match[str]) -> int:
        """Write the end of the link or image whose opening bracket is the part at `start`."""
        url = ESCAPE.sub(r"\1", resource["pointed"] or resource["bare"] or "")
        destination = self.resolve(url)
        if destination is None:
            self.parts[start] = ""
        elif destination == url:
            self.parts.append(f"]{resource[0]}")
        else:
            self.parts.append(f"]({NOT_BARE.sub(_percent, destination)}{resource['title'] or ''})")
        return resource.end()


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
