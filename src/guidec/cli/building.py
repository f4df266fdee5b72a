"""A build as commands show it: once, or again after each change."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.cli.counted import counted, found_in_short
from guidec.cli.exit import UsageError
from guidec.cli.printer import Printer
from guidec.cli.site import configured_site, folder_site, shown_path
from guidec.cli.targets import known_targets
from guidec.config.names import CONNECTOR_FOLDER
from guidec.diagnostics.printable import printable
from guidec.targets import TARGETS, Targets

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Executor

    from guidec.build.job import Job
    from guidec.build.record import Record
    from guidec.build.summary import Summary
    from guidec.cli.messages import Messages
    from guidec.cli.site import Site
    from guidec.config import Settings
    from guidec.diagnostics import Diagnostic


@dataclass
class Listener:
    """Keeps what a build finds, for whoever shows it elsewhere, too."""

    found: list[Diagnostic] = field(default_factory=list)
    inputs: dict[str, frozenset[str]] = field(default_factory=dict)
    """The files behind each guide, by its path below the content root."""


def build_once(
    arguments: argparse.Namespace, messages: Messages, listener: Listener | None = None
) -> tuple[Job, Summary]:
    """Build as the arguments and the configuration say, and show what is found and how far it is."""
    from guidec.build.builder import Builder

    job, site = make_job(arguments)
    messages.detail(f"Building {site.about()} into {shown_path(job.settings.out)}")
    printer = Printer(sys.stderr, arguments.output_format)
    done = count(1)

    def report(found: Sequence[Diagnostic]) -> None:
        messages.progress.clear()
        printer.show(found, site)
        if listener:
            listener.found += found

    def watch(record: Record) -> None:
        messages.progress.advance(next(done), builder.summary.guides)
        if listener:
            listener.inputs[record.path] = frozenset(record.inputs)

    with _workers(arguments.executor) as (executor, number):
        builder = Builder(job, report, jobs=arguments.jobs or number, executor=executor, watch=watch)
        summary = builder.build(use_cache=not arguments.no_cache)
    messages.progress.clear()
    printer.finish()
    _tell(summary, messages, dry_run=job.dry_run)
    return job, summary


@contextmanager
def _workers(address: str | None) -> Iterator[tuple[Executor | None, int]]:
    """Give who does the work, None being processes of this machine, and how many there are."""
    if address is None:
        from guidec.build.jobs import default_jobs

        yield None, default_jobs()
        return
    from guidec.build.clusters import ClusterError, connected

    try:
        with connected(address) as workers:
            yield workers
    except ClusterError as error:
        raise UsageError(f"guidec build: error: {error}") from None


def build_again(
    arguments: argparse.Namespace, messages: Messages
) -> Iterator[tuple[Site, Listener] | UsageError]:
    """Build at once and after each change, for ever; give what each build found.

    A configuration that is broken meanwhile is reported and given, and the next change is waited for.
    """
    from guidec.build.watch import snapshot, wait_for_change

    settings = make_job(arguments)[0].settings
    while True:
        before, listener = snapshot(settings), Listener()
        try:
            job, site = make_job(arguments)
            build_once(arguments, messages, listener)
            settings = job.settings
            yield site, listener
        except UsageError as error:
            print(error, file=sys.stderr)
            yield error
        changed = wait_for_change(settings, before)
        arguments.no_cache = False
        messages.say("")
        messages.detail(f"changed: {', '.join(shown_path(Path(path)) for path in changed[:5])}")


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
    content, out = _real(settings.content), _real(settings.out)
    if content == out:
        raise UsageError(
            "guidec build: error: Unexpected output folder, expected one that is not the content root"
        )
    taken = (*(settings.targets or ()), *TARGETS, "schema", CONNECTOR_FOLDER)
    connectors = settings.connector_files
    if connectors and _real(connectors).is_relative_to(out):
        raise UsageError(
            "guidec build: error: Unexpected connector files inside the output folder, expected them elsewhere"
        )
    if content.is_relative_to(out) and content.relative_to(out).parts[0] in taken:
        raise UsageError(
            "guidec build: error: Unexpected content root inside the outputs, expected it elsewhere"
        )


def _real(path: Path) -> Path:
    """Give a path without symbolic links; `Path.resolve` raises where they lead in a circle."""
    return Path(os.path.realpath(path))


def _tell(summary: Summary, messages: Messages, *, dry_run: bool) -> None:
    for path in () if dry_run else summary.changed:
        messages.detail(f"wrote {printable(path)}")
    for path in () if dry_run else summary.removed:
        messages.detail(f"removed {printable(path)}")
    messages.say(_in_short(summary, dry_run=dry_run))


def _in_short(summary: Summary, *, dry_run: bool) -> str:
    done = ("stale", "to remove") if dry_run else ("written", "removed")
    failed = f", {summary.failed} failed" if summary.failed else ""
    parts = [
        f"{counted(summary.guides, 'guide')} ({summary.compiled} compiled{failed})",
        f"{counted(len(summary.changed), 'file')} {done[0]}",
        *([f"{len(summary.removed)} {done[1]}"] if summary.removed else []),
        found_in_short(summary.errors, summary.warnings, summary.infos),
    ]
    return ", ".join(parts)
