"""`guidec init`: set a project up."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.cli.exit import CLEAN, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from guidec.cli.found import Found

DESCRIPTION = (
    "Write guidec.toml into DIR with what is found there: the content root, the documentation system, the snippets "
    "that are no guides. Read it over; every setting can be changed. Where there are no guides and no folder for them, "
    "a small one to begin with is written, too."
)
EXAMPLES = """\
examples:
  guidec init             the current folder
  guidec init website     a project in another folder
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "folder", nargs="?", default=".", metavar="DIR", help="the project (default: the current folder)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the configuration, unless there is one."""
    from guidec.cli.counted import counted
    from guidec.cli.found import find_project

    folder = Path(arguments.folder)
    path = folder / "guidec.toml"
    shared = folder / "pyproject.toml"
    if path.exists() or _is_configured(shared):
        there = path if path.exists() else shared
        raise UsageError(
            f"guidec init: error: Unexpected configuration in `{there}`, expected a project without one"
        )
    found = find_project(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:  # not through a link that leads to nothing yet
            file.write("\n".join(_lines(found)))
        starter = None if found.guides else _write_starter(folder / found.content)
    except OSError as error:
        raise UsageError(
            f"guidec init: error: Unexpected failure to write `{path}` ({error.strerror})"
        ) from error
    where = "" if found.content == "." else f" in {found.content}"
    what = f": {counted(found.guides, 'guide')}{where}{f' ({found.dialect})' if found.dialect else ''}"
    wrote = f"{path} and {starter}, a guide to begin with" if starter else f"{path}{what}"
    print(f"Wrote {wrote}. Next: guidec check, guidec serve")
    return CLEAN


def _write_starter(content: Path) -> Path | None:
    """Put a small guide into a content root that has none yet; a folder that is there already stays as it is."""
    from guidec.cli.starter import STARTER, STARTER_FILE

    if content.exists():
        return None
    content.mkdir(parents=True)
    guide = content / STARTER_FILE
    guide.write_text(STARTER, encoding="utf-8")
    return guide


def _is_configured(pyproject: Path) -> bool:
    try:
        return "guidec" in tomllib.loads(pyproject.read_text(encoding="utf-8")).get("tool", {})
    except (OSError, ValueError):
        return False


def _lines(found: Found) -> Iterator[str]:
    """Give the lines of the configuration; a JSON string is a TOML string, too."""
    yield f"#:schema ./{found.out}/schema/project.schema.json"
    yield "# Settings of guidec; paths are relative to this file. `guidec build` writes the schema that editors read."
    yield f"content = {json.dumps(found.content)}"
    yield f"out = {json.dumps(found.out)}"
    if found.docs_root:
        yield "# Where the whole site is described; `/x` in a link or import means a file below."
        yield f"docs_root = {json.dumps(found.docs_root)}"
    if found.dialect:
        yield "# The documentation system; without this line it is told from each guide."
        yield f"dialect = {json.dumps(found.dialect)}"
    if found.exclude:
        yield "# Pages that other pages include are no guides."
        yield f"exclude = {json.dumps(found.exclude)}"
    yield ""
