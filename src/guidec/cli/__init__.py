"""The command line: arguments in, results and diagnostics out, and the exit code."""

from __future__ import annotations

import errno
import os
import sys
from argparse import Namespace  # noqa: TC003 - the parser needs it anyway
from collections.abc import Sequence  # noqa: TC003 - `typing` would take longer to import
from contextlib import suppress

from guidec.cli.exit import FOUND_ERRORS, INTERRUPTED, WRONG_USAGE, UsageError
from guidec.cli.parser import COMMANDS, parse
from guidec.cli.signals import end_tidily_on_signals
from guidec.cli.streams import let_go_of_streams, prepare_streams

MAX_LINE = 2000
"""Characters of a line of complaint."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run guidec; give 0 where all is clean, 1 where errors were found, 2 for wrong usage or configuration."""
    prepare_streams()
    end_tidily_on_signals()
    # A plugin for pydantic that happens to be installed would see every guide; to look for any takes time as well.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    finally:
        let_go_of_streams()


def _run(arguments: Sequence[str]) -> int:
    try:
        parsed = _parsed(arguments)
        status: int = parsed.run(parsed)
        sys.stdout.flush()
    except UsageError as error:
        _complain(_with_command(str(error), arguments))
        return WRONG_USAGE
    except BrokenPipeError:  # the reader has seen enough
        return FOUND_ERRORS
    except OSError as error:
        what = f"read or write `{error.filename}`" if error.filename else "write the output"
        _complain(
            f"guidec: error: Unexpected failure to {what} ({error.strerror}), expected room and permission"
        )
        return WRONG_USAGE if error.errno == errno.ENAMETOOLONG else FOUND_ERRORS
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


def _parsed(arguments: Sequence[str]) -> Namespace:
    try:
        return parse(arguments)
    except SystemExit:  # after help or a wrong argument
        sys.stdout.flush()
        raise


def _with_command(message: str, arguments: Sequence[str]) -> str:
    """Name the command, as argparse does, in complaints of what several commands share."""
    command = next((argument for argument in arguments if argument in COMMANDS), None)
    shared = "guidec: error:"
    return message.replace(shared, f"guidec {command}: error:", 1) if message.startswith(shared) else message


def _complain(message: str) -> None:
    from guidec.diagnostics.printable import printable

    with suppress(OSError):  # nobody can be told that standard error is full
        print("\n".join(printable(line, MAX_LINE) for line in message.split("\n")), file=sys.stderr)
