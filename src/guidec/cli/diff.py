"""`guidec diff`: say what changed in guides for readers and for tools."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from guidec.cli.exit import CLEAN, FOUND_ERRORS, UsageError

if TYPE_CHECKING:
    import argparse

    from guidec.changes.models import Diff
    from guidec.changes.sides.side import Side

FORMATS = ("text", "json", "markdown")
CLASSES = ("breaking", "notable", "editorial")

DESCRIPTION = (
    "Compare guides by what they mean. OLD and NEW are guides (.mdx, .md, .html), folders of them, drafts (.yaml), "
    "JSON that `guidec build` wrote, revisions of git (HEAD~1, v1.2, main) or REVISION:path. A path that exists is "
    "that path, anything else a revision; a revision alone means the other's path at that revision, or the content "
    "root. Without NEW, OLD is compared with the content root on the disk, or is a range A..B or A...B."
)
EXAMPLES = """\
examples:
  guidec diff HEAD                                    what I changed since the last commit
  guidec diff HEAD~1 HEAD                             what the last commit changed
  guidec diff main...                                 what this branch changed since it left main
  guidec diff v1.0 content/okta.mdx                   one guide since a release
  guidec diff v1.0:docs/okta.mdx content/okta.mdx     the same, from another place
  guidec diff old/build build --fail-on breaking      two builds
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("old", metavar="OLD", help="what to compare")
    parser.add_argument("new", metavar="NEW", nargs="?", help="what to compare it with (default: the disk)")
    parser.add_argument(
        "--output-format", choices=FORMATS, default="text", help="how to report (default: text)"
    )
    parser.add_argument(
        "--fail-on", choices=CLASSES, help="exit with 1 where a change is of this class or a graver one"
    )


def run(arguments: argparse.Namespace) -> int:
    """Compare, and print what changed to standard output."""
    from guidec.changes.folder import compare_sides

    with ExitStack() as resources:
        old, new = _sides(arguments, resources)
        diff = compare_sides(old, new)
        _show_problems(old)
        _show_problems(new)
    _show(diff, arguments.output_format)
    counted = (f"{number} {name}" for name, number in diff.summary)
    print(", ".join(counted), file=sys.stderr)
    grave = CLASSES[: CLASSES.index(arguments.fail_on) + 1] if arguments.fail_on else ()
    failed = any(getattr(diff.summary, name) for name in grave)
    return FOUND_ERRORS if failed or _has_errors(old, new) else CLEAN


def _sides(arguments: argparse.Namespace, resources: ExitStack) -> tuple[Side, Side]:
    from guidec.changes.sides.resolve import Resolver, SideError
    from guidec.config import ConfigurationError
    from guidec.diagnostics.text import to_text

    try:
        return Resolver(resources).sides(arguments.old, arguments.new)
    except SideError as error:
        raise UsageError(f"guidec diff: error: {error}") from error
    except ConfigurationError as error:
        source = error.source
        found = [to_text(diagnostic, lambda _: source) for diagnostic in error.diagnostics]
        raise UsageError("\n".join(found)) from error


def _show_problems(side: Side) -> None:
    from guidec.diagnostics.text import to_text

    for problem in side.problems:
        print(to_text(problem, side.source_of), file=sys.stderr)


def _has_errors(*sides: Side) -> bool:
    return any(problem.severity == "error" for side in sides for problem in side.problems)


def _show(diff: Diff, output_format: str) -> None:
    if output_format == "json":
        print(diff.model_dump_json(indent=2, by_alias=True))
    elif output_format == "markdown":
        from guidec.changes.shown.markdown import to_markdown

        sys.stdout.write(to_markdown(diff))
    else:
        from guidec.changes.shown.text import to_text
        from guidec.cli.terminal import wants_colour

        sys.stdout.write(to_text(diff, colour=wants_colour(sys.stdout)))
