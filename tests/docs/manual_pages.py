"""The pages of the manual, and what stands in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md"))
OTHERS = ["../README.md", "../CONTRIBUTING.md", "../examples/README.md"]
"""Pages that lead into the manual."""

_FENCE = re.compile(
    r'^(?P<fence>`{3,})(?P<language>\w*)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^(?P=fence)$',
    re.M | re.S,
)


class Block(NamedTuple):
    """A fenced block of code."""

    language: str
    title: str | None
    text: str


def read(page: str) -> str:
    """Read a page by its path below `docs/`."""
    return (DOCS / page).read_text(encoding="utf-8")


def blocks(page: str) -> Iterator[Block]:
    """Give the fenced blocks of a page."""
    for found in _FENCE.finditer(read(page)):
        yield Block(found["language"], found["title"], found["text"])


def without_blocks(text: str) -> str:
    """Give a page without its fenced blocks."""
    return _FENCE.sub("", text)
