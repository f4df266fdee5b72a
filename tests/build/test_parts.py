"""Pages that other guides include are no guides of their own, and what they hold is said once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guidec.build.builder import Builder
from guidec.build.check import check_root
from guidec.build.job import Job
from guidec.config import Settings
from guidec.diagnostics import Diagnostic

GUIDE = '---\ntitle: A\n---\n\nimport Part from "{}"\n\n## Set up\n\n<Part who="Bo" />\n'
PART = "### Who\n\n![](https://example.com/a.png)\n\nAsk {who}.\n"


@pytest.fixture(params=["a.mdx", "z.mdx"])
def root(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A content root with a part that stands before or behind the guides that include it."""
    content = tmp_path / "content"
    content.mkdir()
    for name in ("m.mdx", "n.mdx"):
        (content / name).write_text(GUIDE.format(f"/{request.param}"))
    (content / request.param).write_text(PART)
    return content


def checked(root: Path) -> list[Diagnostic]:
    return list(check_root(Settings(content=root)))


def built(root: Path) -> tuple[list[Diagnostic], int]:
    found: list[Diagnostic] = []
    job = Job(replace(Settings(), content=root, out=root.parent / "build", targets=("json",)))
    return found, Builder(job, found.extend).build().warnings


def test_a_part_is_not_held_to_what_makes_a_guide(root: Path) -> None:
    assert [found.rule.id for found in checked(root)] == ["image-alt"]


def test_a_build_says_the_same_now_and_when_nothing_changed(root: Path) -> None:
    first, warnings = built(root)

    assert [found.rule.id for found in first] == ["image-alt"]
    assert warnings == 1
    assert built(root) == (first, warnings)


@pytest.mark.parametrize("folder", ["snippets", "a/snippets/b", "_parts"])
def test_a_page_in_a_folder_for_snippets_is_a_part_also_of_guides_elsewhere(root: Path, folder: str) -> None:
    for file in root.iterdir():
        file.unlink()
    (root / folder).mkdir(parents=True)
    (root / folder / "part.mdx").write_text(PART)

    assert [found.rule.id for found in checked(root)] == ["image-alt"]


def test_a_page_that_nobody_includes_is_a_guide(root: Path) -> None:
    for name in ("m.mdx", "n.mdx"):
        (root / name).unlink()

    assert sorted(found.rule.id for found in checked(root)) == [
        "image-alt",
        "missing-title",
        "skipped-heading-level",
        "unresolved-expression",
    ]
