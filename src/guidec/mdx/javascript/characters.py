"""The characters of ECMAScript: identifiers and white space (ECMA-262, sections 12.2, 12.3 and 12.7)."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category

SPACE_AND_TAB = r" \t"
OTHER_SPACE = r"\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
SPACE = rf"{SPACE_AND_TAB}\r\n{OTHER_SPACE}"
"""All white space and line terminators, for use in a character class; what `\\s` means in JavaScript."""
WHITE_SPACE = re.compile(rf"[{SPACE}]*")
RESERVED_WORDS = frozenset(
    """await break case catch class const continue debugger default delete do else enum export extends false finally for
    function if implements import in instanceof interface let new null package private protected public return static
    super switch this throw true try typeof var void while with yield""".split()
)
"""What is no identifier in a module (ECMA-262, section 12.7.2)."""

_ID_START = {"Lu", "Ll", "Lt", "Lm", "Lo", "Nl"}
_ID_CONTINUE = _ID_START | {"Mn", "Mc", "Nd", "Pc"}
_OTHER_ID_START = frozenset("\u1885\u1886\u2118\u212e\u309b\u309c")
_OTHER_ID_CONTINUE = frozenset("\u00b7\u0387\u19da\u200c\u200d\u30fb\uff65") | {
    chr(c) for c in range(0x1369, 0x1372)
}
_PATTERN_SYNTAX = "\u2e2f"
"""The one letter that Unicode keeps for syntax (Pattern_Syntax)."""
_ASCII_NAME = re.compile(r"[A-Za-z$_][-\w$]*", re.ASCII)
_ASCII_REST = re.compile(r"[-\w$]*", re.ASCII)


@lru_cache(maxsize=1024)
def starts_identifier(character: str) -> bool:
    """Tell whether `character` has the Unicode property ID_Start, or is `$` or `_`."""
    if character in _OTHER_ID_START or character in "$_":
        return True
    return category(character) in _ID_START and character != _PATTERN_SYNTAX


@lru_cache(maxsize=1024)
def continues_identifier(character: str) -> bool:
    """Tell whether `character` has the Unicode property ID_Continue, or is `$` or a joiner."""
    if starts_identifier(character) or character in _OTHER_ID_CONTINUE:
        return True
    return category(character) in _ID_CONTINUE and character != _PATTERN_SYNTAX


def jsx_name_end(text: str, start: int) -> int:
    """Give where the JSX identifier at `start` ends, or `start` where none starts.

    As in the reference, which reads UTF-16 code units, no character beyond U+FFFF belongs to a name.
    """
    match = _ASCII_NAME.match(text, start)
    end = match.end() if match else start
    while end < len(text) and "\x7f" < (character := text[end]) < "\U00010000":
        if not (continues_identifier(character) if end > start else starts_identifier(character)):
            break
        end = _ASCII_REST.match(text, end + 1).end()  # type: ignore[union-attr]  # it matches the empty string, too
    return end
