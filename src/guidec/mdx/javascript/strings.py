"""What the escapes in strings and templates mean (ECMA-262, sections 12.9.4 and 12.9.6)."""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"\\(?:u\{(?P<point>[0-9a-fA-F]+)\}|u(?P<unit>[0-9a-fA-F]{4})|x(?P<byte>[0-9a-fA-F]{2})|(?P<mark>\r\n|[\s\S]))"
)
_MEANINGS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_MEANINGS |= dict.fromkeys(("\n", "\r", "\r\n", "\u2028", "\u2029"), "")


def unescape(text: str) -> str:
    """Replace the escapes of a valid string or template; a surrogate without its partner becomes U+FFFD."""
    if "\\" not in text:
        return text
    units = _ESCAPE.sub(_character, text)
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(escape: re.Match[str]) -> str:
    code = escape["point"] or escape["unit"] or escape["byte"]
    return chr(int(code, 16)) if code else _MEANINGS.get(escape["mark"], escape["mark"])
