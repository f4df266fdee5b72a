"""`guidec build`: compile the guides below a content root."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.cli.arguments import names, natural
from guidec.cli.exit import CLEAN, FOUND_ERRORS
from guidec.cli.messages import Messages, add_verbosity
from guidec.cli.printer import LINES, add_output_format
from guidec.diagnostics.printable import printable
from guidec.targets import TARGETS

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from guidec.build.summary import Summary

DESCRIPTION = "Compile all guides below CONTENT and write their outputs; what did not change is not touched."
EXAMPLES = """\
examples:
  guidec build                          content/ into build/
  guidec build docs --target json       only the typed guides of docs/
  guidec build --check                  in a pipeline: is what is committed still true?
  guidec build --watch                  again after each change, until Ctrl-C
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "content", nargs="?", metavar="CONTENT", help="the content root (default: as configured, content)"
    )
    parser.add_argument("--out", metavar="DIR", help="the output folder (default: as configured, build)")
    parser.add_argument(
        "--target",
        action="append",
        metavar="NAME",
        help=f"write only this target ({', '.join(TARGETS)}, or one of your own); may be repeated",
    )
    parser.add_argument("--actions", type=names, metavar="ID,...", help="render for these actions only")
    once = parser.add_mutually_exclusive_group()
    once.add_argument(
        "--check", action="store_true", help="write nothing; list outputs that are not as they should be"
    )
    once.add_argument(
        "--watch",
        action="store_true",
        help="go on, and build what changes of guides, snippets and settings touch",
    )
    parser.add_argument(
        "--jobs", type=natural, metavar="N", help="processes to work with (default: one a processor)"
    )
    parser.add_argument(
        "--executor", metavar="ADDRESS", help="let a cluster do the work: dask://HOST:PORT (extra: dask)"
    )
    parser.add_argument("--no-cache", action="store_true", help="compile everything again")
    add_output_format(parser, LINES)
    add_verbosity(parser)


def run(arguments: argparse.Namespace) -> int:
    """Build, and print what was found to standard error."""
    from guidec.cli.building import build_again, build_once

    messages = Messages(arguments.verbosity)
    if arguments.watch:
        for _ in build_again(arguments, messages):
            pass
    job, summary = build_once(arguments, messages)
    if job.dry_run:
        _list_stale(summary, job.settings.out)
    stale = job.dry_run and (summary.changed or summary.removed)
    return FOUND_ERRORS if summary.errors or stale else CLEAN


def _list_stale(summary: Summary, out: Path) -> None:
    for path in summary.changed:
        print(f"{'stale' if (out / path).exists() else 'missing'}: {printable(path)}")
    for path in summary.removed:
        print(f"extra: {printable(path)}")
