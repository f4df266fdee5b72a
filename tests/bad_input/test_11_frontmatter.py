"""Frontmatter is a mapping of plain values, and decides no path."""

from __future__ import annotations

from pathlib import Path

import pytest
from stranger import Stranger

BOMB = "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    ("yaml", "rule", "is_error"),
    [
        ("title: [", "frontmatter-yaml", True),
        ("title: *a", "frontmatter-yaml", True),
        ("title: !!python/object/apply:os.system [x]", "frontmatter-tag", True),
        ("title: !own x", "frontmatter-tag", True),
        ("title: A\ntitle: B", "frontmatter-duplicate-key", True),
        ("- A", "frontmatter-mapping", True),
        ("A", "frontmatter-mapping", True),
        (BOMB + "title: A", "frontmatter-limit", True),
        ("a: &a [*a]\ntitle: A", "frontmatter-limit", True),
        ("a: " + "[" * 100_000, "frontmatter-limit", True),
        ("title: [A]", "title-type", True),
        ("title: 12", "title-type", True),
        ("title: 2024-01-01", "title-quotes", False),
        ('title: ""', "missing-title", False),
    ],
)
@pytest.mark.parametrize("suffix", [".mdx", ".md"])
def test_should_report(tmp_path: Path, yaml: str, rule: str, is_error: bool, suffix: str) -> None:
    project = Stranger(tmp_path)
    project.write(f"bad{suffix}", f"---\n{yaml}\n---\n\n## B\n\nText.\n")
    found = project.build()

    assert rule in found.rules
    assert (found.status == 1) == is_error


def test_should_report_what_is_not_closed(tmp_path: Path) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", "---\ntitle: A\n\n## B\n\nText.\n")
    assert "frontmatter-unclosed" in project.build().rules


def test_no_key_chooses_a_path(tmp_path: Path) -> None:
    project = Stranger(tmp_path)
    keys = "".join(
        f"{key}: ../../outside/x\n" for key in ("id", "slug", "path", "url", "output", "permalink", "file")
    )
    project.write("bad.mdx", f"---\ntitle: A\n{keys}---\n\n## B\n\nText.\n")

    assert project.build().status == 0
    assert len(project.outputs("bad")) == 8
