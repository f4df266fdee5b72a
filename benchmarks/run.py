"""Measures guidec beside its peers; prints the results as Markdown, or writes docs/explanation/benchmarks.md.

Needs node, npm and a POSIX system. Where the peers are not in the cache yet, npm downloads them.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import peers
from building import building, growth, jobs
from parsing import length, throughput
from report import Table, as_markdown, with_tables
from starting import starting

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).resolve().parents[1] / "docs" / "explanation" / "benchmarks.md"
PARTS = ("throughput", "length", "building", "jobs", "growth", "starting")


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--files", type=Path, metavar="DIR", help="measure parsing and building with the .mdx files of DIR"
    )
    parser.add_argument("--only", action="append", choices=PARTS, help="measure only this; may be repeated")
    parser.add_argument("--guides", type=int, default=200, help="made-up guides to build (default: 200)")
    parser.add_argument(
        "--most",
        type=int,
        default=1000,
        metavar="N",
        help="let the number of guides grow to N, in powers of ten (default: 1000); 100000 take 6 GB and an hour",
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="write the results to docs/explanation/benchmarks.md, too; with --only in place of the same tables there",
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        tables = list(measure(arguments, Path(work).resolve()))
    page = as_markdown(tables, peers.versions())
    print(page)
    if arguments.write:
        if arguments.only:
            page = with_tables(PAGE.read_text(encoding="utf-8"), tables)
        PAGE.write_text(page, encoding="utf-8")


def measure(arguments: argparse.Namespace, work: Path) -> Iterator[Table]:
    """Measure part after part."""
    parts = arguments.only or PARTS
    packages = peers.install()
    if "throughput" in parts:
        yield from throughput(packages, work / "throughput", arguments.files)
    if "length" in parts:
        yield length(packages, work / "length")
    if "building" in parts:
        yield building(packages, work / "building", arguments.files, arguments.guides)
    if "jobs" in parts:
        yield jobs(work / "jobs")
    if "growth" in parts:
        yield growth(work / "growth", arguments.most)
    if "starting" in parts:
        yield starting()


if __name__ == "__main__":
    main()
