"""What Markdown calls a string: text in which only escapes and character references mean something."""

from __future__ import annotations

import re
from typing import Final

from guidec.mdx.character_reference import decode_reference

ASCII_PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
"""The characters that a backslash escapes (CommonMark 0.31, section 2.4)."""

_ESCAPE_OR_REFERENCE = re.compile(
    r"\\([!-/:-@\[-`{-~])|&(?:#(?:[xX][0-9a-fA-F]{1,6}|[0-9]{1,7})|[0-9A-Za-z]{1,31});"
)


def decode_string(text: str) -> str:
    """Replace escapes and character references: in destinations, titles, labels and info strings."""
    if "\\" not in text and "&" not in text:
        return text
    return _ESCAPE_OR_REFERENCE.sub(_decode, text)


def _decode(match: re.Match[str]) -> str:
    return match[1] or decode_reference(match[0]) or match[0]
