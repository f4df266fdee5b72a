"""Guides that say nothing, or not what they are about."""

from __future__ import annotations

from pathlib import Path

import pytest
from stranger import OUTPUTS, Stranger


@pytest.mark.parametrize("suffix", [".mdx", ".md", ".html"])
@pytest.mark.parametrize("text", ["", "\n", " \t\r\n", "\ufeff", "\u00a0\n", "\u200b", "---\n---\n"])
def test_an_empty_guide_is_reported_and_written(tmp_path: Path, text: str, suffix: str) -> None:
    project = Stranger(tmp_path)
    project.write(f"bad{suffix}", text)
    found = project.build()

    assert found.rules & {"empty-guide", "missing-title"}
    assert len(project.outputs("bad")) == len(OUTPUTS)


@pytest.mark.parametrize("name", ["bad.mdx", "bad.md", "bad.html"])
def test_a_guide_without_title_is_reported(tmp_path: Path, name: str) -> None:
    project = Stranger(tmp_path)
    project.write(name, "Just words.\n")
    assert "missing-title" in project.build().rules
