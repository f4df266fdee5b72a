"""Markdown as the pages of the reference use it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CODE_OR_TAG = re.compile(r"`[^`]*`|<[^<>\s][^<>]*>")


def page(*parts: str) -> str:
    """Join the parts of a page."""
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def table(head: str, rows: Iterable[Iterable[str]]) -> str:
    """Write a table; `head` names its columns, separated by bars. Nothing where there are no rows."""
    titles = [title.strip() for title in head.split("|")]
    lines = [[cell(text) for text in row] for row in rows]
    if not lines:
        return ""
    return "\n".join(f"| {' | '.join(line)} |" for line in [titles, ["---"] * len(titles), *lines])


def cell(text: str) -> str:
    """Write text as one cell: on one line, without a bar that would end it."""
    return " ".join(text.replace("|", r"\|").split())


def code(text: object) -> str:
    """Write text as code; nothing for nothing."""
    return f"`{text}`" if str(text) else ""


def codes(texts: Iterable[object]) -> str:
    """Write several texts as code, separated by commas."""
    return ", ".join(code(text) for text in texts)


def without_tags(text: str) -> str:
    """Put what looks like a tag into code, else a browser would take it for one."""
    return CODE_OR_TAG.sub(lambda found: found[0] if found[0].startswith("`") else f"`{found[0]}`", text)
