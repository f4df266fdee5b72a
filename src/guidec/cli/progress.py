"""A line that tells how far long work has come; only a person at a terminal gets to see it."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from guidec.cli.terminal import is_terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

PATIENCE = 0.5
"""Seconds before the line comes up; work that takes less needs none."""
INTERVAL = 0.1
"""Seconds between two forms of the line."""
ERASE = "\r\x1b[K"


class Progress:
    """One line on a terminal, written anew as the work goes on."""

    def __init__(
        self, stream: TextIO, *, quiet: bool = False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream
        self._clock = clock
        self._wanted = not quiet and is_terminal(stream) and not os.environ.get("CI")
        self._next = clock() + PATIENCE
        self._shown = False

    def advance(self, done: int, total: int) -> None:
        """Show how many guides are done, if it is time to."""
        if self._wanted and self._clock() >= self._next:
            self._next = self._clock() + INTERVAL
            self._shown = True
            self._stream.write(f"{ERASE}{done} of {total} guides")
            self._stream.flush()

    def clear(self) -> None:
        """Take the line away, so that something else can stand there."""
        if self._shown:
            self._shown = False
            self._stream.write(ERASE)
            self._stream.flush()
