"""What a stream can show: colour, and so many columns."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # as in `typing`, which takes longer to import

if TYPE_CHECKING:
    from typing import TextIO


def is_terminal(stream: TextIO) -> bool:
    """Tell whether a person watches a terminal that can move its cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def wants_colour(stream: TextIO) -> bool:
    """Tell whether to colour text: NO_COLOR says no, FORCE_COLOR says yes (no-color.org, force-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or is_terminal(stream)


def width(stream: TextIO, page: int) -> int:
    """Give the columns of a terminal, else those of a `page`; COLUMNS has the first word, as in shells."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or page
    except (OSError, ValueError):  # no terminal, or no stream of the operating system at all
        return page
