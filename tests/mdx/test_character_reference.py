"""Character references in Markdown and in attributes of JSX."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidec.mdx.character_reference import decode, decode_attribute

BOTH = {
    "a&amp;b": "a&b",
    "&#38;&#x26;&#X26;": "&&&",
    "&NotEqualTilde;": "\u2242\u0338",
    "&Afr;&#x1F600;": "\U0001d504\U0001f600",
    "&amp &amp;amp;": "&amp &amp;",
    "&#0;&#xD800;": "\ufffd\ufffd",
    "&foo;&;&#;&#x;& &&lt;": "&foo;&;&#;&#x;& &<",
}
MARKDOWN = {
    "&copyx;": "&copyx;",
    "&#128;": "\ufffd",
    "&#9;&#12;&#11;": "\t\f\ufffd",
    "&#xFFFE;&#xFDD0;": "\ufffd\ufffd",
    "&#1234567;&#12345678;": "\ufffd&#12345678;",
    "&#x10FFFE;&#x110000;&#x1100000;": "\ufffd\ufffd&#x1100000;",
}
ATTRIBUTE = {
    "&copyx;&notit;&ampamp;": "©x;¬it;&amp;",
    "&#128;&#129;": "€\x81",
    "&#11;": "\x0b",
    "&#xFFFE;": "\ufffe",
    "&#99999999999999999999;&#x110000;": "\ufffd\ufffd",
    "&#0000000038;": "&",
}


@pytest.mark.parametrize(("text", "decoded"), (BOTH | MARKDOWN).items())
def test_in_markdown(text: str, decoded: str) -> None:
    assert decode(text) == decoded


@pytest.mark.parametrize(("text", "decoded"), (BOTH | ATTRIBUTE).items())
def test_in_an_attribute(text: str, decoded: str) -> None:
    assert decode_attribute(text) == decoded


@given(st.text(st.sampled_from("&#xX;amplt0123456789AFé ")))
def test_no_surrogate_or_nul_comes_out(text: str) -> None:
    for decoded in (decode(text), decode_attribute(text)):
        decoded.encode()
        assert "\0" not in decoded
