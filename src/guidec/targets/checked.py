"""What a target says when an output, read back, is not what was to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.outputs import OUTPUT_INVALID
from guidec.targets.quoting import comment
from guidec.targets.target import Rendered

if TYPE_CHECKING:
    from guidec.guide.models import Guide


def unreadable(guide: Guide, path: str, found: str) -> Rendered:
    """Give no file but an error: reading the output at `path` back found `found`, in words."""
    message = f"Unexpected content of {comment(path)}, expected what its schema says: {comment(found)}"
    return Rendered({}, (Diagnostic.in_file(OUTPUT_INVALID, message, guide.source.path),))
