"""A whole build: what changed is compiled, what is gone is removed, and the manifest tells about all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import chain
from os import urandom
from typing import TYPE_CHECKING

from guidec import __version__
from guidec.build.cache import CACHE_FILE, Cache, CacheWriter
from guidec.build.collisions import INDEX_TARGET, find_collisions, find_index_guide
from guidec.build.fresh import Freshness
from guidec.build.jobs import run_batches
from guidec.build.key import cache_key
from guidec.build.last import LastBuild
from guidec.build.manifest import MANIFEST, ManifestWriter
from guidec.build.output import OutputFolder, Stamp
from guidec.build.packed import Packed
from guidec.build.parts import Parts
from guidec.build.record import Record
from guidec.build.scan import scan
from guidec.build.summary import Summary
from guidec.diagnostics.diagnostic import Diagnostic
from guidec.diagnostics.order import reported
from guidec.diagnostics.rules.actions import UNKNOWN_ACTION
from guidec.diagnostics.rules.files import UNWRITABLE_OUTPUT
from guidec.diagnostics.rules.outputs import FAILED_OUTPUT
from guidec.files import Files
from guidec.garbage import uncollected
from guidec.targets import Targets

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from guidec.build.job import Job

KEEPS_OLD_OUTPUTS = FAILED_OUTPUT | {UNWRITABLE_OUTPUT}
"""What leaves the outputs of a guide as they were; with any other error there is no guide, so they go."""
Report = Callable[[Sequence[Diagnostic]], None]
Watch = Callable[[Record], None]


class Builder:
    """One build of all guides below a content root."""

    def __init__(
        self,
        job: Job,
        report: Report,
        *,
        jobs: int = 1,
        executor: Executor | None = None,
        watch: Watch | None = None,
    ) -> None:
        """Make a build; `report` gets the diagnostics guide by guide, in the order of the paths.

        What can be said only when all guides were read comes last. `executor` may be that of a cluster whose machines
        see the same folders; `jobs` is how many guides to have under way there. `watch` gets the record of each guide.
        """
        self.job = job
        self.jobs = jobs
        self.executor = executor
        self.summary = Summary()
        self._tell = report
        self._watch = watch
        self._parts = Parts()
        self._offered: set[str] = set()
        """The ids of the actions that guides offer."""
        self._folder = OutputFolder(job.settings.out, dry_run=job.dry_run, process=job.process)
        self._key = cache_key(job)
        self._targets = job.settings.targets or tuple(Targets(job.settings.own_targets))
        self._index_page = INDEX_TARGET in self._targets
        """Whether there is to be a page of all guides."""
        self._repeatable = True
        """Whether the cache knows all that there is to report."""

    def build(self, *, use_cache: bool = True) -> Summary:
        """Build what changed since the last build, or everything where the cache is not used."""
        try:
            with uncollected():
                self._build(use_cache=use_cache)
            self._report(self._parts.rest())
            self._report_unknown_actions()
        except OSError as error:
            message = f"Unexpected failure to write ({error.strerror}), expected a writable output folder"
            self._report([Diagnostic.in_file(UNWRITABLE_OUTPUT, message, str(self._folder.root))])
        finally:
            self._folder.tidy()
        return self.summary

    def _build(self, *, use_cache: bool) -> None:
        settings = self.job.settings
        self._folder.prepare()
        self._undo_abandoned()
        found = scan(settings.content, settings.out, settings.exclude)
        collisions = find_collisions(found.guides)
        self.summary.guides, self.summary.failed = len(found.guides), len(collisions)
        about_files = [*found.diagnostics, *collisions.values()]
        self._report(reported(about_files, settings.severities_of, keep_errors=True))
        guides = [path for path in found.guides if path not in collisions]
        if self._index_page and (taken := find_index_guide(guides)):
            self._index_page = False
            self._report([taken])
        cache = Cache.open(self._folder, self._key) if use_cache and not self.job.dry_run else None
        if cache is None:
            self._rebuild(guides, set(), iter(()))
            return
        freshness = Freshness(
            cache, Files(settings.content, settings.docs_root, settings.limits.file_size), self._folder
        )
        try:
            fresh = freshness.guides(frozenset(guides))
        except (AttributeError, LookupError, RecursionError, TypeError, ValueError):  # forged, digest and all
            self._rebuild(guides, set(), iter(()))
            return
        if len(fresh) == len(guides) == cache.guides and freshness.intact(cache.shared):
            for record in cache.records():
                self._take(record)
        else:
            self._rebuild(guides, fresh, (record for record in cache.records() if record.path in fresh))

    def _rebuild(self, guides: list[str], fresh: set[str], known: Iterator[Record]) -> None:
        """Build all guides that are not `fresh`, and write what tells about all of them."""
        # Models, templates and parser are imported only where there is something to compile.
        from guidec.build.guide import build_guides

        stale = [path for path in guides if path not in fresh]
        work = partial(build_guides, self.job, urandom(8).hex())
        # Closing it stops the processes that share the work, also where this one is interrupted.
        with (
            closing(LastBuild(self._folder, guides, fresh)) as last,
            closing(run_batches(work, stale, self.jobs, self.executor)) as built,
        ):
            self._remove(last.gone())  # a folder may have to stand where one of them does
            records = (next(known) if path in fresh else self._built(next(built)) for path in guides)
            leftovers = self._write(records, last)
        self._remove(leftovers.items())
        if not self.job.dry_run:
            self._folder.journal.clear()

    def _write(self, records: Iterable[Record], last: LastBuild) -> Mapping[str, str]:
        """Write what tells about all guides; give what of the last build is left over, with its SHA-256."""
        entries = Packed()
        # The cache is the last file to be complete: what it tells about is older, and all of it is there.
        with self._folder.writing(CACHE_FILE) as cache_file, self._folder.writing(MANIFEST) as manifest_file:
            cache, manifest = CacheWriter(cache_file, self._key), ManifestWriter(manifest_file, __version__)
            for built in records:
                record = self._keep(built, last)
                cache.add(record)
                manifest.add(record)
                if record.entry:
                    entries.append(record.entry)
            shared = self._put_shared(entries)
            manifest.finish(shared)
            leftovers = last.leftovers(shared)
            if not self.job.dry_run:  # from now on no manifest tells about them, until they are removed
                self._folder.journal.note(leftovers)
            if self._repeatable:
                cache.finish({**shared, MANIFEST: manifest_file.stamp()})
        if manifest_file.changed:
            self.summary.changed.append(MANIFEST)
        return leftovers

    def _undo_abandoned(self) -> None:
        """Remove what builds that were killed or failed have written, and no manifest tells about."""
        for path, sha256 in self._folder.journal.abandoned():
            self._remove_unchanged(path, sha256)
        if not self.job.dry_run:
            self._folder.journal.clear()

    def _keep(self, record: Record, last: LastBuild) -> Record:
        """Take in what became of a guide; where one of its outputs failed, its old files stay as they were."""
        before = last.outputs_of(record.path)
        self._take(record)
        self.summary.changed.extend(record.changed)
        if any(found.rule in KEEPS_OLD_OUTPUTS for found in record.diagnostics):
            record = replace(record, outputs={**self._intact(before), **record.outputs})
        last.note(before, record.outputs)
        return record

    def _built(self, record: Record) -> Record:
        self.summary.compiled += record.entry is not None
        return record

    def _take(self, record: Record) -> None:
        """Take note of what is known about a guide, whenever it was compiled."""
        self._report(self._parts.sift(record.path, record.inputs, record.diagnostics))
        self._offered.update(record.actions)
        self.summary.failed += record.entry is None
        if self._watch:
            self._watch(record)

    def _intact(self, outputs: Mapping[str, str]) -> dict[str, Stamp]:
        """Give those outputs of the last build that are still there, of targets that are still wanted."""
        stamps: dict[str, Stamp] = {}
        for path, sha256 in outputs.items():
            stamp = self._folder.stamp(path)
            if stamp and stamp.sha256 == sha256 and path.partition("/")[0] in self._targets:
                stamps[path] = stamp
        return stamps

    def _put_shared(self, entries: Packed) -> dict[str, Stamp]:
        from guidec.build.shared import listings
        from guidec.targets.schema_files import schema_files

        merged = self._merged(entries) if self.job.merges else ()
        listed = listings(entries, index_page=self._index_page)
        texts = chain(schema_files(), merged)
        puts = [
            *(self._folder.put_pieces(path, pieces) for path, pieces in listed),
            *chain.from_iterable(self._folder.put({path: text.encode()}) for path, text in texts),
        ]
        self.summary.changed.extend(put.path for put in puts if put.changed)
        return {put.path: put.stamp for put in puts}

    def _merged(self, entries: Packed) -> Iterator[tuple[str, str]]:
        """Give connector files with the guides that belong to them."""
        from guidec.build.merging import merge_outputs

        assert self.job.settings.connector_files is not None
        merged = merge_outputs(self.job.settings.connector_files, entries, self._folder)
        self._report(merged.diagnostics)
        self._repeatable = not merged.diagnostics
        yield from merged.files.items()

    def _remove(self, outputs: Iterable[tuple[str, str]]) -> None:
        self.summary.removed.extend(path for path, sha256 in outputs if self._remove_unchanged(path, sha256))

    def _remove_unchanged(self, path: str, sha256: str) -> bool:
        """Remove an output; give whether it was there, and not a file that somebody else has put in its place."""
        stamp = self._folder.stamp(path)
        if stamp is None or stamp.sha256 != sha256 or not self._folder.holds(path):
            return False
        self._folder.remove(path)
        return True

    def _report_unknown_actions(self) -> None:
        """Report the ids that were asked for and that no guide offers."""
        unknown = [name for name in self.job.actions or () if name not in self._offered]
        if not unknown:
            return
        from guidec.diagnostics.closest import closest

        for name in unknown:
            near = closest(name, self._offered)
            expected = f"`{near}`" if near else "one that a guide offers"
            message = f"Unexpected action `{name[:60]}`, expected {expected}"
            self._report([Diagnostic.in_file(UNKNOWN_ACTION, message, ".")])

    def _report(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.summary.count(diagnostics)
        if diagnostics:
            self._tell(diagnostics)
