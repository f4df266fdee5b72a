"""Checks of titles that attributes hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.snippets import UNRESOLVED_EXPRESSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.checks.checked import Checked

EXPRESSION = re.compile(r"\{(?!\s*\(?\s*<).+\}", re.DOTALL)
"""The source of an expression that is no JSX: of JSX the words are the title."""


def unresolved_titles(checked: Checked) -> Iterator[Diagnostic]:
    """Find expressions without a known value where the title of a step, a callout or a tab should be."""
    for element in checked.elements:
        title, place = element.title, element.position
        if title is None or place is None or not EXPRESSION.fullmatch(title):
            continue
        first = element.children[0].position if element.children else None
        end = first.start_offset if first and first.source is place.source else place.end_offset
        start = place.source.text.find(f"={title}", place.start_offset, end) + 1
        if start:
            shown = place.source.span(start, start + len(title))
            message = f"Unexpected expression `{title[:60]}`, expected a literal or a name with a known value"
            yield Diagnostic.at(UNRESOLVED_EXPRESSION, message, shown)
