"""`guidec schema`: print the JSON Schema of what guidec writes, and of its configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.cli.exit import CLEAN, UsageError

if TYPE_CHECKING:
    import argparse

DESCRIPTION = (
    "Print the JSON Schema (2020-12) of an emitted format, or of guidec.toml (draft 7, which editors of TOML read); "
    "without NAME, list the names."
)
EXAMPLES = """\
examples:
  guidec schema                               the names
  guidec schema guide > guide.schema.json     the typed guide
  guidec schema project                       guidec.toml itself

`guidec build` writes all of them to build/schema/. An editor checks guidec.toml by the first line
  #:schema ./build/schema/project.schema.json
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="such as guide")


def run(arguments: argparse.Namespace) -> int:
    """Print the schema, or the names of all schemas."""
    from guidec.config.schema import NAME
    from guidec.targets.schema_files import schema_text
    from guidec.targets.schemas import FORMATS

    names = (*FORMATS, NAME)
    if arguments.name is None:
        print("\n".join(names))
        return CLEAN
    if arguments.name not in names:
        raise UsageError(
            f"guidec schema: error: Unexpected name `{arguments.name}`, expected one of {', '.join(names)}"
        )
    print(schema_text(arguments.name), end="")
    return CLEAN
