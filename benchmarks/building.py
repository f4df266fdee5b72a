"""How long a build takes, and the next one."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from generate import write_guides
from measure import Cost, MeasureError, best, run
from report import Table

if TYPE_CHECKING:
    from pathlib import Path

GUIDEC = (sys.executable, "-m", "guidec")
EDITS = count(1)


@dataclass(frozen=True, slots=True)
class Builder:
    """A program that compiles the folder `content` of its working folder."""

    name: str
    command: tuple[str | Path, ...]
    written: tuple[str, ...]
    """What it writes, caches included: without them a build is cold."""
    expected: tuple[int, ...] = (0,)

    def cold(self, work: Path) -> Cost:
        """Build as if for the first time."""
        for name in self.written:
            shutil.rmtree(work / name, ignore_errors=True)
        return self.again(work)

    def again(self, work: Path) -> Cost:
        """Build again."""
        return run(self.command, work, self.expected)

    def changed(self, work: Path) -> Cost:
        """Build again after one guide has got another paragraph."""
        first = min((work / "content").rglob("*.mdx"))
        with first.open("a", encoding="utf-8") as file:
            file.write(f"\nEdited {next(EDITS)}.\n")
        return self.again(work)


def builders(packages: Path) -> list[Builder]:
    """Give guidec and its peers, whose packages are in that folder."""
    # Status 1 says that there are errors in guides, and that happens with files of one's own.
    build = (*GUIDEC, "build")
    return [
        Builder("guidec, all targets, 1 process", (*build, "--jobs", "1"), ("build",), (0, 1)),
        Builder("guidec, all targets, 2 processes", (*build, "--jobs", "2"), ("build",), (0, 1)),
        Builder(
            "guidec, JSON alone, 1 process", (*build, "--target", "json", "--jobs", "1"), ("build",), (0, 1)
        ),
        Builder("Velite", ("node", packages / "velite/bin/velite.js", "build"), ("out", "assets")),
        Builder(
            "Content Collections",
            (
                "node",
                packages / "@content-collections/cli/dist/index.js",
                "build",
                "--config",
                "content-collections.js",
            ),
            (".content-collections",),
        ),
        Builder("Fumadocs MDX (Vite)", ("node", packages / "vite/bin/vite.js", "build"), ("out", ".source")),
    ]


def building(peers: Path, work: Path, own_files: Path | None, guides: int, repeats: int = 2) -> Table:
    """Measure a cold build, one where nothing has changed and one where a guide has, of guidec and its peers."""
    prepare(peers, work, own_files, guides)
    start = best(10, lambda: run([sys.executable, "-c", "pass"]))
    files = sum(1 for _ in (work / "content").rglob("*.mdx"))
    head = ("tool", "cold", "CPU", "nothing changed", "CPU", "one changed", "CPU", "memory, MiB")
    table = Table(f"Building {files} guides", HOW.format(start=start.cpu, repeats=repeats), head)
    for builder in builders(peers / "node_modules"):
        try:
            costs = (
                best(repeats, lambda builder=builder: builder.cold(work)),
                best(repeats, lambda builder=builder: builder.again(work)),
                best(repeats, lambda builder=builder: builder.changed(work)),
            )
        except MeasureError as failure:
            table.how += f"\n{builder.name} failed: {failure}"
            continue
        figures = [figure for cost in costs for figure in (f"{cost.seconds:.2f}", f"{cost.cpu:.2f}")]
        table.add(builder.name, *figures, f"{costs[0].memory:.0f}")
    return table


HOW = """\
Seconds of whole processes, start included, the best of {repeats}. guidec writes JSON, checklist, configuration,
connector, MDX and JSON-LD for every guide; the others compile the MDX to JavaScript and write one file of data or a
bundle. Cold: nothing written and no cache. One changed: a paragraph more in one guide. Velite and Fumadocs have no
cache. A bare start of Python takes {start:.3f} seconds of CPU."""


def prepare(peers: Path, work: Path, own_files: Path | None, guides: int) -> None:
    """Make a folder in which guidec and its peers can build: configurations, packages, guides."""
    shutil.copytree(peers, work, ignore=shutil.ignore_patterns("node_modules"))
    (work / "node_modules").symlink_to(peers / "node_modules")
    if own_files:
        # Guides alone, as the others have no use for the rest.
        for path in own_files.rglob("*.mdx"):
            target = work / "content" / path.relative_to(own_files)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    else:
        write_guides(work / "content", guides)


def jobs(work: Path, guides: int = 1000) -> Table:
    """Measure what a second process is worth."""
    write_guides(work / "content", guides)
    how = (
        f"Cold builds of all targets of {guides} made-up guides, the best of three. With {os.cpu_count()} processors,\n"
        "all of them free, two processes could at best take half the time of one."
    )
    table = Table("Two processes", how, ("processes", "seconds", "CPU", "times as fast"))
    one = None
    for number in (1, 2):
        builder = Builder("guidec", (*GUIDEC, "build", "--jobs", str(number)), ("build",))
        cost = best(3, lambda builder=builder: builder.cold(work))
        one = one or cost.seconds
        table.add(str(number), f"{cost.seconds:.2f}", f"{cost.cpu:.2f}", f"{one / cost.seconds:.2f}")
    return table


def growth(work: Path, numbers: tuple[int, ...]) -> Table:
    """Measure whether a guide costs the same among few and among many."""
    how = "Builds of all targets with one process, made-up guides. Up to 1000 guides the best of two, else one run."
    head = (
        "guides",
        "cold, CPU",
        "ms a guide",
        "memory, MiB",
        "nothing changed, CPU",
        "ms a guide",
        "memory, MiB",
    )
    table = Table("Many guides", how, head)
    builder = Builder("guidec", (*GUIDEC, "build", "--jobs", "1"), ("build",))
    for number in numbers:
        folder = work / str(number)
        write_guides(folder / "content", number)
        repeats = 2 if number <= 1000 else 1
        cells = []
        for once in (builder.cold, builder.again):
            cost = best(repeats, lambda once=once, folder=folder: once(folder))
            cells += [f"{cost.cpu:.2f}", f"{cost.cpu / number * 1000:.2f}", f"{cost.memory:.0f}"]
        table.add(str(number), *cells)
        shutil.rmtree(folder)
    return table
