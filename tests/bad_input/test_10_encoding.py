"""Guides are UTF-8."""

from __future__ import annotations

from pathlib import Path

import pytest
from stranger import Stranger

TEXT = "# Größe\n\n## B\n\nText.\n"


@pytest.mark.parametrize("suffix", [".mdx", ".md", ".html"])
@pytest.mark.parametrize(
    ("data", "named"),
    [
        (TEXT.encode("latin-1"), "byte 0xf6 at byte offset 4"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (b"# A\n\n\xc0\x80", "byte 0xc0"),
        (b"# A\n\n\xed\xa0\x80", "byte 0xed"),
        (b"# A\n\n\xe2\x82", "byte 0xe2"),
        (b"\0" * 1000, "NUL"),
    ],
    ids=range(8),
)
def test_anything_else_is_an_error_that_names_what_is_wrong(
    tmp_path: Path, data: bytes, named: str, suffix: str
) -> None:
    project = Stranger(tmp_path)
    project.write(f"bad{suffix}", data)
    found = project.build()

    assert "invalid-encoding" in found.rules
    assert named in found.err


def test_a_byte_order_mark_is_allowed(tmp_path: Path) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", b"\xef\xbb\xbf" + TEXT.encode())
    assert project.build().rules == set()


@pytest.mark.parametrize("odd", ["\u202e", "\u2066", "\u200b", "\u2060", "\u061c", "\U000e0041"])
def test_invisible_characters_are_reported(tmp_path: Path, odd: str) -> None:
    project = Stranger(tmp_path)
    project.write("bad.mdx", f"# A\n\n## B\n\nTe{odd}xt.\n")
    assert "invisible-character" in project.build().rules
