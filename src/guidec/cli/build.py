"""`guidec build`: compile the guides below a content root."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.cli.arguments import names, natural
from guidec.cli.counted import counted
from guidec.cli.exit import CLEAN, FOUND_ERRORS, UsageError
from guidec.cli.messages import Messages, add_verbosity
from guidec.cli.printer import LINES, Printer, add_output_format
from guidec.cli.site import configured_site, folder_site, shown_path
from guidec.cli.targets import known_targets
from guidec.config.names import CONNECTOR_FOLDER
from guidec.diagnostics.printable import printable
from guidec.targets import TARGETS, Targets

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from guidec.build.builder import Summary
    from guidec.build.job import Job
    from guidec.cli.site import Site
    from guidec.config import Settings
    from guidec.diagnostics import Diagnostic

DESCRIPTION = "Compile all guides below CONTENT and write their outputs; what did not change is not touched."
EXAMPLES = """\
examples:
  guidec build                          content/ into build/
  guidec build docs --target json       only the typed guides of docs/
  guidec build --check                  in a pipeline: is what is committed still true?
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "content", nargs="?", metavar="CONTENT", help="the content root (default: as configured, content)"
    )
    parser.add_argument("--out", metavar="DIR", help="the output folder (default: as configured, build)")
    parser.add_argument(
        "--target",
        action="append",
        metavar="NAME",
        help=f"write only this target ({', '.join(TARGETS)}, or one of your own); may be repeated",
    )
    parser.add_argument("--actions", type=names, metavar="ID,...", help="render for these actions only")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; list outputs that are not as they should be"
    )
    parser.add_argument(
        "--jobs", type=natural, metavar="N", help="processes to work with (default: one a processor)"
    )
    parser.add_argument("--no-cache", action="store_true", help="compile everything again")
    add_output_format(parser, LINES)
    add_verbosity(parser)


def run(arguments: argparse.Namespace) -> int:
    """Build, and print what was found to standard error."""
    from guidec.build.jobs import default_jobs

    job, site = make_job(arguments)
    messages = Messages(arguments.verbosity)
    messages.detail(f"Building {site.about()} into {shown_path(job.settings.out)}")
    printer = Printer(sys.stderr, arguments.output_format)
    jobs = arguments.jobs or default_jobs()
    summary = run_build(job, site, printer, messages, jobs=jobs, use_cache=not arguments.no_cache)
    if job.dry_run:
        _list_stale(summary, job.settings.out)
    messages.say(_in_short(summary, dry_run=job.dry_run))
    stale = job.dry_run and (summary.changed or summary.removed)
    return FOUND_ERRORS if summary.errors or stale else CLEAN


def run_build(
    job: Job, site: Site, printer: Printer, messages: Messages, *, jobs: int, use_cache: bool = True
) -> Summary:
    """Build, and show on the way what is found and how far it is."""
    from guidec.build.builder import Builder

    def report(found: Sequence[Diagnostic]) -> None:
        messages.progress.clear()
        printer.show(found, site)

    done = count(1)
    builder = Builder(
        job, report, jobs=jobs, watch=lambda _: messages.progress.advance(next(done), builder.summary.guides)
    )
    summary = builder.build(use_cache=use_cache)
    messages.progress.clear()
    printer.finish()
    for path in () if job.dry_run else summary.changed:
        messages.detail(f"wrote {printable(path)}")
    for path in () if job.dry_run else summary.removed:
        messages.detail(f"removed {printable(path)}")
    return summary


def make_job(arguments: argparse.Namespace) -> tuple[Job, Site]:
    """Make the job that the arguments and the configuration describe together."""
    from guidec.build.job import Job

    site = folder_site(arguments.content) if arguments.content else configured_site()
    targets = Targets(site.settings.own_targets)
    settings = replace(
        site.settings,
        content=site.settings.content.absolute(),
        out=Path(arguments.out or site.settings.out).absolute(),
        # Always in the same order: the same outputs are the same job.
        targets=known_targets(arguments.target or site.settings.targets or list(targets), targets),
    )
    _refuse_overlap(settings)
    return Job(settings, arguments.actions, arguments.check), replace(site, settings=settings)


def _refuse_overlap(settings: Settings) -> None:
    """Refuse an output folder where writing could overwrite guides."""
    content, out = settings.content.resolve(), settings.out.resolve()
    if content == out:
        raise UsageError(
            "guidec build: error: Unexpected output folder, expected one that is not the content root"
        )
    taken = (*(settings.targets or ()), *TARGETS, "schema", CONNECTOR_FOLDER)
    connectors = settings.connector_files
    if connectors and connectors.resolve().is_relative_to(out):
        raise UsageError(
            "guidec build: error: Unexpected connector files inside the output folder, expected them elsewhere"
        )
    if content.is_relative_to(out) and content.relative_to(out).parts[0] in taken:
        raise UsageError(
            "guidec build: error: Unexpected content root inside the outputs, expected it elsewhere"
        )


def _list_stale(summary: Summary, out: Path) -> None:
    for path in summary.changed:
        print(f"{'stale' if (out / path).exists() else 'missing'}: {printable(path)}")
    for path in summary.removed:
        print(f"extra: {printable(path)}")


def _in_short(summary: Summary, *, dry_run: bool) -> str:
    done = ("stale", "to remove") if dry_run else ("written", "removed")
    failed = f", {summary.failed} failed" if summary.failed else ""
    parts = [
        f"{counted(summary.guides, 'guide')} ({summary.compiled} compiled{failed})",
        f"{counted(len(summary.changed), 'file')} {done[0]}",
        *([f"{len(summary.removed)} {done[1]}"] if summary.removed else []),
        counted(summary.errors, "error"),
        counted(summary.warnings, "warning"),
    ]
    return ", ".join(parts)
