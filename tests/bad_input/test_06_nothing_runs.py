"""Expressions, templates and props are text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from stranger import OUTPUTS, Stranger

KEPT = [
    "{1 + 1}",
    "{[1, 2].map((x) => x)}",
    "{process.env.HOME}",
    "{(() => 'run')()}",
    "`{{ 7 * 191 }}`",
    "`{% print(7 * 191) %}`",
    "`{# 7 * 191 #}`",
    "`${7 * 191}`",
    "`<%= 7 * 191 %>`",
]


@pytest.mark.parametrize("written", KEPT)
def test_should_stay_as_it_is_written(tmp_path: Path, written: str) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", f"# A\n\n## B\n\n1. Say {written} here.\n")
    assert project.build().status == 0
    assert written.strip("`") in project.text("json/bad.json")
    for output in OUTPUTS:
        text = project.text(output.format("bad"))
        assert "1337" not in text
        assert os.environ.get("HOME", "no home") not in text


def test_props_of_a_snippet_are_text(tmp_path: Path) -> None:
    project = Stranger(tmp_path)
    project.write("part.mdx", "Hello {who}.\n")
    props = "<b>x</b> **y** {1 + 1} [z](https://acme.example) <Part />"
    project.write("bad.mdx", f"import Part from './part.mdx'\n\n# A\n\n## B\n\n<Part who='{props}' />\n")
    project.build()

    assert f"Hello {props}." in project.text("json/bad.json").replace('\\"', '"')
    assert "<b>x" not in project.page()
