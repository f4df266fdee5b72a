"""The results as Markdown, which reads well in a terminal, too."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HEAD = """\
# Benchmarks

Written by `python benchmarks/run.py --write`; run it to repeat all figures, on made-up files or with `--files DIR` on
yours. It needs node and npm, and downloads the peers, pinned in `benchmarks/peers/`, into a cache folder of your own.
All programs work on the same files, in one run, one after the other.

Seconds are those of the clock; CPU seconds are those of all processors together, the processes that a program starts
included; memory is that of its largest process. Everything is done several times and the least is shown, because what
else runs on a machine only ever adds to a figure. Ratios say more than seconds: they hold on other machines, too.

Each cold build has a new folder, and no folder is removed before everything is measured: Linux's file system ext4 is
slow to make files for some minutes after many were removed, and that would show as the time of whatever runs next.

`python benchmarks/calls.py` counts the function calls of each stage in place of seconds, and shows them beside the
counts that were kept last (`--write` keeps them); these are the same on every machine, and `.ci/run` prints them.
"""


@dataclass(slots=True)
class Table:
    """What was measured about one question."""

    title: str
    how: str
    """How the figures were made."""
    head: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, name: str, *cells: str) -> None:
        """Add a row, and fill what is missing in it with dashes."""
        self.rows.append((name, *cells, *["–"] * (len(self.head) - 1 - len(cells))))


def as_markdown(tables: Iterable[Table], versions: Mapping[str, str]) -> str:
    """Write everything as one page."""
    return "\n".join([HEAD, _circumstances(versions), *map(table_as_markdown, tables)])


def with_tables(page: str, tables: Iterable[Table]) -> str:
    """Put tables that were measured by themselves in place of those of the same titles, else at the end of the page."""
    for table in tables:
        table.how += f"\nMeasured after the rest of this page; meanwhile {_load()}."
        section = re.compile(rf"^## {re.escape(table.title)}\n.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
        text = table_as_markdown(table)
        found = section.search(page)
        start, end = found.span() if found else (len(page), len(page))
        before, after = page[:start].rstrip("\n"), page[end:]
        page = f"{before}\n\n{text}\n{after}" if after else f"{before}\n\n{text}"
    return page


def table_as_markdown(table: Table) -> str:
    """Write one table, with how its figures were made below it."""
    widths = [max(map(len, column)) for column in zip(table.head, *table.rows, strict=True)]
    rule = "|".join(["", "-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:]), ""])
    lines = [_row(table.head, widths), rule, *(_row(row, widths) for row in table.rows)]
    return "\n".join([f"## {table.title}", "", *lines, "", table.how, ""])


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    first, *rest = (*zip(cells, widths, strict=True),)
    return "| " + " | ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]) + " |"


def _circumstances(versions: Mapping[str, str]) -> str:
    ours = {"guidec": version("guidec"), "markdown-it-py": version("markdown-it-py")}
    programs = {"Python": platform.python_version(), **ours, **versions}
    return (
        f"Machine: {_processor()}, {os.cpu_count()} processors, {platform.system()}; during the run\n"
        f"{_load()}.\n\n"
        f"Versions: {', '.join(f'{name} {number}' for name, number in programs.items())}.\n"
    )


def _load() -> str:
    return f"{os.getloadavg()[2]:.1f} programs were running or waiting on average (of fifteen minutes)"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
