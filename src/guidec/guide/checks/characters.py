"""Checks of characters that nobody sees: controls, bidirectional marks, zero-width ones."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import guide as rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.checks.checked import Checked

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u206a-\u206f\u3164"
    r"\ufff9-\ufffb\U000e0000-\U000e007f]|(?<!\A)\ufeff"
)
"""Without the joiners U+200C and U+200D, which scripts and emoji need."""
MOST = 20
"""How many places of one kind are reported in one file."""


def invisible_characters(checked: Checked) -> Iterator[Diagnostic]:
    """Find control characters, and invisible or bidirectional ones."""
    for rule, pattern in ((rules.CONTROL_CHARACTER, CONTROL), (rules.INVISIBLE_CHARACTER, INVISIBLE)):
        for number, match in enumerate(pattern.finditer(checked.source.text)):
            if number == MOST:
                break
            character = match.group()
            name = unicodedata.name(character, "control character")
            message = f"Unexpected character U+{ord(character):04X} ({name}), expected visible text"
            yield Diagnostic.at(rule, message, checked.source.span(*match.span()))
