"""What is kept from guide to guide: nothing is read twice, and memory does not grow with the number of guides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from guidec import loader, lookups
from guidec.build.guide import build_guides
from guidec.build.job import Job
from guidec.config import Settings
from guidec.files import Files
from guidec.loader import Loader
from guidec.source import Source

if TYPE_CHECKING:
    from pathlib import Path

INCLUDING = 'import Part from "./part.mdx"\n\n# Guide\n\n<Part />\n'


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the paths that are read from now on."""
    paths: list[str] = []
    real = Files.read_bytes

    def read_bytes(files: Files, path: str) -> object:
        paths.append(path)
        return real(files, path)

    monkeypatch.setattr(Files, "read_bytes", read_bytes)
    return paths


def test_batches_of_one_build_read_a_snippet_once(tmp_path: Path, read: list[str]) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.mdx").write_text(INCLUDING)
    (tmp_path / "part.mdx").write_text("Words.\n")
    job = Job(Settings(content=tmp_path, out=tmp_path / "build", targets=("json",)))
    for path in ("a.mdx", "b.mdx"):
        build_guides(job, "one", [path])
    assert read.count("part.mdx") == 1

    build_guides(job, "another", ["c.mdx"])
    assert read.count("part.mdx") == 2


def test_texts_of_snippets_are_forgotten_when_they_are_much(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "KEPT_TEXT", 100)
    (tmp_path / "short.mdx").write_text("x")
    (tmp_path / "long.mdx").write_text("x" * 100)
    reader = Loader(Files(tmp_path))
    for _ in range(3):
        reader.open_guide("short.mdx")
        assert isinstance(reader.load("./short.mdx", "a.mdx"), Source)
    assert read.count("short.mdx") == 3 + 1

    for _ in range(3):
        reader.open_guide("short.mdx")
        assert isinstance(reader.load("./long.mdx", "a.mdx"), Source)
        assert isinstance(reader.load("./long.mdx", "a.mdx"), Source)
    assert read.count("long.mdx") == 3


def test_answers_are_forgotten_when_they_are_many(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookups, "MANY", 1)
    for name in ("a", "b"):
        (tmp_path / f"{name}.mdx").write_text(name)
    reader = Loader(Files(tmp_path))
    for _ in range(2):
        reader.open_guide("a.mdx")
        for name in ("a", "b", "b"):
            assert reader.look_up(f"content {name}.mdx")
    assert read.count("b.mdx") == 2


def test_anchors_are_forgotten_together_with_the_hashes_of_their_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "KEPT_PAGES", 0)
    (tmp_path / "a.mdx").write_text("a")
    reader = Loader(Files(tmp_path))
    reader.open_guide("a.mdx")
    with reader.aside("a.mdx") as known:
        known["a.mdx"] = None
    before = reader.answers["content a.mdx"]
    (tmp_path / "a.mdx").write_text("b")
    reader.open_guide("a.mdx")
    with reader.aside("a.mdx") as known:
        assert known == {}
    assert reader.answers["content a.mdx"] != before
