"""Checks that no secret is published: nothing of the form that issuers give theirs, no random text called a secret."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.guide import REAL_SECRET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.checks.checked import Checked

FORMS = (
    r"A(?:KIA|SIA)[0-9A-Z]{16}",
    r"gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{60,255}",
    r"glpat-[\w-]{20,255}",
    r"xox[abprs]-[0-9]{8,255}-[\w-]{10,255}",
    r"(?:(?:sk|rk)_(?:live|test)|whsec)_[0-9A-Za-z]{20,255}",
    r"sk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,255}",
    r"AIza[0-9A-Za-z_-]{35}",
    r"SG\.[\w-]{22}\.[\w-]{43}",
    r"pat-(?:na|eu|ap)\d-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    r"ATATT3[\w=-]{50,255}",
    r"(?:shpat|shpss|shpca)_[0-9a-fA-F]{32}",
    r"npm_[0-9A-Za-z]{36}",
    r"hf_[0-9A-Za-z]{34}",
    r"lin_api_[0-9A-Za-z]{40}",
    r"dapi[0-9a-f]{32}",
    r"dop_v1_[0-9a-f]{64}",
    # A token of three parts begins behind no hyphen, or a run of `eyJ-` would be read from each to its end.
    r"(?<!-)eyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}",
)
"""The forms of secrets whose issuers mark them, so that they are found when they leak."""
SECRET = re.compile(
    rf"\b(?:{'|'.join(FORMS)})|-----BEGIN (?:[A-Z]+ ){{0,2}}PRIVATE KEY-----\s*[A-Za-z0-9+/=]{{40}}"
)
MADE_UP = re.compile(r"x{4,}|0{6,}|example|your|placeholder|(.)\1{5,}", re.IGNORECASE)
LABELLED = re.compile(
    r"(?:secret|api[ _-]?key|token|password)[\"'”]?(?:\s?[:=]|\s(?:is|to|as))\s?[\"'“]?"
    r"(?P<value>[A-Za-z0-9_+/~-]{24,200})(?![\w+/~-]|\.\w)",
    re.IGNORECASE,
)
"""A value behind the name of a secret, as in "Client Secret: ..."; shorter ones may be words."""
COUNTED = re.compile(r"1234|abcd|test|sample|demo|dummy|fake", re.IGNORECASE)
"""What people write who make up a value; secrets with a form of their own are reported in spite of it."""
TURN = re.compile(r"(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])")
SHORTEST = 20
"""So many characters of each secret stand in a row, with no white space among them; few lines have such a row."""
LEAST_TURNS = 5
"""How often random text of this length turns from letters to digits or back; words with a year behind do so once."""


def secrets(checked: Checked) -> Iterator[Diagnostic]:
    """Find what has the form of a real secret; its value is never repeated."""
    for passage in checked.passages:
        text = passage.line.text
        for start, end in _secrets_in(text) if may_hold_secret(text) else ():
            place = passage.line.position(start, end) or passage.position
            if place is not None:
                message = "Unexpected text that looks like a real secret, expected a placeholder"
                yield Diagnostic.at(REAL_SECRET, message, place)


def may_hold_secret(text: str) -> bool:
    """Tell, in a fifth of the time, whether it is worth looking for secrets."""
    return max(map(len, text.split()), default=0) >= SHORTEST


def _secrets_in(text: str) -> list[tuple[int, int]]:
    """Give where secrets stand in a text, in reading order."""
    found = {match.span() for match in SECRET.finditer(text) if not MADE_UP.search(match.group())}
    for match in LABELLED.finditer(text):
        start, end = match.span("value")
        if _is_random(match["value"]) and not any(first < end and start < last for first, last in found):
            found.add((start, end))
    return sorted(found)


def _is_random(value: str) -> bool:
    """Tell whether nobody would make up such a value by hand."""
    if MADE_UP.search(value) or COUNTED.search(value):
        return False
    return len(TURN.findall(value)) >= LEAST_TURNS
