"""The tasks of a contributor: `python3 tasks.py` lists them, `python3 tasks.py check test` runs two of them.

Needs Python 3.11 or newer and nothing else; `setup` makes the environment `.venv` in which the others run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
TOOLS = ("benchmarks", "evaluation", "fuzz")
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")


def setup() -> None:
    """Make the environment and install guidec, editable, with everything that the other tasks need."""
    venv.create(ENVIRONMENT, with_pip=True)
    run("python", "-m", "pip", "install", "--quiet", "--editable", ".[dev,docs]")


def format() -> None:  # noqa: A001 - named as the reader types it
    """Format the code, and mend what ruff can mend by itself."""
    run("ruff", "check", "--fix")
    run("ruff", "format")


def check() -> None:
    """Look for mistakes without running anything: ruff, its formatter, mypy in strict mode."""
    run("ruff", "check")
    run("ruff", "format", "--check")
    run("mypy")
    run("mypy", "--package", "reference")
    for folder in TOOLS:  # one at a time: their modules have names of their own, and some the same
        run("mypy", folder, MYPYPATH=folder)


def test() -> None:
    """Run the tests."""
    run("pytest")


def update_golden() -> None:
    """Write anew what is committed, build/ and what diff says; read the difference before you commit it."""
    run("guidec", "build")
    run("python", "tests/changes/golden_diff.py")


def update_schemas() -> None:
    """Write the published schemas; add those that changed to CHANGELOG.md, and say there what changed."""
    run("python", "tests/targets/schema_history.py")


def screenshots() -> None:
    """Picture the pages in build/ for docs/images/; look at them before you commit them. Needs chromium."""
    run("python", "tests/targets/html/screenshots.py")


def docs() -> None:
    """Write the reference of the manual from the code, and build the manual into site/."""
    run("python", "-m", "reference")
    run("zensical", "build", "--clean", "--strict")


def bench() -> None:
    """Measure guidec beside its peers; needs node and npm."""
    run("python", "benchmarks/run.py")


def evaluate() -> None:
    """Score the extraction against records made by reading; needs the guides, in ../shared."""
    run("python", "evaluation/score.py")


def ci() -> None:
    """Run what must pass before a change is merged, in a fresh environment."""
    subprocess.run([ROOT / ".ci" / "run"], cwd=ROOT, check=True)


TASKS: dict[str, Callable[[], None]] = {
    task.__name__.replace("_", "-"): task
    for task in (
        setup,
        format,
        check,
        test,
        update_golden,
        update_schemas,
        screenshots,
        docs,
        bench,
        evaluate,
        ci,
    )
}


def run(program: str, *arguments: str, **variables: str) -> None:
    """Run a program of the environment at the top of the repository, with these variables of the environment, too."""
    path = PROGRAMS / program
    if not path.exists() and not path.with_suffix(".exe").exists():
        sys.exit(f"No {program} in {ENVIRONMENT.name}: run `python3 tasks.py setup` first")
    print("$", program, *arguments, flush=True)
    subprocess.run([path, *arguments], cwd=ROOT, env={**os.environ, **variables}, check=True)


def main(names: list[str]) -> int:
    """Run the tasks of these names, or list all tasks."""
    unknown = [name for name in names if name not in TASKS]
    if unknown or not names:
        for name, task in TASKS.items():
            print(f"{name:15}{task.__doc__}")
        return 2 if unknown else 0
    try:
        for name in names:
            TASKS[name]()
    except subprocess.CalledProcessError as error:
        return error.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
