"""Text arrives as it is, but for characters that no text has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from stranger import Stranger


def compiled(project: Stranger, title: str) -> dict[str, Any]:
    project.write("bad.mdx", f"---\ntitle: {json.dumps(title)}\n---\n\n## {title}\n\n{title}\n")
    project.build()
    read: dict[str, Any] = json.loads(project.text("json/bad.json"))
    return read


@pytest.mark.parametrize(
    "title", ["Größe & Maß", "日本語", "\U0001f600", 'quote " and \\', "a: b # c", "100 % – 'x'"]
)
def test_a_title_arrives_exactly(tmp_path: Path, title: str) -> None:
    assert compiled(Stranger(tmp_path), title)["title"] == title


@pytest.mark.parametrize("odd", ["\0", "\x07", "\x1b", "\x7f", "\x9b"])
def test_control_characters_are_replaced_and_reported(tmp_path: Path, odd: str) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", f"# A{odd}b\n\n## C{odd}d\n\n1. e{odd}f `g{odd}h`\n")

    assert "control-character" in project.build().rules
    assert "A\ufffdb" in project.text("json/bad.json")
    for output in (
        "json/bad.json",
        "html/bad.html",
        "config/bad.yaml",
        "connector/bad.yaml",
        "config/bad.env",
    ):
        assert odd not in project.text(output)


@pytest.mark.parametrize("written", ["&#xd800;", '{"\\ud800"}', "{`\\udc00`}", "&#0;", "&#x110000;"])
def test_no_half_of_a_character_reaches_an_output(tmp_path: Path, written: str) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", f"# A\n\n## B {written}\n\n1. C {written}\n")
    project.build()
    json.dumps(json.loads(project.text("json/bad.json")), ensure_ascii=False).encode()
