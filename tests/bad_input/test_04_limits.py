"""What a guide may cost."""

from __future__ import annotations

from pathlib import Path

import pytest
from stranger import GOOD, Stranger


@pytest.mark.parametrize(
    ("levels", "rule"), [(50, None), (190, None), (210, "nesting-limit"), (20_000, "nesting-limit")]
)
def test_levels_of_elements(tmp_path: Path, levels: int, rule: str | None) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", "# A\n\n" + "<Box>\n\n" * levels + "x\n\n" + "</Box>\n\n" * levels)
    found = project.build()

    assert (rule in found.rules) if rule else found.status == 0
    assert rule is None or "content/bad.mdx:" in found.err


@pytest.mark.parametrize("piece", [">", "- ", "1. ", "<B>", "{", "[", "*", "![", "> - "])
def test_a_line_of_openings_ends(tmp_path: Path, piece: str) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", f"# A\n\n{piece * 5000}\n")
    project.build()


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    project = Stranger(tmp_path)
    with project.write("bad.mdx", "# A\n").open("r+b") as file:
        file.truncate(1 << 40)  # sparse
    assert "file-too-large" in project.check("content/bad.mdx").rules


@pytest.mark.parametrize(
    ("setting", "rule"),
    [
        ("file_size = 150", "file-too-large"),
        ("pieces = 10", "size-limit"),
        ("nesting = 2", "nesting-limit"),
        ("frontmatter_nodes = 3", "frontmatter-limit"),
    ],
)
def test_limits_can_be_set(tmp_path: Path, setting: str, rule: str) -> None:
    project = Stranger(tmp_path)
    project.write("good.mdx", "# A\n")
    project.write("bad.mdx", GOOD.replace("---\n", "---\na: [1, 2, 3, 4]\n", 1) + "\n> > > > deep\n")
    assert rule not in project.build().rules

    (tmp_path / "guidec.toml").write_text(f"[limits]\n{setting}\n")
    assert rule in project.build().rules
