from __future__ import annotations

import re

import pytest
from golden_diff import SUFFIXES, golden, output

from guidec.changes.folder import diff_of
from guidec.changes.guide import compare_guides
from guidec.changes.report import Version
from guidec.changes.shown.markdown import LONGEST, code, to_markdown
from guidec.changes.shown.text import MAX_SHOWN, to_text
from guides import guide, p, section, step


@pytest.mark.parametrize("output_format", SUFFIXES)
def test_every_format_says_what_it_said(output_format: str) -> None:
    expected = golden(output_format).read_text(encoding="utf-8")

    assert output(output_format) == expected, (
        "see the difference; `python3 tasks.py update-golden` accepts it"
    )


def test_text_of_guides_never_becomes_markup() -> None:
    outside = re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", "", golden("markdown").read_text(encoding="utf-8"))

    assert not re.search(r"evil|everyone|onerror|\[", outside)
    assert outside.count("</details>") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "`plain`"),
        ("a`b", "``a`b``"),
        ("`a``", "``` `a`` ```"),
        ("a\n\n# b", "`a # b`"),
        ("\u202ea", "`\\u202ea`"),
        ("", "` `"),
    ],
)
def test_code_spans_hold_anything(text: str, expected: str) -> None:
    assert code(text) == expected


def test_a_comment_has_an_end() -> None:
    many = guide(section("S", *[step(f"Step {number}", p("word " * 99)) for number in range(4000)]))
    diff = diff_of("a", "b", compare_guides(Version(guide(section("S"))), Version(many)))

    assert len(to_markdown(diff)) < LONGEST + 500
    assert re.search(r"- … and \d+ more\n", to_markdown(diff))
    assert to_text(diff).endswith(f"... and {4000 - MAX_SHOWN} more\n")
