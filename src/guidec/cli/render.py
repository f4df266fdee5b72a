"""`guidec render`: write a typed guide as one of the targets."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.cli.exit import CLEAN, FOUND_ERRORS, UsageError
from guidec.cli.targets import known_targets
from guidec.targets import TARGETS, Targets

if TYPE_CHECKING:
    import argparse

    from guidec.guide.models import Guide

DESCRIPTION = "Render a guide that `guidec build` wrote as JSON and print it; of several files the first."
EXAMPLES = """\
example:
  guidec render build/json/okta.json --to mdx > okta.mdx
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("guide", metavar="GUIDE.json", help="a typed guide")
    parser.add_argument(
        "--to", required=True, metavar="TARGET", help=f"{', '.join(TARGETS)}, or one of your own"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the rendered guide."""
    from guidec.cli.site import settings_near
    from guidec.diagnostics.text import to_text
    from guidec.targets.target import Options

    settings = settings_near(Path())
    targets = Targets(settings.own_targets, settings.folder)
    (name,) = known_targets([arguments.to], targets)
    rendered = targets[name].render(_read(arguments.guide), Options(settings.base_url))
    for diagnostic in rendered.diagnostics:
        print(to_text(diagnostic, lambda _: None), file=sys.stderr)
    if not rendered.files:
        return FOUND_ERRORS if rendered.diagnostics else CLEAN
    sys.stdout.write(next(iter(rendered.files.values())))
    return CLEAN


def _read(path: str) -> Guide:
    from pydantic import ValidationError

    from guidec.diagnostics.printable import printable
    from guidec.guide.models import Guide

    try:
        return Guide.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        raise UsageError(
            f"guidec render: error: Unexpected failure to read `{path}` ({error.strerror})"
        ) from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = "/" + "/".join(map(str, first["loc"]))
        message = printable(
            f"{path}: error: Unexpected guide at {place} ({first['msg']}), expected a typed guide"
        )
        raise UsageError(message) from error
