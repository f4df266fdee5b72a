"""How a run ends."""

from __future__ import annotations

CLEAN = 0
FOUND_ERRORS = 1
"""Diagnostics of severity error, a failed write, or outputs that are not as they should be."""
WRONG_USAGE = 2
"""Wrong arguments or configuration: nothing was compiled."""
INTERRUPTED = 130
"""Ctrl-C, as shells tell it."""


class UsageError(Exception):
    """The arguments or the configuration make no sense; the message says what does."""
