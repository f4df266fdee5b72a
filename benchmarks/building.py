"""How long a build takes, and the next one."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from generate import write_guides
from measure import Cost, MeasureError, best, least, run
from report import Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GUIDEC = (sys.executable, "-m", "guidec")
EDITS = count(1)


@dataclass(frozen=True, slots=True)
class Builder:
    """A program that compiles the folder `content` of its working folder."""

    name: str
    command: tuple[str | Path, ...]
    expected: tuple[int, ...] = (0,)

    def build(self, work: Path) -> Cost:
        """Build; cold where nothing was ever built in this folder."""
        return run(self.command, work, self.expected)

    def build_next(self, folders: Iterator[Path]) -> Cost:
        """Build in the next of these folders."""
        return self.build(next(folders))

    def changed(self, work: Path) -> Cost:
        """Build again after one guide has got another paragraph."""
        first = min((work / "content").rglob("*.mdx"))
        with first.open("a", encoding="utf-8") as file:
            file.write(f"\nEdited {next(EDITS)}.\n")
        return self.build(work)


def guidec(name: str, *arguments: str) -> Builder:
    """Give a build by guidec; status 1 says that there are errors in guides, as happens with files of one's own."""
    return Builder(name, (*GUIDEC, "build", *arguments), (0, 1))


def builders(packages: Path) -> list[Builder]:
    """Give guidec and its peers, whose packages are in that folder."""
    content_collections = packages / "@content-collections/cli/dist/index.js"
    return [
        guidec("guidec, all targets, 1 process", "--jobs", "1"),
        guidec("guidec, all targets, 2 processes", "--jobs", "2"),
        guidec("guidec, JSON alone, 1 process", "--target", "json", "--jobs", "1"),
        Builder("Velite", ("node", packages / "velite/bin/velite.js", "build")),
        Builder(
            "Content Collections",
            ("node", content_collections, "build", "--config", "content-collections.js"),
        ),
        Builder("Fumadocs MDX (Vite)", ("node", packages / "vite/bin/vite.js", "build")),
    ]


def building(peers: Path, work: Path, own_files: Path | None, guides: int, repeats: int = 2) -> Table:
    """Measure a cold build, one where nothing has changed and one where a guide has, of guidec and its peers."""
    prepare(peers, work / "first", own_files, guides)
    start = best(10, lambda: run([sys.executable, "-c", "pass"]))
    files = sum(1 for _ in (work / "first" / "content").rglob("*.mdx"))
    head = ("tool", "cold", "CPU", "nothing changed", "CPU", "one changed", "CPU", "memory, MiB")
    table = Table(f"Building {files} guides", HOW.format(start=start.cpu, repeats=repeats), head)
    for builder in builders(peers / "node_modules"):
        folders = [*copies(work, repeats)]
        fresh, last = iter(folders), folders[-1]
        try:
            costs = (
                best(repeats, partial(builder.build_next, fresh)),
                best(repeats, partial(builder.build, last)),
                best(repeats, partial(builder.changed, last)),
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
bundle. Cold: in a folder where nothing was ever built, and from which no file was removed. One changed: a paragraph
more in one guide. Velite and Fumadocs have no cache. A bare start of Python takes {start:.3f} seconds of CPU."""


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


def copies(work: Path, number: int) -> Iterator[Path]:
    """Give working folders with the files of `work/first`, and nothing built in them.

    None is removed before all is measured: ext4 looks for a place for each new file among those that were freed in
    the last minutes, one after the other, and that would be a third of the time of a cold build.
    """
    for _ in range(number):
        copy = work / f"copy-{next(EDITS)}"
        shutil.copytree(work / "first", copy, symlinks=True)
        yield copy


def jobs(work: Path, guides: int = 1000) -> Table:
    """Measure what a second process is worth."""
    write_guides(work / "first" / "content", guides)
    how = (
        f"Cold builds of all targets of {guides} made-up guides, the best of three. With {os.cpu_count()} processors,\n"
        "all of them free, two processes could at best take half the time of one."
    )
    table = Table("Two processes", how, ("processes", "seconds", "CPU", "times as fast"))
    ones: list[Cost] = []
    twos: list[Cost] = []
    for _ in range(3):  # in turn, so that what else runs on the machine disturbs both
        for number, costs in ((1, ones), (2, twos)):
            (folder,) = copies(work, 1)
            costs.append(guidec("guidec", "--jobs", str(number)).build(folder))
    one = least(ones)
    for number, costs in ((1, ones), (2, twos)):
        cost = least(costs)
        table.add(str(number), f"{cost.seconds:.2f}", f"{cost.cpu:.2f}", f"{one.seconds / cost.seconds:.2f}")
    return table


def growth(work: Path, most: int) -> Table:
    """Measure whether a guide costs the same among few and among many, up to `most`."""
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
    builder = guidec("guidec", "--jobs", "1")
    for number in sizes(most):
        write_guides(work / str(number) / "first" / "content", number)
        folders = [*copies(work / str(number), 2 if number <= 1000 else 1)]
        cells = []
        for costs in (
            [builder.build(folder) for folder in folders],
            [builder.build(folder) for folder in folders],
        ):
            cost = least(costs)
            cells += [f"{cost.cpu:.2f}", f"{cost.cpu / number * 1000:.2f}", f"{cost.memory:.0f}"]
        table.add(str(number), *cells)
    return table


def sizes(most: int) -> list[int]:
    """Give 10, 100, 1000 and so on, and at last `most`."""
    powers = [10**digits for digits in range(1, len(str(most)))]
    return [*(power for power in powers if power < most), most]
