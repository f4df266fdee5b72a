"""Character references: `&amp;`, `&#38;` and `&#x26;`, in Markdown and in JSX attributes."""

from __future__ import annotations

import re
from html.entities import html5
from typing import Final

REPLACEMENT: Final = "\ufffd"
REFERENCE: Final = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]{1,6}|[0-9]{1,7})|[0-9A-Za-z]{1,31});")
"""What may be a reference in Markdown (CommonMark 0.31, section 2.5); a name must also be known."""

_ATTRIBUTE_REFERENCE = re.compile(r"&(?:#[xX]([0-9a-fA-F]+)|#([0-9]+)|([0-9A-Za-z]+));")
_LONGEST_UNTERMINATED = max(len(name) for name in html5 if not name.endswith(";"))
_WINDOWS_1252 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_MOST_DIGITS = 8


def decode(text: str) -> str:
    """Replace the character references in Markdown text by what they mean."""
    if "&" not in text:
        return text
    return REFERENCE.sub(lambda match: decode_reference(match[0]) or match[0], text)


def decode_reference(reference: str) -> str | None:
    """Decode one match of `REFERENCE`; None where its name is unknown.

    Code points that no text should hold (controls, surrogates, noncharacters) become U+FFFD.
    """
    if reference[1] != "#":
        return html5.get(reference[1:])
    code = int(reference[3:-1], 16) if reference[2] in "xX" else int(reference[2:-1])
    return chr(code) if _is_allowed(code) else REPLACEMENT


def _is_allowed(code: int) -> bool:
    if code < 0x20:
        return code in (0x09, 0x0A, 0x0C, 0x0D)
    return code <= 0x10FFFF and not (
        0x7F <= code <= 0x9F
        or 0xD800 <= code <= 0xDFFF
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
    )


def decode_attribute(text: str) -> str:
    """Replace the character references in the value of a JSX attribute, as HTML does.

    Other than in Markdown, controls stay what they are, codes 128 to 159 mean windows-1252, and a name that HTML
    knows without a semicolon counts at the start of a longer unknown one: `&copyx;` is `©x;`.
    """
    return _ATTRIBUTE_REFERENCE.sub(_attribute_reference, text) if "&" in text else text


def _attribute_reference(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return html5.get(name + ";") or _unterminated(name, match[0])
    digits = (hexadecimal or decimal).lstrip("0")
    code = int(digits or "0", 16 if hexadecimal else 10) if len(digits) <= _MOST_DIGITS else 0
    if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return REPLACEMENT
    return _WINDOWS_1252.get(code) or chr(code)


def _unterminated(name: str, reference: str) -> str:
    for length in range(min(len(name), _LONGEST_UNTERMINATED), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]] + reference[1 + length :]
    return reference
