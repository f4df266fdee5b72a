"""Texts and their trees, or what is wrong with them: the dot fixtures of blocks and of what stands in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it.utils import read_fixture_file

from guidec.mdx.parse import parse_mdx
from mdx.tree_text import diagnostics_text, tree_text

CASES = [
    pytest.param(text, expected, id=f"{path.parent.name}/{path.stem}: {title}")
    for folder in ("block", "inline")
    for path in sorted(Path(__file__).parent.glob(f"fixtures/{folder}/*.md"))
    for _, title, text, expected in read_fixture_file(path)
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_fixture(text: str, expected: str) -> None:
    root = parse_mdx(text)
    shown = diagnostics_text(root) if root.diagnostics else tree_text(root)
    assert shown == expected.rstrip("\n")
