"""Errors are those of the reference parser, in the line where they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from stranger import Stranger


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("<!-- a -->", "mdx-html-comment"),
        ("a <https://acme.example>", "mdx-autolink"),
        ("<A b=c />", "mdx-attribute-value"),
        ("> <A\nb />", "mdx-lazy-line"),
        ("> {1 +\n1}", "mdx-lazy-line"),
        ("import a frm 'b'", "mdx-esm"),
        ("<A>\n\n</B>", "mdx-mismatched-tag"),
        ("<A>", "mdx-mismatched-tag"),
        ("</A>", "mdx-stray-closing-tag"),
        ("a {b", "mdx-unclosed-expression"),
        ("a {b c} d", "mdx-expression"),
        ("<A {b} />", "mdx-spread"),
        ("a <1", "mdx-jsx-tag"),
    ],
)
def test_should_be_an_error_for_every_command(tmp_path: Path, text: str, rule: str) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", f"{text}\n")

    assert rule in project.build().rules
    assert rule in project.check().rules
    for command in (["ast"], ["render", "--to", "json"], ["diff", "content/good.mdx"]):
        assert project.run(*command, "content/bad.mdx").status == 1


@pytest.mark.parametrize("text", ["a < b", "a } b", "`<`", "a &lt; b", "{/* a */}"])
def test_should_be_no_error(tmp_path: Path, text: str) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", f"# A\n\n{text}\n")
    assert project.build().status == 0


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("odd", ["", "\u2028", "\u2029", "\v", "\f", "\x85", "\x1c"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_odd_characters_move_no_line(tmp_path: Path, start: str, odd: str, end: str) -> None:
    project = Stranger(tmp_path)
    lines = [f"{start}# A", "", f"b{odd}c", "", "<A>", "", "d", "", "</B>", ""]
    project.write("bad.mdx", end.join(lines))
    assert "bad.mdx:9:1: error: " in project.build().err
