"""Plain frontmatter is read as the YAML parser reads it, or left to that."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guidec.guide.frontmatter import Frontmatter, _read_yaml, read_frontmatter
from guidec.guide.plain_frontmatter import read_plain
from guidec.mdx import parse_mdx
from guidec.mdx.nodes import Yaml
from guidec.source import Source

WORDS = ("title", "Null", "true", "a", "é", "—", "https://a.example/b?c=d#e", "1", "no", "x-y_z", "yes")
PIECES = (
    *WORDS,
    " ",
    ": ",
    ":",
    " #",
    "#",
    '"',
    "'",
    "\\",
    "\t",
    "\n",
    "&",
    "*",
    "!",
    "|",
    ">",
    "%",
    "@",
    "`",
)
PIECES += (
    "-",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "?",
    "\u00ad",
    "\u2028",
    "\ufeff",
    "\U0001f600",
    "\x85",
    "\u200b",
)

pieces = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
values = st.one_of(pieces, pieces.map('"{}"'.format), pieces.map("'{}'".format))
entries = st.lists(
    st.tuples(st.sampled_from(WORDS), values).map(lambda entry: f"{entry[0]}: {entry[1]}"), max_size=3
)


def both(yaml: str) -> tuple[Frontmatter, Frontmatter]:
    source = Source(f"---\n{yaml}\n---\n", "a.mdx")
    node = parse_mdx(source).children[0]
    assert isinstance(node, Yaml)
    expected = _read_yaml(node.value, source, len("---\n"), 10_000)
    expected.places = {key: expected.places[key] for key in expected.values}  # without those of the keys
    return read_frontmatter(node), expected


@given(entries.map("\n".join))
@example("title: Connect Acme\ndescription: What it is: a guide\n")
@example("title: a\ntitle: b")
@example("a: b #c\nd: e# f")
@example("a: ''\nb: \"\"\nc: 'it''s'")
@example("a: x\n  y")
@example("title: a \n")
def test_plain_or_not_the_values_are_those_of_yaml(yaml: str) -> None:
    if read_plain(yaml) is not None:
        read, expected = both(yaml)
        assert read == expected


@pytest.mark.parametrize(
    "yaml",
    ["title: Connect Acme with OAuth 2.0\nurl: https://a.example/b#c", "a: \"it's (1)\"\nb: 'x: y # z'"],
)
def test_what_most_guides_have_is_plain(yaml: str) -> None:
    read, expected = both(yaml)

    assert read_plain(yaml) is not None
    assert read == expected
    assert list(read.values) == list(expected.values)


@pytest.mark.parametrize(
    "yaml", ["", "a: 1", "a: true", "a: Null", "null: a", "a: b: c", "a:", "a: b\n c", "- a", "a: \"\\u202e\"", "a: &b c"]
)  # fmt: skip
def test_what_may_mean_more_is_left_to_the_parser(yaml: str) -> None:
    assert read_plain(yaml) is None
