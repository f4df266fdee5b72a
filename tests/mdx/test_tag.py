"""One JSX tag: dot fixtures, white space and line endings of any kind, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from guidec.mdx.expression import Expression
from guidec.mdx.problem import Problem
from guidec.mdx.tag import Attribute, Spread, Tag, scan_tag

CASES = [
    pytest.param(text.rstrip("\n"), expected, id=f"{path.stem}: {title}")
    for path in sorted(Path(__file__).parent.glob("fixtures/tag/*.md"))
    for _, title, text, expected in read_fixture_file(path)
]


def shown(found: Tag | Problem | None) -> str:
    """Show what a scan gave, a line for each part."""
    if found is None:
        return "no tag"
    if isinstance(found, Problem):
        return f"{found.offset}-{found.end} {found.rule.id}\n{found.reason}"
    kind = "closing" if found.closing else "self-closing" if found.self_closing else "opening"
    lines = [f"{found.start}-{found.end} {kind} {found.name or 'fragment'}"]
    return "\n".join(lines + [_attribute(attribute) for attribute in found.attributes])


def _attribute(attribute: Attribute | Spread) -> str:
    place = f"  {attribute.start}-{attribute.end}"
    if isinstance(attribute, Spread):
        return f"{place} {{{attribute.value}}}"
    if isinstance(attribute.value, Expression):
        return f"{place} {attribute.name} = {{{attribute.value.value}}}"
    return f"{place} {attribute.name}" + (f" = {attribute.value!r}" if attribute.value is not None else "")


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_fixture(text: str, expected: str) -> None:
    assert shown(scan_tag(text, 0)) == expected.rstrip("\n")


@pytest.mark.parametrize(
    "space", ["", " ", "\t", "\n", "\r\n", "\r", "\xa0", "\v", "\f", "\u2028", "\ufeff", "\u3000"]
)
def test_white_space_of_javascript_may_stand_anywhere(space: str) -> None:
    parts = ["a", ".", "b", " c", "=", '"d"', "{...e}", "f", ":", "g", "/", ">"]
    found = scan_tag("<" + space.join(parts), 0)
    assert isinstance(found, Tag)
    assert (found.name, [getattr(item, "name", item.end) for item in found.attributes][::2]) == (
        "a.b",
        ["c", "f:g"],
    )


@pytest.mark.parametrize("space", [" ", "\t", "\n", "\r"])
def test_white_space_of_markdown_behind_the_bracket_means_no_tag(space: str) -> None:
    assert scan_tag(f"<{space}a>", 0) is None


@pytest.mark.parametrize("other", ["\x85", "\x1c", "\u200b"])
def test_other_space_is_none(other: str) -> None:
    assert isinstance(scan_tag(f"<a{other}b>", 0), Problem)


@pytest.mark.parametrize("name", ["é", "日本", "x\u0301", "a\u200d", "℘", "a·", "$", "_", "a-b-", "ª"])
def test_names_hold_the_letters_of_javascript(name: str) -> None:
    found = scan_tag(f"<{name} {name}>", 0)
    assert isinstance(found, Tag)
    assert found.name == name
    assert isinstance(scan_tag(f"</{name}>", 0), Tag)


@pytest.mark.parametrize("name", ["1", "-a", "²", "·", "\u0301", "𝒳", "\u2e2f", "a\u2e2f", "€", "a%"])
def test_names_hold_nothing_else(name: str) -> None:
    assert isinstance(scan_tag(f"<{name}>", 0), Problem)
    assert isinstance(scan_tag(f"<a {name}>", 0), Problem)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("a\n  b", "a\nb"),
        ("a\r\n\t\u2003b\r c\n", "a\r\nb\rc\n"),
        ("a \n\n b", "a \n\nb"),
        ("\n \n ", "\n\n"),
    ],
)
def test_indentation_is_cut_from_the_lines_of_a_string(written: str, value: str) -> None:
    found = scan_tag(f'<a b="{written}">', 0)
    assert isinstance(found, Tag)
    assert [getattr(item, "value", None) for item in found.attributes] == [value]


PIECES = st.sampled_from(
    [*"abA-$.:/>{}=\"'`!@<& \n\r\t1é\xa0𝒳", "...", "{...a}", '="b"', "={c}", "&amp;", "\r\n"]
)


@given(st.lists(PIECES, max_size=16).map("".join))
def test_no_tag_raises_and_places_are_in_the_text(source: str) -> None:
    text = "<" + source
    found = scan_tag(text, 0)
    if isinstance(found, Problem):
        assert 0 < found.offset <= found.end <= len(text)
        assert found.at_end == (found.offset == len(text))
    elif found is not None:
        assert text[found.end - 1] == ">"
        places = [place for item in found.attributes for place in (item.start, item.end)]
        assert places == sorted(places)
        assert scan_tag(text + "<{", 0) == found
