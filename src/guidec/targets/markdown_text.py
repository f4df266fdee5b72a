"""Pieces of CommonMark text: what is escaped, quoted, indented and joined in the same way wherever it stands."""

from __future__ import annotations

import re

MARKDOWN_SYNTAX = re.compile(r"([\\`*_\[\]<>!#|])")
NO_DESTINATION = re.compile(r"[\s<>()\\]")


def resource(url: str, title: str | None) -> str:
    """Write where a link or image leads, and its title, in parentheses."""
    destination = NO_DESTINATION.sub(_percent, url)
    quoted = ' "{}"'.format(escaped(title).replace('"', '\\"')) if title else ""
    return f"({destination}{quoted})"


def quotation(text: str) -> str:
    """Write `text` as a block quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def indented(text: str, first: str, others: str) -> str:
    """Put `first` before the first line and `others` before the rest that is not empty."""
    return first + re.sub(r"\n(?!\n|\Z)", f"\n{others}", text)


def bold(text: str | None) -> str:
    """Write plain text in bold; nothing for nothing."""
    return f"**{escaped(text)}**" if text else ""


def escaped(text: str) -> str:
    """Write plain text so that nothing in it reads as markup."""
    return MARKDOWN_SYNTAX.sub(r"\\\1", text)


def joined(*texts: str) -> str:
    """Join what is not empty by blank lines."""
    return "\n\n".join(text for text in texts if text)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
