"""The reference parser in a process of its own, and trees made comparable."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from npm_packages import install_packages

FOLDER = Path(__file__).parent / "reference"

Tree = dict[str, Any]


class NoReferenceError(Exception):
    """Says why the reference parser cannot be had here."""


def install(folder: Path) -> Path:
    """Install the reference parser in `folder`, unless it is there, and give its script."""
    if not shutil.which("node") or not shutil.which("npm"):
        raise NoReferenceError("node and npm are not installed")
    manifest, script = folder / "package.json", folder / "reference.mjs"
    shutil.copy(FOLDER / script.name, script)
    wanted = (FOLDER / manifest.name).read_bytes()
    if not (folder / "node_modules").is_dir() or not manifest.is_file() or manifest.read_bytes() != wanted:
        manifest.write_bytes(wanted)
        if failure := install_packages(folder):
            manifest.unlink()
            raise NoReferenceError(f"npm cannot install the reference parser: {failure}")
    return script


class ReferenceParser:
    """A process of node that stays, and parses one document after the other."""

    def __init__(self, script: Path) -> None:
        self._process = subprocess.Popen(
            ["node", "--stack-size=4000", str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def parse(self, text: str) -> Tree | None:
        """Give the tree of a document, or None where the reference rejects it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(text) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        tree: Tree | None = answer.get("tree")
        return comparable(tree, _columns(text)) if tree else None

    def close(self) -> None:
        self._process.communicate()


def comparable(value: Any, columns: list[list[int]]) -> Any:
    """Give a tree without what is null and without offsets; columns count code points."""
    if isinstance(value, list):
        return [comparable(item, columns) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"start", "end"}:
        return [_place(value["start"], columns), _place(value["end"], columns)]
    return {key: comparable(item, columns) for key, item in value.items() if item is not None}


def _place(point: Tree, columns: list[list[int]]) -> tuple[int, int]:
    line, column = point["line"], point["column"]
    if columns and line <= len(columns):
        column = columns[line - 1][min(column, len(columns[line - 1])) - 1]
    return line, column


def _columns(text: str) -> list[list[int]]:
    """Give for each line which code point stands at each of its UTF-16 columns; nothing where all are the same."""
    if text.isascii():
        return []
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [
        [column for column, character in enumerate(line + "\n", 1) for _ in range(1 + (character > "\uffff"))]
        for line in lines
    ]


def difference(ours: Any, theirs: Any, where: str = "root") -> str | None:
    """Describe the first difference between two comparable trees."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in [*theirs, *(key for key in ours if key not in theirs)]:
            if found := difference(ours.get(key), theirs.get(key), f"{where}.{key}"):
                return found
        return None
    if isinstance(ours, list) and isinstance(theirs, list):
        for index, (one, other) in enumerate(zip(ours, theirs, strict=False)):
            if found := difference(one, other, f"{where}[{index}]"):
                return found
    if ours == theirs:
        return None
    return f"{where}: {json.dumps(ours)[:300]}, expected {json.dumps(theirs)[:300]}"
