"""The command line: arguments in, results and diagnostics out, and the exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from guidec.cli.exit import FOUND_ERRORS, INTERRUPTED, WRONG_USAGE, UsageError
from guidec.cli.parser import make_parser
from guidec.cli.signals import end_tidily_on_signals
from guidec.cli.streams import prepare_streams

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run guidec; give 0 where all is clean, 1 where errors were found, 2 for wrong usage or configuration."""
    prepare_streams()
    end_tidily_on_signals()
    parsed = make_parser().parse_args(arguments)
    try:
        status: int = parsed.run(parsed)
        sys.stdout.flush()
    except UsageError as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE
    except BrokenPipeError:
        # The reader has seen enough; without this, Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND_ERRORS
    except KeyboardInterrupt:
        return INTERRUPTED
    return status
