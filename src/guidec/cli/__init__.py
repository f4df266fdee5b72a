"""The command line: arguments in, results and diagnostics out, and the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence  # noqa: TC003 - `typing` would take longer to import

from guidec.cli.exit import FOUND_ERRORS, INTERRUPTED, WRONG_USAGE, UsageError
from guidec.cli.parser import parse
from guidec.cli.signals import end_tidily_on_signals
from guidec.cli.streams import prepare_streams

MAX_LINE = 2000
"""Characters of a line of complaint."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run guidec; give 0 where all is clean, 1 where errors were found, 2 for wrong usage or configuration."""
    prepare_streams()
    end_tidily_on_signals()
    parsed = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        status: int = parsed.run(parsed)
        sys.stdout.flush()
    except UsageError as error:
        _complain(str(error))
        return WRONG_USAGE
    except BrokenPipeError:
        _forget_streams()
        return FOUND_ERRORS
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        _complain(
            f"guidec: error: Unexpected failure inside guidec ({type(error).__name__}: {error}), expected a result\n"
            "Please report this with the output of `python -X dev -m guidec` and the same arguments."
        )
        return FOUND_ERRORS
    return status


def _complain(message: str) -> None:
    from guidec.diagnostics.printable import printable

    print("\n".join(printable(line, MAX_LINE) for line in message.split("\n")), file=sys.stderr)


def _forget_streams() -> None:
    """Lead what is still to be written to nowhere: its reader has seen enough, and the flush at exit must not fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
