"""`guidec render`: write a typed guide, or the draft of one, as one of the targets."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.cli.exit import CLEAN, FOUND_ERRORS, UsageError
from guidec.cli.targets import known_targets
from guidec.config.names import DIALECTS
from guidec.targets import TARGETS, Targets

if TYPE_CHECKING:
    import argparse

    from guidec.config import Settings
    from guidec.data_file import Data
    from guidec.diagnostics import Diagnostic
    from guidec.guide.models import Guide
    from guidec.source import Source

DESCRIPTION = """\
Render a guide and print it; of several files the first. GUIDE is a page (.mdx, .md, .html), a typed guide as
`guidec build` writes it, or a draft that was written by hand (see `guidec schema draft`), in JSON or YAML.
"""
EXAMPLES = """\
examples:
  guidec render build/json/okta.json --to mdx > okta.mdx            the guide in its dialect's house style
  guidec render okta.json --to mdx --dialect starlight > okta.mdx   the same guide for another documentation system
  guidec render okta.yaml --to mdx > content/okta.mdx               a new guide from a draft
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("guide", metavar="GUIDE", help="a page, or a typed guide or a draft in JSON or YAML")
    parser.add_argument(
        "--to", required=True, metavar="TARGET", help=f"{', '.join(TARGETS)}, or one of your own"
    )
    parser.add_argument(
        "--dialect",
        choices=DIALECTS,
        metavar="NAME",
        help=f"the dialect to write MDX in (default: the guide's own): {', '.join(DIALECTS)}",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the rendered guide."""
    from guidec.cli.site import settings_near
    from guidec.diagnostics.rule import Severity
    from guidec.targets.target import Options

    if arguments.dialect and arguments.to != "mdx":
        raise UsageError("guidec render: error: Unexpected option `--dialect`, expected `--to mdx` with it")
    settings = settings_near(Path())
    targets = Targets(settings.own_targets, settings.folder)
    (name,) = known_targets([arguments.to], targets)
    guide, found = _read(arguments, settings)
    if guide is None:
        return FOUND_ERRORS
    rendered = targets[name].render(guide, Options(settings.base_url, dialect=arguments.dialect))
    _show(rendered.diagnostics)
    sys.stdout.write(next(iter(rendered.files.values()), ""))
    found = (*found, *rendered.diagnostics)
    return FOUND_ERRORS if any(one.severity is Severity.ERROR for one in found) else CLEAN


def _read(arguments: argparse.Namespace, settings: Settings) -> tuple[Guide | None, tuple[Diagnostic, ...]]:
    """Read the guide, and print what is wrong with it."""
    from guidec.data_file import read_data
    from guidec.diagnostics import Diagnostic
    from guidec.file_names import GUIDE_SUFFIXES
    from guidec.files import read_file
    from guidec.guide.models import Guide
    from guidec.model_fit import fit

    if arguments.guide.endswith(GUIDE_SUFFIXES) and os.path.lexists(arguments.guide):
        return _compile(arguments.guide)
    source = read_file(arguments.guide)
    if isinstance(source, Diagnostic):
        raise UsageError(f"guidec render: error: {source.message}: `{arguments.guide}`")
    data = read_data(source)
    if not isinstance(data, Diagnostic) and _is_draft(data):
        # Its page is for the documentation system of the project unless an option names another.
        arguments.dialect = arguments.dialect or settings.dialect
        return _compile(arguments.guide)
    guide = (data,) if isinstance(data, Diagnostic) else fit(data, Guide)
    if isinstance(guide, Guide):
        return guide, ()
    _show(guide, source)
    return None, guide


def _is_draft(data: Data) -> bool:
    return isinstance(data.value, dict) and "schema_version" not in data.value


def _compile(file: str) -> tuple[Guide | None, tuple[Diagnostic, ...]]:
    """Compile a page or a draft, and print what is wrong with it."""
    from guidec.cli.printer import Printer
    from guidec.cli.site import file_site
    from guidec.loader import Loader
    from guidec.pipeline import run_file

    site, path = file_site(file)
    outcome = run_file(path, site.settings, Loader(site.files))
    Printer(sys.stderr).show(outcome.diagnostics, site)
    return outcome.guide, outcome.diagnostics


def _show(found: tuple[Diagnostic, ...], source: Source | None = None) -> None:
    from guidec.diagnostics.text import to_text

    for diagnostic in found:
        print(to_text(diagnostic, lambda _: source), file=sys.stderr)
