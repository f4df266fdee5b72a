"""`guidec validate`: hold filled-in configurations against their guides."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.cli.exit import CLEAN, FOUND_ERRORS, UsageError
from guidec.cli.messages import Messages, add_verbosity
from guidec.cli.printer import Printer, add_output_format

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from guidec.diagnostics import Diagnostic

DESCRIPTION = (
    "Check configuration files against the JSON Schema that was made for their guide. Placeholders such "
    "as ${BOX_CLIENT_ID} are looked up in the environment; no value is ever printed."
)
EXAMPLES = """\
example:
  guidec validate --env-file .env config/box.yaml
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a configuration that was filled in")
    parser.add_argument(
        "--env-file", metavar="FILE", help="variables, one NAME=value a line, before the environment's"
    )
    add_output_format(parser)
    add_verbosity(parser)


def run(arguments: argparse.Namespace) -> int:
    """Validate, and print what was found to standard output."""
    from guidec.cli.site import settings_near
    from guidec.diagnostics import Severity
    from guidec.diagnostics.order import reported

    for file in filter(None, (*arguments.files, arguments.env_file)):
        if not os.path.lexists(file):
            raise UsageError(f"guidec validate: error: Unexpected path `{file}`, expected a file that exists")
    settings = settings_near(Path())
    variables, found = _variables(arguments.env_file)
    for file in arguments.files:
        problems = _validate(file, variables, settings.out / "config")
        found += reported(problems, lambda _: settings.severities, keep_errors=False)
    invalid = {one.path for one in found if one.severity is Severity.ERROR}
    printer = Printer(sys.stdout, arguments.output_format)
    printer.show(found, None)  # a line of source could show a secret
    printer.finish()
    if printer.is_for_people:
        valid = [file for file in arguments.files if file not in invalid]
        Messages(arguments.verbosity).say(f"{len(valid)} of {len(arguments.files)} valid")
    return FOUND_ERRORS if invalid else CLEAN


def _validate(file: str, variables: Mapping[str, str], schemas: Path) -> tuple[Diagnostic, ...]:
    from guidec.diagnostics import Diagnostic
    from guidec.files import read_file
    from guidec.validate import validate

    source = read_file(file)
    return (source,) if isinstance(source, Diagnostic) else validate(source, variables, schemas)


def _variables(env_file: str | None) -> tuple[dict[str, str], list[Diagnostic]]:
    """Give the variables that placeholders may name, and what is wrong in the file that sets them."""
    from guidec.diagnostics import Diagnostic
    from guidec.env_file import read_env
    from guidec.files import read_file

    if env_file is None:
        return dict(os.environ), []
    source = read_file(env_file)
    if isinstance(source, Diagnostic):
        return dict(os.environ), [source]
    values, problems = read_env(source)
    return {**os.environ, **values}, list(problems)
