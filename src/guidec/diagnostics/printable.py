"""Text of a guide made fit to be shown: one line, no control characters, bounded in length."""

from __future__ import annotations

import unicodedata

MESSAGE_LENGTH = 500
"""Characters of a message or path that are shown; the middle of a longer one is left out."""

_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str, length: int = MESSAGE_LENGTH) -> str:
    """Give `text` with control, invisible and bidirectional characters escaped, cut to about `length` characters.

    What a guide holds must not move a terminal's cursor, recolour it or reorder what is read.
    """
    text = shortened(text, length)
    return text if text.isascii() and text.isprintable() else "".join(map(_visible, text))


def shortened(text: str, length: int) -> str:
    """Give `text` with its middle left out where it is longer than `length`."""
    if len(text) <= length:
        return text
    half = (length - 1) // 2
    return f"{text[:half]}…{text[-half:]}"


def _visible(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN_CATEGORIES:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
