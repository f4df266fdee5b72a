from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidec.diagnostics.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Größe – 中文 🎉", "Größe – 中文 🎉"),
        ("a\tb\nc\r\x00", "a\\tb\\nc\\r\\x00"),
        ("\x1b[2J", "\\x1b[2J"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("a\u2028b", "a\\u2028b"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("\udcff", "\\udcff"),
    ],
)
def test_escapes_what_cannot_be_seen(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_leaves_out_the_middle_of_a_long_text() -> None:
    assert printable("a" * 100 + "b" * 100, 11) == "aaaaa…bbbbb"


@given(st.text(st.characters(), max_size=2000), st.integers(3, 600))
def test_is_always_bounded_printable_and_utf_8(text: str, length: int) -> None:
    shown = printable(text, length)

    assert len(shown) <= 10 * length  # an escape such as \U000e0001 is ten characters
    assert shown.isprintable() or all(not c.isspace() or c == " " or ord(c) >= 160 for c in shown)
    shown.encode("utf-8")
