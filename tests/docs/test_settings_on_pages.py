"""The settings and rules that pages name are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from manual_pages import blocks, read

from guidec.config import load_settings
from guidec.diagnostics.rules import all_rules

PAGES = ["how-to/set-up.md", "how-to/silence.md", "how-to/connector-files.md", "reference/configuration.md"]


@pytest.mark.parametrize("page", PAGES)
def test_configurations_are_valid(page: str, tmp_path: Path) -> None:
    shown = [block.text for block in blocks(page) if block.language == "toml"]
    assert shown
    folder = tmp_path / "guides"
    for path in (folder, tmp_path / "connectors"):
        path.mkdir()
    for text in shown:
        (folder / "guidec.toml").write_text(text, encoding="utf-8")
        load_settings(folder)


def test_the_rules_on_connector_files_are_listed() -> None:
    listed = re.findall(r"^\| \[(connector-[a-z-]+)\]", read("how-to/connector-files.md"), re.MULTILINE)
    assert sorted(listed) == [name for name in all_rules() if name.startswith("connector-")]
