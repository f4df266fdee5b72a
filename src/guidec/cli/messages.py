"""What a command says beside its result, on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from guidec.cli.progress import Progress

if TYPE_CHECKING:
    import argparse

QUIET, NORMAL, VERBOSE = -1, 0, 1


def add_verbosity(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how much to say."""
    how_much = parser.add_mutually_exclusive_group()
    how_much.add_argument(
        "-q",
        "--quiet",
        dest="verbosity",
        action="store_const",
        const=QUIET,
        default=NORMAL,
        help="say nothing but what is wrong",
    )
    how_much.add_argument(
        "-v",
        "--verbose",
        dest="verbosity",
        action="store_const",
        const=VERBOSE,
        help="say also what is read and written",
    )


class Messages:
    """Says what the verbosity asks for."""

    def __init__(self, verbosity: int) -> None:
        self._verbosity = verbosity
        self.progress = Progress(sys.stderr, quiet=verbosity == QUIET)

    def say(self, text: str) -> None:
        """Say in short what was done."""
        if self._verbosity > QUIET:
            self._print(text)

    def detail(self, text: str) -> None:
        """Say what only somebody who looks for a cause wants to know."""
        if self._verbosity > NORMAL:
            self._print(text)

    def _print(self, text: str) -> None:
        self.progress.clear()
        print(text, file=sys.stderr)
