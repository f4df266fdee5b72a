"""Lines that open and close directives, before a file is parsed."""

from __future__ import annotations

import pytest

from guidec.guide.formats.directives import find_directives, in_tree, mask
from guidec.mdx.parse import parse_mdx
from guidec.source import Source


@pytest.mark.parametrize(
    ("line", "name", "title"),
    [
        (":::note", "note", None),
        ("::::note", "note", None),
        ("  > :::note", "note", None),
        (":::Warning[A *b*]", "Warning", "A *b*"),
        (":::tip[A \\] b]", "tip", "A \\] b"),
        (":::tip[A [b] c]{x=1}", "tip", "A [b] c"),
        (":::tip A b", "tip", "A b"),
        (":::tip A b {x=1}", "tip", "A b"),
        (":::", None, None),
        ("   ::::  ", None, None),
    ],
)
def test_should_read_a_line(line: str, name: str | None, title: str | None) -> None:
    (marker,) = find_directives(Source(line)).values()
    assert (marker.name, marker.title, marker.end) == (name, title, len(line))


@pytest.mark.parametrize("line", ["::note", "a :::note", ":::novel", "::: a b", "`:::note`", ""])
def test_should_take_no_other_line_for_one(line: str) -> None:
    assert find_directives(Source(line)) == {}


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_should_keep_every_offset(ending: str) -> None:
    source = Source(ending.join(["a", ":::note[B]", "c", ":::", ""]))
    markers = find_directives(source)
    masked = mask(source, markers)
    assert len(masked.text) == len(source.text)
    assert masked.line_starts == source.line_starts
    assert in_tree(markers, parse_mdx(masked)) == markers


def test_should_tell_which_lines_are_text() -> None:
    source = Source(":::note\n\n```\n:::note\n```\n\n:::\n")
    markers = find_directives(source)
    real = in_tree(markers, parse_mdx(mask(source, markers)))
    assert sorted(real) == [0, source.text.rindex(":::")]
