"""`guidec validate`: hold filled-in configurations against their guides."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from guidec.cli.exit import CLEAN, FOUND_ERRORS, UsageError

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


def run(arguments: argparse.Namespace) -> int:
    """Validate, and print what was found to standard output."""
    from guidec.diagnostics.text import to_text

    variables, found = _variables(arguments.env_file)
    found += [diagnostic for file in arguments.files for diagnostic in _validate(file, variables)]
    for diagnostic in found:
        print(to_text(diagnostic, lambda _: None))  # a frame could show a secret
    invalid = {diagnostic.path for diagnostic in found}.intersection(arguments.files)
    print(f"{len(arguments.files) - len(invalid)} of {len(arguments.files)} valid", file=sys.stderr)
    return FOUND_ERRORS if found else CLEAN


def _validate(file: str, variables: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    from guidec.diagnostics import Diagnostic
    from guidec.files import read_file
    from guidec.validate import validate

    source = read_file(file)
    return (source,) if isinstance(source, Diagnostic) else validate(source, variables)


def _variables(env_file: str | None) -> tuple[dict[str, str], list[Diagnostic]]:
    """Give the variables that placeholders may name, and what is wrong in the file that sets them."""
    from guidec.diagnostics import Diagnostic
    from guidec.env_file import read_env
    from guidec.files import read_file

    if env_file is None:
        return dict(os.environ), []
    source = read_file(env_file)
    if isinstance(source, Diagnostic):
        raise UsageError(f"guidec validate: error: {source.message}: `{env_file}`")
    values, problems = read_env(source)
    return {**os.environ, **values}, list(problems)
