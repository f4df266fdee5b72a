"""The argument parser: one command, one module."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence  # noqa: TC003 - `typing` would take longer to import
from functools import partial
from importlib import import_module

from guidec import __version__
from guidec.cli.exit import UsageError
from guidec.cli.terminal import width

COMMANDS = {
    "build": "compile guides and write all outputs",
    "check": "report what is wrong in guides",
    "serve": "show the checklists in a browser while somebody writes",
    "ast": "print the syntax tree of MDX as mdast JSON",
    "render": "write a typed guide as one of the targets",
    "diff": "say what changed in guides for readers and for tools",
    "validate": "hold filled-in configurations against their guides",
    "schema": "print the JSON Schema of an emitted format",
    "explain": "say what a rule means and how to mend what it finds",
    "init": "write a configuration for a project",
    "completion": "print a script that lets a shell complete all this",
}
"""What each command does; its module of the same name holds the rest, and imports what it works with in `run`."""

DESCRIPTION = "Compile setup guides into typed data, checklists and configuration templates."
EXAMPLES = """\
examples:
  guidec build                      compile content/ into build/
  guidec build docs --out data      compile docs/ into data/
  guidec check docs                 report what is wrong in the guides below docs/
  guidec serve                      show the checklists in a browser while you write
  guidec explain output-collision   say what a rule means and how to mend it

exit codes: 0 clean, 1 errors found or outputs stale, 2 wrong usage or configuration
"""

PAGE = 80
"""Columns of help where there is no terminal, as argparse has it."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Knows the width of the terminal by itself: argparse would import `shutil`, a tenth of the time of `--version`."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=width(sys.stdout, PAGE) - 2)


_Parser = partial(argparse.ArgumentParser, formatter_class=_Formatter, allow_abbrev=False)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the arguments; `parsed.run(parsed)` runs the chosen command.

    Only the module of that command is imported: a call for help or the version waits for none.
    """
    parser = _Parser(prog="guidec", description=DESCRIPTION, epilog=EXAMPLES)
    parser.add_argument("--version", action="version", version=f"guidec {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, prog="guidec")
    chosen = next((argument for argument in arguments if argument in COMMANDS), None)
    _require_known(arguments)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, formatter_class=_Formatter, allow_abbrev=False)
        if name == chosen:
            _fill(command, name)
    return parser.parse_args(arguments)


def _require_known(arguments: Sequence[str]) -> None:
    """Raise UsageError where the first argument is neither an option nor a command."""
    name = arguments[0] if arguments else "-"
    if name.startswith("-") or name in COMMANDS:
        return
    from guidec.diagnostics.closest import closest

    nearest = closest(name, COMMANDS)
    expected = f"`{nearest}`" if nearest else f"one of {', '.join(f'`{command}`' for command in COMMANDS)}"
    raise UsageError(f"guidec: error: Unexpected command `{name[:60]}`, expected {expected}")


def command_parser(name: str) -> argparse.ArgumentParser:
    """Give the parser of one command by itself, for whoever wants to know what it takes."""
    parser = _Parser(prog=f"guidec {name}")
    _fill(parser, name)
    return parser


def _fill(parser: argparse.ArgumentParser, name: str) -> None:
    module = import_module(f"guidec.cli.{name}")
    parser.description, parser.epilog = module.DESCRIPTION, module.EXAMPLES
    module.add_arguments(parser)
    parser.set_defaults(run=module.run)
