"""The page of all commands, from the argument parser."""

from __future__ import annotations

import argparse
import textwrap
from typing import TYPE_CHECKING

from guidec.cli.exit import CLEAN, FOUND_ERRORS, INTERRUPTED, WRONG_USAGE
from guidec.cli.parser import COMMANDS, command_parser
from reference.text import code, codes, page, table, without_tags

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = """\
# Commands

`guidec COMMAND --help` prints the same in a terminal, and `guidec --version` the version. Options may stand before or
behind the other arguments.
"""
EXIT_CODES = f"""\
## Exit codes

| status | means |
| --- | --- |
| {CLEAN} | clean |
| {FOUND_ERRORS} | an error was found, or outputs are stale (`build --check`) or could not be written |
| {WRONG_USAGE} | wrong usage or configuration: nothing was compiled |
| {INTERRUPTED}, 129, 143 | ended from outside: Ctrl-C, a closed terminal, a request to end. Every file is whole |

Of `guidec diff`, {FOUND_ERRORS} also means a change of the class that `--fail-on` names.
"""


def commands_page() -> str:
    """Write the page."""
    rows = ([f"[`guidec {name}`](#guidec-{name})", text] for name, text in COMMANDS.items())
    return page(HEAD, table("command | what it does", rows), EXIT_CODES, *map(_command, COMMANDS))


def _command(name: str) -> str:
    parser = command_parser(name)
    rows = ([_spelling(action), without_tags(_help(parser, action))] for action in _actions(parser))
    examples = textwrap.dedent((parser.epilog or "").removeprefix("examples:\n")).strip()
    return page(
        f"## guidec {name}",
        without_tags(parser.description or ""),
        table("argument | what it is", rows),
        f"```text\n{examples}\n```",
    )


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    return (action for action in parser._actions if not isinstance(action, argparse._HelpAction))


def _spelling(action: argparse.Action) -> str:
    value = "" if action.nargs == 0 or action.choices else str(action.metavar or action.dest.upper())
    if not action.option_strings:
        return code(value or action.dest)
    return codes(f"{option} {value}".strip() for option in action.option_strings)


def _help(parser: argparse.ArgumentParser, action: argparse.Action) -> str:
    text = parser._get_formatter()._expand_help(action) if action.help else ""
    missing = any(str(choice) not in text for choice in action.choices or ())
    return f"{text}; one of {codes(action.choices or ())}" if missing else text
