"""Checks of characters that nobody sees: controls, bidirectional marks, zero-width ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide import hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.diagnostics import Diagnostic
    from guidec.guide.checks.checked import Checked


def invisible_characters(checked: Checked) -> Iterator[Diagnostic]:
    """Find control characters, and invisible or bidirectional ones, in the guide's files as they stand there."""
    for file in checked.files:
        yield from hidden.raw(file.source)
