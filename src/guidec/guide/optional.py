"""How authors say that something may be left out."""

from __future__ import annotations

import re

FIRST = re.compile(r"\W{0,3}optional(?:ly)?\b", re.IGNORECASE)
MARK = re.compile(r"[(\[]\s*optional\s*(?:[,;:—–-][^()\[\]]{0,120})?[)\]]", re.IGNORECASE)
"""In brackets, perhaps with a remark: "(optional, only for large accounts)"."""
REACH = 400
"""How much of a text is looked at for a mark, in characters."""


def begins_optional(text: str) -> bool:
    """Tell whether a text begins with the word: "(Optional) ...", "Optionally, ..."."""
    return FIRST.match(text) is not None


def is_optional(text: str) -> bool:
    """Tell whether a text begins with the word, or has a mark further on: "Domain (optional)"."""
    return begins_optional(text) or MARK.search(text[:REACH]) is not None
