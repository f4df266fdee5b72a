"""One slip in the tags of a document is one error, which names both places."""

from __future__ import annotations

import pytest

from guidec.mdx.parse import parse_mdx

SLIPS = [
    ('<Steps>\n<Step title="a">\nx\n</Stepz>\n</Steps>\n\ny', ("</Stepz>", '<Step title="a">')),
    ("<Steps>\n<Step>\nx\n</step>\n<Step>\ny\n</Step>\n</Steps>", ("</step>", "<Step>")),
    ("<A>\nx\n</B>", ("</B>", "<A>")),
    ("<A>\n<B>\nx\n</C>\n</B>\n</A>", ("</C>", "<B>")),
    ("<A>\n<B>\nx\n</A>\n\ny", ("</A>", "<B>")),
    ("<A>\n<B>\n<C>\nx\n</A>\n\ny", ("</A>", "<C>")),
    ("<A>\n- b\n\n  </C>\n</A>", ("</C>", "<A>")),
    ("a <b>c</bb> d", ("</bb>", "<b>")),
    ("a <b>c</c></b> d", ("</c>", "<b>")),
    ("<Step>a <Stp>b</Step> c", ("</Step>", "<Stp>")),
    ("a <b>c <i>d <u>e</b> f", ("</b>", "<u>")),
    ("<A>\n\nb <i>c</j> d\n\n</A>", ("</j>", "<i>")),
]


@pytest.mark.parametrize(("text", "places"), SLIPS)
def test_a_slip_is_one_error_with_both_places(text: str, places: tuple[str, str]) -> None:
    (found,) = parse_mdx(text).diagnostics
    (note,) = found.notes
    assert (text[found.start.offset : found.end.offset], text[note.start.offset : note.end.offset]) == places  # type: ignore[union-attr]


def test_two_slips_are_two_errors() -> None:
    found = parse_mdx("<Note>\n<Tip>\nx\n</Tipp>\n</Notee>\n\na <b>c</bb> <i>d</ii>").diagnostics
    assert [one.start.line for one in found] == [4, 5, 7, 7]
