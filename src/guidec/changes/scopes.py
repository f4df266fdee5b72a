"""The scopes that a guide tells its reader to grant in words: code beside, or below, the word scope."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.changes.report import spot_in_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.changes.lines import Line
    from guidec.changes.outline import Outline, Part
    from guidec.changes.report import Report
    from guidec.changes.told import Told

_WORD = re.compile(r"\bscopes?\b", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z][\w.:/*+-]*")
"""The scopes that providers use; RFC 6749, section 3.3, allows still other characters."""


def compare_scopes(old: Outline, new: Outline, report: Report, told: Told) -> None:
    """Report scopes that only one version tells to grant."""
    before, after = scopes_of(old), scopes_of(new)
    for scope in before.keys() - after.keys():
        told.gone[before[scope].part].append((scope,))
        report.add("scope-removed", spot_in_part(before[scope].part, scope), None, scope)
    for scope in after.keys() - before.keys():
        told.new[after[scope].part].append((scope,))
        report.add("scope-added", None, spot_in_part(after[scope].part, scope), scope)
    told.scopes |= before.keys() ^ after.keys()


def scopes_of(outline: Outline) -> dict[str, Line]:
    """Give each scope with the first line that names it; what is registered as redirect URL is none."""
    urls = {entry.url for entry in outline.guide.redirect_urls}
    found: dict[str, Line] = {}
    for part in (outline.root, *outline.parts):
        for line in _about_scopes(part):
            for code in line.codes:
                for scope in _tokens(code):
                    if scope not in urls:
                        found.setdefault(scope, line)
    return found


def _about_scopes(part: Part) -> Iterator[Line]:
    """Give the lines with code that the word scope is said of: in them, in what introduces them, in the title."""
    titled = bool(part.heading and _WORD.search(part.heading))
    introduced = False
    for line in part.lines:
        own = bool(_WORD.search(line.text))
        introduced = own if not line.listed else introduced
        if line.codes and (titled or own or (line.listed and introduced)):
            yield line


def _tokens(code: str) -> list[str]:
    """Give the scopes in a piece of code that holds nothing else."""
    tokens = code.replace(",", " ").split()
    return tokens if all(map(_TOKEN.fullmatch, tokens)) else []
