"""Builds one guide and writes its outputs; this is what runs in other processes."""

from __future__ import annotations

from dataclasses import replace
from threading import local
from typing import TYPE_CHECKING

from guidec.build.output import OutputFolder
from guidec.build.record import Record
from guidec.diagnostics.diagnostic import Diagnostic
from guidec.diagnostics.rules.files import UNWRITABLE_OUTPUT
from guidec.files import Files
from guidec.garbage import collect_young, uncollected
from guidec.loader import Loader
from guidec.pipeline import run_file
from guidec.targets import Targets
from guidec.targets.catalogue import catalogue_entry
from guidec.targets.target import Options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidec.build.job import Job


_kept = local()
"""The builder that each thread had last: workers of a cluster may be threads."""


def build_guides(job: Job, build: str, paths: Sequence[str]) -> list[Record]:
    """Build the guides at `paths`, relative to the content root; one bad guide never stops the others.

    `build` is what no other build is called: whatever the batches of one build have read is not read again.
    """
    if getattr(_kept, "build", None) != build:
        _kept.build, _kept.builder = build, GuideBuilder(job)
    with uncollected():
        records = [_kept.builder.build(path) for path in paths]
        collect_young()
    return records


class GuideBuilder:
    """Builds guides one after the other; holds what they share."""

    def __init__(self, job: Job) -> None:
        settings = job.settings
        self.settings = settings
        self.loader = Loader(Files(settings.content, settings.docs_root, settings.limits.file_size))
        targets = Targets(settings.own_targets, settings.folder)
        self.targets = [targets[name] for name in settings.targets or targets]
        self.options = Options(settings.base_url, job.actions)
        self.folder = OutputFolder(settings.out, dry_run=job.dry_run, process=job.process)

    def build(self, path: str) -> Record:
        """Build the guide at `path`."""
        outcome = run_file(path, self.settings, self.loader, self.targets, self.options)
        inputs = dict(sorted(self.loader.inputs.items()))
        entry = catalogue_entry(outcome.guide).model_dump_json() if outcome.guide else None
        answers = dict(sorted(self.loader.answers.items()))
        read = inputs[path] is not None
        record = Record(
            path, inputs, answers, {}, outcome.diagnostics, entry, outcome.actions, repeatable=read
        )
        return self._write(record, {name: text.encode() for name, text in outcome.files.items()})

    def _write(self, record: Record, outputs: dict[str, bytes]) -> Record:
        changed, stamps = [], {}
        try:
            for put in self.folder.put(outputs):
                stamps[put.path] = put.stamp
                if put.changed:
                    changed.append(put.path)
        except OSError as error:
            failed = next(path for path in outputs if path not in stamps)
            diagnostics = (_unwritable(failed, error, record.path), *record.diagnostics)
            record = replace(record, diagnostics=diagnostics, entry=None, repeatable=False)
        return replace(record, outputs=stamps, changed=tuple(changed))


def _unwritable(output: str, error: OSError, path: str) -> Diagnostic:
    """Report on the guide at `path` that an output could not be written."""
    message = f"Unexpected failure to write `{output}` ({error.strerror}), expected a writable output folder"
    return Diagnostic.in_file(UNWRITABLE_OUTPUT, message, path)
