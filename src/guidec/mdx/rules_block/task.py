"""GFM task list items: `[ ]` or `[x]` at the start of an item's first paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx.rules_block.list import ListContainer

if TYPE_CHECKING:
    from guidec.mdx.state import MdxStateBlock

MARK = re.compile(
    r"""\[([ \t\r\nxX])\]
    (?:[ \t](?![ \t]*[\r\n])                              # a white space before text
      |(?:[ ]?|[ \t]*\t[ \t]*)(?:\r|\n)[ \t]*             # a line ending takes its place
      |(?=[ ]{2,}[\r\n]))                                 # a hard break does not
    """,
    re.VERBOSE,
)


def task_mark(text: str) -> re.Match[str] | None:
    """Find the mark at the start of a paragraph, with the one white space behind it; more text must follow."""
    match = MARK.match(text)
    return match if match and text[match.end() :].strip(" \t") else None


def first_in_item(state: MdxStateBlock, line: int) -> ListContainer | None:
    """Give the list of which the paragraph at `line`, which stands in a container, is the first thing in an item."""
    container = state.containers[-1]
    if not isinstance(container, ListContainer) or state.tokens[-1] is not container.item:
        return None
    if line == container.marker.line:
        return container
    directly_below = line == container.marker.line + 1 and not state.tShift[line]
    return container if directly_below and container.marker.end == state.eMarks[line - 1] else None
