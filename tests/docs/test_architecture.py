"""`docs/architecture.md` is true: every module has a room, imports only what the table says, and is found from there."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "src" / "guidec"
PAGE = REPOSITORY / "docs/architecture.md"
ROW = re.compile(r"\| (`[^|]*`) \|[^|]*\| ([^|]*) \|")
NAME = re.compile(r"`([\w./]+)`")
EVERYWHERE = ("source", "diagnostics")
"""What every room may import."""


def names(cell: str) -> tuple[str, ...]:
    """Give the modules that a cell of the table names, as Python does, without the package."""
    return tuple(name.strip("/").removesuffix(".py").replace("/", ".") for name in NAME.findall(cell))


def table() -> dict[str, tuple[str, ...]]:
    """Give for each room what it may import: its neighbours in the row, and what the last column names."""
    text = PAGE.read_text(encoding="utf-8").partition("## The rooms")[2].partition("\n## ")[0]
    rows = [(names(row[1]), row[2]) for row in ROW.finditer(text)]
    rooms = [room for row, _ in rows for room in row]
    allowed = {}
    for row, imports in rows:
        said, _, but = imports.partition(" but ")
        everything = [room for room in rooms if room not in names(but)] if "everything" in said else ()
        for room in row:
            allowed[room] = (*EVERYWHERE, *row, *everything, *names(said))
    return allowed


def is_in(module: str, room: str) -> bool:
    """Tell whether a module is a room, or stands in it."""
    return f"{module}.".startswith(f"{room}.")


def modules() -> Iterator[tuple[str, Path]]:
    """Give the name of each module, without the package, and its file; the package's own two modules are no rooms."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        if name not in ("", "__main__"):
            yield name, path


def imported(path: Path) -> Iterator[str]:
    """Give what a file imports of the package, without its name; types alone count, too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "guidec":
            base = (node.module or "").removeprefix("guidec").strip(".")
            for alias in node.names:
                name = f"{base}.{alias.name}".strip(".")
                is_module = PACKAGE.joinpath(*name.split(".")).with_suffix(".py").is_file()
                yield name if is_module or not base else base


def room_of(module: str, rooms: Iterable[str]) -> str:
    """Give the room that a module stands in, the inner one of two; nothing where there is none."""
    return max((room for room in rooms if is_in(module, room)), key=len, default="")


def test_every_module_has_a_room() -> None:
    rooms = table()
    assert [name for name, _ in modules() if not room_of(name, rooms)] == []


def test_every_room_is_there() -> None:
    assert [room for room in table() if not any(is_in(name, room) for name, _ in modules())] == []


def test_every_module_of_extraction_is_named() -> None:
    text = PAGE.read_text(encoding="utf-8")
    files = [path.name for folder in ("guide", "guide/indexes") for path in (PACKAGE / folder).glob("*.py")]
    assert [name for name in files if f"`{name}`" not in text and name != "__init__.py"] == []


def test_rooms_import_only_what_the_table_says() -> None:
    rooms = table()
    wrong = [
        f"{name} -> {module}"
        for name, path in modules()
        for module in imported(path)
        if not module.startswith("__")
        # A part of a room may be allowed alone; a room does not stand for those inside it.
        and not any(
            is_in(module, one) and is_in(one, room_of(module, rooms)) for one in rooms[room_of(name, rooms)]
        )
    ]
    assert wrong == []
