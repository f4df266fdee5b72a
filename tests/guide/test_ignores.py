"""Comments silence what they stand before, and say so where they do nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import guidec

TITLE = "---\ntitle: ClickUp\n---\n\n"


def found(text: str) -> list[tuple[str, str]]:
    """Rules, and the stretches of `text` that they are reported at."""
    return [(d.rule.id, text[d.start.offset : d.end.offset]) for d in guidec.check(text)]


@pytest.mark.parametrize(
    "text",
    [
        "{/* guidec: ignore[image-alt] a line */}\n\n![](a.svg)\n",
        "{/* guidec: ignore[image-alt, unknown-component] both */}\n\n<Warnin>![](a.svg)</Warnin>\n",
        "{/* guidec: ignore[image-alt] why */}\n{/* guidec: ignore[unknown-component] why */}\n<Warnin>![](a.svg)</Warnin>\n",
        "A line ![](a.svg) {/* guidec: ignore[image-alt] a line */} in a text.\n",
        "- One\n\n  {/* guidec: ignore[image-alt] why */}\n\n  > ![](a.svg)\n",
        "| a | b |\n| - | - |\n| ![](a.svg) {/* guidec:ignore[image-alt] why */} | c |\n",
        '<Steps>\n  <Step title="One">\n    {/* guidec: ignore[image-alt] why */}\n    ![](a.svg)\n  </Step>\n</Steps>\n',
        "Text.\n\n![](a.svg)\n\n{/* guidec: ignore-file[image-alt] drawings */}\n",
        "{/* A note for writers.\n   guidec: yes */}\n\nText.\n",
        "```mdx\n{/* guidec: ignore[image-alt] why */}\n```\n",
    ],
)
def test_should_silence(text: str) -> None:
    assert found(TITLE + text) == []


def test_should_silence_the_next_block_only() -> None:
    text = TITLE + "{/* guidec: ignore[image-alt] why */}\n\n![](a.svg)\n\n![](b.svg)\n"
    assert found(text) == [("image-alt", "![](b.svg)")]


def test_should_silence_what_has_no_block_for_the_whole_file() -> None:
    assert found("{/* guidec: ignore-file[missing-title] a part of a page */}\n\nText.\n") == []


@pytest.mark.parametrize(
    ("comment", "rule", "place"),
    [
        ("guidec: ignore[image-alt] why", "unused-ignore", "image-alt"),
        ("guidec: ignore-file[image-alt] why", "unused-ignore", "image-alt"),
        ("guidec: ignore", "unused-ignore", "guidec: ignore"),
        ("guidec: ignore[]", "unused-ignore", "guidec: ignore[]"),
        ("guidec: ingore[image-alt]", "unused-ignore", "guidec: ingore[image-alt]"),
        ("guidec: ignore[img-alt] why", "unknown-rule", "img-alt"),
    ],
)
def test_should_report_what_silences_nothing(comment: str, rule: str, place: str) -> None:
    text = f"{TITLE}{{/* {comment} */}}\n\nText.\n"
    assert found(text) == [(rule, place)]


@pytest.mark.parametrize(
    "comment",
    [
        "{/* guidec: ignore[image-alt] */}",
        "{/* guidec: ignore-file[image-alt] - */}",
        "{/* guidec: ignore[image-alt, unknown-component]: */}",
    ],
)
def test_should_ask_once_for_the_reason_of_a_comment(comment: str) -> None:
    text = f"{TITLE}{comment}\n\n<Warnin>![](a.svg)</Warnin>\n"
    said = comment.removeprefix("{/* ").removesuffix(" */}")
    about_ignores = [each for each in found(text) if each[0] not in ("image-alt", "unknown-component")]
    assert about_ignores == [("ignore-without-reason", said)]


def test_should_suggest_the_rule_that_was_meant() -> None:
    [unknown] = guidec.check(TITLE + "{/* guidec: ignore[image-alts] why */}\n\nText.\n")
    assert (unknown.suggestion, unknown.message) == (
        "image-alt",
        "Unexpected rule `image-alts`, expected `image-alt`",
    )


def test_should_report_an_ignore_behind_the_last_block() -> None:
    text = TITLE + "![a](a.svg)\n\n{/* guidec: ignore[image-alt] why */}\n"
    assert [rule for rule, _ in found(text)] == ["unused-ignore"]


def test_should_not_silence_what_leaves_no_guide() -> None:
    text = TITLE + "{/* guidec: ignore-file[mdx-mismatched-tag] why */}\n\n<Step>\n\nText.\n\n</Steps>\n"
    assert {rule for rule, _ in found(text)} == {"mdx-mismatched-tag"}


def test_should_take_time_linear_in_the_number_of_comments() -> None:
    text = TITLE + "{/* guidec: ignore[image-alt] why */}\n\n![](a.svg)\n\n" * 2000
    assert found(text) == []


MARKDOWN = """---
title: A
---

<!-- guidec: ignore[image-alt] a line -->

![](https://example.com/a.png)

Text ![](https://example.com/b.png) <!-- guidec: ignore[image-alt] why --> text.

    <!-- guidec: ignore[empty-step] code -->

![](https://example.com/c.png)
"""
PAGE = """<h1>B</h1>
<!-- guidec: ignore[image-alt] a line -->
<p><img src="https://example.com/a.png"></p>
<p>Text <img src="https://example.com/b.png"> <!-- guidec: ignore[image-alt] why --> text</p>
<p><img src="https://example.com/c.png"></p>
"""


@pytest.mark.parametrize(("name", "text"), [("a.md", MARKDOWN), ("b.html", PAGE)])
def test_should_read_comments_of_html(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    wrong = guidec.check(tmp_path / name)
    assert [d.rule.id for d in wrong] == ["image-alt"]
    assert "c.png" in wrong[0].message


def test_should_silence_one_of_several_unknown_components() -> None:
    silenced = "{/* guidec: ignore[unknown-component] a reason */}\n\n<Own>A</Own>\n\n"
    text = "---\ntitle: T\ndescription: D\n---\n\n" + silenced + silenced + "<Own>B</Own>\n"
    (found,) = guidec.check(text)
    assert text[found.start.offset : found.end.offset] == "<Own>B</Own>"
