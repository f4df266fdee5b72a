"""How fast texts become trees."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generate import page, write_guides, write_pages
from measure import MeasureError, run_json
from report import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
ROUNDS = 3
LENGTHS = (10_000, 100_000, 1_000_000, 10_000_000)
PATIENCE = 30
"""A parser is not given the next length where it would take more than so many seconds by then."""


def parsers(peers: Path) -> dict[str, list[str | Path]]:
    """Give the commands that parse files: rounds and files come behind them."""
    python: list[str | Path] = [sys.executable, HERE / "parse.py"]
    node: list[str | Path] = ["node", peers / "parse.mjs"]
    return {
        "guidec": [*python, "tree"],
        "guidec, lines and columns too": [*python, "json"],
        "remark-parse, remark-mdx": [*node, "mdx"],
        "… with remark-gfm, remark-frontmatter": [*node, "full"],
        "satteri (Rust)": [*node, "satteri"],
    }


def throughput(peers: Path, work: Path, own_files: Path | None) -> list[Table]:
    """Measure the throughput on short guides and on long pages, or on somebody's own files."""
    if own_files:
        return [_throughput("files of your own", sorted(own_files.rglob("*.mdx")), peers)]
    write_guides(work / "guides", 200)
    write_pages(work / "pages", 20, 20_000)
    return [
        _throughput("short guides", sorted((work / "guides").rglob("*.mdx")), peers),
        _throughput("long pages", sorted((work / "pages").rglob("*.mdx")), peers),
    ]


def _throughput(title: str, files: Sequence[Path], peers: Path) -> Table:
    size = sum(path.stat().st_size for path in files)
    how = (
        f"{len(files)} files, {size / 1e6:.2f} MB. Each parser is one process that reads the files, parses each of\n"
        f"them {ROUNDS} times and walks the trees; the least CPU times of all files are added up. guidec counts lines\n"
        "and columns only where they are asked for: the second row asks for those of every node, as unist JSON.\n"
        "remark-mdx without remark-gfm reads less than the others."
    )
    table = Table(f"Parsing: {title}", how, ("parser", "CPU", "MB/s", "× remark-mdx", "nodes", "rejected"))
    found = {}
    for name, command in parsers(peers).items():
        try:
            found[name] = run_json([*command, str(ROUNDS), *files])[1]
        except MeasureError as failure:
            table.how += f"\n{name} failed: {failure}"
    remark = found["remark-parse, remark-mdx"]["seconds"]
    for name, result in found.items():
        seconds = result["seconds"]
        figures = (f"{seconds:.2f}", f"{size / seconds / 1e6:.2f}", f"{remark / seconds:.2f}")
        table.add(name, *figures, str(result["nodes"]), str(result["rejected"]))
    return table


def length(peers: Path, work: Path) -> Table:
    """Measure whether the time grows with the length of a file, or faster."""
    how = (
        "One made-up page of each length, CPU seconds for it (best of three up to 100 KB), and the memory of the\n"
        f"process with the longest. A dash: it would have taken more than {PATIENCE} seconds, or failed."
    )
    sizes = [f"{size // 1000} KB" for size in LENGTHS]
    table = Table("Parsing: length of a file", how, ("parser", *sizes, "memory, MiB"))
    work.mkdir(exist_ok=True)
    for name, command in parsers(peers).items():
        cells, memory, seconds = [], 0.0, 0.0
        for size in LENGTHS:
            if seconds * 10 > PATIENCE:
                cells.append("–")
                continue
            path = work / f"{size}.mdx"
            path.write_text(page(0, size), encoding="utf-8")
            try:
                cost, result = run_json([*command, "3" if size <= 100_000 else "1", path])
            except MeasureError:
                cells.append("–")
                continue
            seconds, memory = result["seconds"], cost.memory
            cells.append(f"{seconds:.3f}")
        table.add(name, *cells, f"{memory:.0f}")
    return table
