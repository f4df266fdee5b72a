"""`guidec check`: say what is wrong in guides, and write nothing."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.cli.arguments import names
from guidec.cli.counted import found_in_short
from guidec.cli.exit import CLEAN, FOUND_ERRORS, UsageError
from guidec.cli.messages import Messages, add_verbosity
from guidec.cli.printer import Printer, StatisticsPrinter, add_output_format
from guidec.config import Override

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from guidec.build.check import Advance
    from guidec.cli.site import Site
    from guidec.connector_files.find import Connectors
    from guidec.diagnostics import Diagnostic, Severity

DESCRIPTION = "Compile guides, write nothing, and report what is wrong in them on standard output."
EXAMPLES = """\
examples:
  guidec check                            every guide of the configured content root
  guidec check docs/okta.mdx docs/box     one guide and one folder
  guidec check --statistics               which rules are broken how often
  guidec check --output-format concise    a line each, for editors and grep
  guidec check --output-format sarif      for code scanning
  guidec check --ignore image-alt         all rules but one
  guidec check --against ../connectors    do guides and connectors say the same?
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="guides or folders (default: the configured content root)"
    )
    add_output_format(parser)
    add_verbosity(parser)
    parser.add_argument(
        "--select",
        type=names,
        default=(),
        metavar="RULE,...",
        help="report only these rules, and errors that leave a guide without outputs",
    )
    parser.add_argument(
        "--ignore", type=names, default=(), metavar="RULE,...", help="do not report these rules"
    )
    parser.add_argument(
        "--statistics", action="store_true", help="count what is found by rule instead of showing it"
    )
    parser.add_argument(
        "--against", metavar="PATH", help="hold guides against this connector file, or all in this folder"
    )


def run(arguments: argparse.Namespace) -> int:
    """Check, and print what was found to standard output."""
    from guidec.diagnostics import Severity

    messages = Messages(arguments.verbosity)
    severities = _severities(arguments.select, arguments.ignore)
    sites = [(_with(site, severities), guides) for site, guides in _sites(arguments.paths)]
    connectors, problems = _connectors(arguments.against)
    if connectors:
        one_guide = len(sites) == 1 and sites[0][1] is not None and len(sites[0][1]) == 1
        connectors.is_for_one_guide = one_guide and Path(arguments.against).is_file()
    printer = _printer(arguments)
    counts = dict.fromkeys(Severity, 0)

    def show(found: Diagnostic, site: Site) -> None:
        messages.progress.clear()
        counts[found.severity] += 1
        printer.show([found], site)

    for problem in problems:
        show(problem, sites[0][0])
    for site, guides in sites:
        messages.detail(f"Checking {site.about()}")
        # One connector out of many says nothing about guides that nobody named.
        missing = guides is not None or not Path(arguments.against or "").is_file()
        for found in _check(site, guides, connectors, messages.progress.advance, missing=missing):
            show(found, site)
    messages.progress.clear()
    printer.finish()
    if connectors and not connectors.has_guides and Path(arguments.against).is_file():
        messages.say(f"No guide belongs to {arguments.against}")
    if printer.is_for_people:
        messages.say(found_in_short(counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.INFO]))
    return FOUND_ERRORS if counts[Severity.ERROR] else CLEAN


def _printer(arguments: argparse.Namespace) -> Printer:
    if not arguments.statistics:
        return Printer(sys.stdout, arguments.output_format)
    if arguments.output_format not in StatisticsPrinter.FORMATS:
        expected = ", ".join(StatisticsPrinter.FORMATS)
        what = f"Unexpected format `{arguments.output_format}` of statistics"
        raise UsageError(f"guidec check: error: {what}, expected one of {expected}")
    return StatisticsPrinter(sys.stdout, arguments.output_format)


def _severities(select: tuple[str, ...], ignore: tuple[str, ...]) -> dict[str, Severity | None]:
    """Turn off whatever is not selected or ignored."""
    if not select and not ignore:
        return {}
    from guidec.cli.explain import known_rule
    from guidec.diagnostics.rules import all_rules

    chosen = {known_rule(name).id for name in select} or set(all_rules())
    chosen -= {known_rule(name).id for name in ignore}
    return {name: None for name in all_rules() if name not in chosen}


def _with(site: Site, severities: dict[str, Severity | None]) -> Site:
    """Let what the command line says about rules count for every file, whatever the configuration says."""
    settings, everywhere = site.settings, Override(("*",), severities)
    return replace(site, settings=replace(settings, overrides=(*settings.overrides, everywhere)))


def _sites(paths: list[str]) -> Iterator[tuple[Site, list[str] | None]]:
    """Give the content roots with the guides to check; None means all of them. A path counts once."""
    from guidec.cli.site import configured_site, file_site, folder_site

    if not paths:
        yield configured_site(), None
    named: dict[str, str] = {}
    for path in paths:
        named.setdefault(os.path.abspath(path), path)  # noqa: PTH100 - resolve() would follow links
    for path in named.values():
        if Path(path).is_dir():
            yield folder_site(path), None
        elif not Path(path).exists() and not Path(path).is_symlink():
            raise UsageError(
                f"guidec check: error: Unexpected path `{path}`, expected a guide or folder that exists"
            )
        else:
            site, below = file_site(path)
            yield site, [below]


def _connectors(path: str | None) -> tuple[Connectors | None, list[Diagnostic]]:
    """Read the connector files to compare with, and say what is wrong with them."""
    if path is None:
        return None, []
    from guidec.connector_files import SUFFIX, connector_files
    from guidec.connector_files.find import read_connectors

    if not Path(path).exists() or not connector_files(Path(path)):
        raise UsageError(
            f"guidec check: error: Unexpected path `{path}`, expected a connector file or a folder with `*{SUFFIX}`"
        )
    return read_connectors(Path(path))


def _check(
    site: Site,
    guides: list[str] | None,
    connectors: Connectors | None,
    advance: Advance,
    *,
    missing: bool,
) -> Iterator[Diagnostic]:
    from guidec.build.check import check_guides, check_root

    settings, targets = site.settings, []
    if connectors:
        from guidec.connector_files.compare import comparison

        targets = [comparison(connectors, site.files, missing=missing)]
    if guides is None:
        yield from check_root(settings, targets, advance)
    else:
        yield from check_guides(guides, settings, targets, advance)
