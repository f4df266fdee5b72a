"""The argument parser: one command, one module."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import Any

from guidec import __version__

COMMANDS = ("build", "check", "ast", "render", "validate", "schema", "explain", "init")
"""Each is a module of this folder with `add_parser` and `run`; what a command works with is imported by `run`."""

EXAMPLES = """\
examples:
  guidec build                      compile content/ into build/
  guidec build docs --out data      compile docs/ into data/
  guidec check docs                 report what is wrong in the guides below docs/
  guidec explain output-collision   say what a rule means and how to mend it

exit codes: 0 clean, 1 errors found or outputs stale, 2 wrong usage or configuration
"""


class _Parser(argparse.ArgumentParser):
    """A parser that leaves examples as they are written, and takes no abbreviated options."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False)


def make_parser() -> argparse.ArgumentParser:
    """Make the parser for all commands; `parsed.run(parsed)` runs the chosen one."""
    parser = _Parser(
        prog="guidec",
        description="Compile setup guides into typed data, checklists and configuration templates.",
        epilog=EXAMPLES,
    )
    parser.add_argument("--version", action="version", version=f"guidec {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        module = import_module(f"guidec.cli.{name}")
        command = module.add_parser(commands)
        command.set_defaults(run=module.run)
    return parser
