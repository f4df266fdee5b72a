"""Two names of one credential: "copy the **Integration Key** (this is your client ID)"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from guidec.guide.indexes.fields import (
    OWNER,
    clean_label,
    is_label,
    is_secret,
    may_name_credential,
    names_credential,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidec.guide.indexes.mentions import Mention
    from guidec.guide.passages import Passage
    from guidec.guide.runs import Line

SAME = re.compile(
    r"\s*\(\s*(?!not\b)(?:(?:this|that|which) is\s+|i\.e\.,?\s+|aka\s+|(?:also )?(?:called|known as)\s+|=\s*)?"
    r"(?:(?:your|the|an?)\s+)?[\"'“]*(?P<other>[^()]{2,40}?)[\"'”]*\s*\)",
    re.IGNORECASE,
)
"""Stands behind a label and gives its other name."""
ALSO = re.compile(
    r"\s*[,(—–-]?\s*(?:which is |that is )?(?:also|sometimes|often|shown|listed|displayed|labell?ed|referred to)"
    r"(?:\s+(?:called|known|referred to|shown|listed))?(?:\s+(?:as|called))?\s+(?:the\s+)?[\"“]?",
    re.IGNORECASE,
)
"""Stands between two names of the same."""
INTO = re.compile(
    r"\s+(?:(?:from|in) \w+(?: \w+)?\s+)?(?:and (?:paste|put|enter) it\s+)?(?:in|into|as)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""Stands between what is copied and the field that it goes into."""
FIELD = re.compile(r"\s+field\b", re.IGNORECASE)
BOTH = re.compile(r"(?P<name>[^()]+?)\s*\((?P<other>[^()]+)\)")
"""A label that gives both names itself."""
KNOWN_BY = frozenset(
    {"field", "also", "sometimes", "often", "shown", "listed", "displayed", "labeled", "labelled", "referred"}
)
"""Outside of parentheses a line that gives two names holds one of these words."""
PAIRED = re.compile(r"(?P<name>\w+) \((?P<other>\w+)\) (?P<kind>id|key|secret)", re.IGNORECASE)
"""A label with two words for whose it is: "Application (client) ID"."""
KINDS = frozenset({"id", "key", "secret", "token"})
STROKE = re.compile(
    rf"\b(?P<name>(?:{OWNER}) (?:id|key|secret|token))/(?P<other>(?:{OWNER}) (?:id|key|secret|token))\b",
    re.IGNORECASE,
)
"""Two names with nothing but a stroke between them."""
LONGEST = 60


def aliases(passages: Iterable[Passage], mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Give pairs of labels that a guide says to name the same credential."""
    for passage in passages:
        if passage.line.runs and ("(" in passage.line.text or not KNOWN_BY.isdisjoint(passage.words)):
            yield from _in_line(passage.line)
        parted = "/" in passage.text and not KINDS.isdisjoint(passage.words)
        for stroke in STROKE.finditer(passage.text) if parted else ():
            if is_secret(stroke["name"]) == is_secret(stroke["other"]):
                yield stroke["name"], stroke["other"]
    for label in {mention.label for mention in mentions if mention.label.endswith(")")}:
        both = BOTH.fullmatch(label)
        if both and may_name_credential(both["name"]) and names_credential(both["other"]):
            yield from ((label, name) for name in both.groups())
    for label in {mention.label for mention in mentions if "(" in mention.label}:
        if paired := PAIRED.fullmatch(label):
            yield from ((label, f"{paired[owner]} {paired['kind']}") for owner in ("name", "other"))


def _in_line(line: Line) -> Iterator[tuple[str, str]]:
    labels = [run for run in line.runs if (run.bold or run.style == "code") and len(run.text) <= LONGEST]
    cleaned = [(run, label) for run in labels if is_label(label := clean_label(run.text))]
    for run, label in cleaned:
        same = SAME.match(line.text, run.end)
        if same and names_credential(same["other"]):
            yield label, same["other"]
    named = [(run, label) for run, label in cleaned if may_name_credential(label)]
    for (copied, label), (field, other) in pairwise(named):
        into = INTO.fullmatch(line.text, copied.end, field.start) and FIELD.match(line.text, field.end)
        also = names_credential(other) and ALSO.fullmatch(line.text, copied.end, field.start)
        if into or also:
            yield label, other
