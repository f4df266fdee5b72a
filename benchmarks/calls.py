"""Counts the function calls of each stage over made-up guides, and shows them beside the counts that were kept last.

Calls are the same in every run and on every machine with one version of Python, however busy it is, so a change that
makes a stage dearer shows. Nothing fails by it: what a stage should cost is for people to judge. `--write` keeps the
counts as those to compare with; do so when a version is released.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from cProfile import Profile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generate import write_guides
from guidec import __version__
from guidec.build.builder import Builder
from guidec.build.job import Job
from guidec.config import Settings
from guidec.files import Files
from guidec.guide.compile import compile_guide
from guidec.loader import Loader
from guidec.mdx import parse_mdx
from guidec.targets import TARGETS
from guidec.targets.target import Options, Rendered, Target
from report import Table, table_as_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidec.guide.models import Guide

BASELINE = Path(__file__).with_name("calls.json")
GUIDES = 50
DEARER = 1.02
"""From this ratio on a stage is named: less comes of every small change."""
COUNT_MODULES = """\
import atexit, os, sys
atexit.register(lambda: os.write(2, f" {len(sys.modules)}".encode()))
from guidec.cli import main
sys.exit(main(sys.argv[1:]))
"""


def main() -> None:
    """Count, and print or keep the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="keep the counts as those to compare with")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        versions = {"guidec": __version__, "python": "{}.{}".format(*sys.version_info)}
        now = {**versions, **counts(Path(folder).resolve())}
    if arguments.write:
        BASELINE.write_text(json.dumps(now, indent=2) + "\n", encoding="utf-8")
    print(table_as_markdown(compared(json.loads(BASELINE.read_text(encoding="utf-8")), now)))


def _render(target: Target, guide: Guide) -> Rendered:
    return target.render(guide, Options())


def counts(folder: Path) -> dict[str, int]:
    """Count the calls for one guide in each stage, and the modules that a start and a second build import."""
    write_guides(folder / "content", GUIDES)
    settings = Settings(content=folder / "content", out=folder / "build")
    loader = Loader(Files(settings.content))
    sources: list[Any] = [loader.open_guide(f"group-0000/guide-{number:06}.mdx") for number in range(GUIDES)]
    found = {"parse": per_guide(sources, parse_mdx)}
    found["compile"] = per_guide(sources, lambda source: compile_guide(source, settings, loader))
    guides = [compile_guide(source, settings, loader).guide for source in sources]
    for name, target in TARGETS.items():
        found[name] = per_guide(guides, partial(_render, target))
    for name in ("build, all of it", "build, nothing changed"):
        build = Builder(Job(settings), lambda _: None)
        found[name] = round(calls(build.build) / GUIDES)
    found["modules, --help"] = modules(folder, "--help")
    modules(folder, "build", "--quiet")
    found["modules, nothing changed"] = modules(folder, "build", "--quiet")
    return found


def per_guide(things: list[Any], work: Callable[[Any], object]) -> int:
    """Count the calls of `work` for one of many things, what is kept after the first one left out."""
    work(things[0])
    return round(calls(lambda: [work(thing) for thing in things]) / len(things))


def calls(work: Callable[[], object]) -> int:
    """Count the calls of functions while `work` runs."""
    profile = Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def modules(folder: Path, *arguments: str) -> int:
    """Count the modules that a command imports."""
    command = [sys.executable, "-c", COUNT_MODULES, *arguments]
    output = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return int(output.stderr.split()[-1])


def compared(before: dict[str, Any], now: dict[str, Any]) -> Table:
    """Put the counts that were kept beside those of today."""
    how = f"Function calls for one of {GUIDES} made-up guides, and modules imported; Python {now['python']}."
    if before["python"] != now["python"]:
        how += f" Those kept were counted with Python {before['python']}."
    kept = f"guidec {before['guidec']}" if "guidec" in before else "kept"
    table = Table("Against the counts kept last", how, ("what", kept, "now", "ratio"))
    dearer = []
    for name, count in now.items():
        if name in ("guidec", "python"):
            continue
        known = before.get(name)
        ratio = f"{count / known:.2f}" if known else "-"
        if known and count > known * DEARER:
            dearer.append(f"{name} ({ratio} times the calls)")
        table.add(name, str(known or "-"), str(count), ratio)
    table.how += f"\nDearer than kept: {', '.join(dearer) or 'nothing'}."
    return table


if __name__ == "__main__":
    main()
