"""What a character counts as beside a run of `*`, `_` or `~`."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import Final
from unicodedata import category

WHITE_SPACE: Final = frozenset(
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""What JavaScript's `\\s` matches: the reference's idea of Unicode white space."""

_LAST_OF_BASIC_PLANE = 0xFFFF


class CharacterClass(IntEnum):
    """The three classes that flanking knows (CommonMark 0.31, section 6.2)."""

    OTHER = 0
    WHITE_SPACE = 1
    PUNCTUATION = 2


@lru_cache(maxsize=4096)
def classify(character: str) -> CharacterClass:
    """Classify one character; the empty string is the start or end of the text.

    The reference looks at UTF-16 code units, so beyond the basic plane nothing is punctuation.
    """
    if not character or character in WHITE_SPACE:
        return CharacterClass.WHITE_SPACE
    if ord(character) <= _LAST_OF_BASIC_PLANE and category(character)[0] in "PS":
        return CharacterClass.PUNCTUATION
    return CharacterClass.OTHER
