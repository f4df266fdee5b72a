"""`guidec schema`: print the JSON Schema of an emitted format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
import json

from guidec.cli.exit import CLEAN, UsageError

DESCRIPTION = "Print the JSON Schema (2020-12) of an emitted format; without NAME, list the names."
EXAMPLES = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="such as guide")


def run(arguments: argparse.Namespace) -> int:
    """Print the schema, or the names of all schemas."""
    from guidec.targets.schemas import FORMATS, json_schema

    if arguments.name is None:
        print("\n".join(FORMATS))
        return CLEAN
    if arguments.name not in FORMATS:
        raise UsageError(
            f"guidec schema: error: Unexpected name `{arguments.name}`, expected one of {', '.join(FORMATS)}"
        )
    print(json.dumps(json_schema(arguments.name), ensure_ascii=False, indent=2))
    return CLEAN
