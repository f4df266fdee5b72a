"""The page of all kinds of changes, from their table."""

from __future__ import annotations

from guidec.changes.kinds import kinds_table
from reference.text import page

HEAD = """\
# Changes

What `guidec diff` tells, by kind; [the classes](../how-to/diff.md#breaking-notable-editorial) are explained there.
"""


def changes_page() -> str:
    """Write the page."""
    return page(HEAD, kinds_table())
