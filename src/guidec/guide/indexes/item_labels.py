"""What an item of a list, or a cell, begins with: the labels of fields, and what stands behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidec.guide.indexes.fields import OPTIONAL, clean_label, names_credential
from guidec.guide.indexes.mentions import JOINED

if TYPE_CHECKING:
    from guidec.guide.runs import Line, Run
    from guidec.source import Position

BEFORE_LABEL = re.compile(r"[\W_]*(?:your|the|an?)?\s*", re.IGNORECASE)
SHORT_REMARK = re.compile(r"\((?!optional|required)[\w-]+(?: [\w-]+)?\)\s*\Z", re.IGNORECASE)
"""Ends a label, as a part of it: "Client secret (value)"."""
REMARK = re.compile(r"\s\([^()]*\)[\s.]*\Z")
"""Stands behind a label."""
BLANK = re.compile(r"<[^<>]+>|\{+[^{}]+\}+|\[[^\[\]]+\]|your[-_][\w-]+|x{3,}|\.{3}|…", re.IGNORECASE)
"""Stands for a value that the reader has and the guide does not know."""
LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True)
class Label:
    """What an item of a list begins with."""

    text: str
    position: Position | None = None
    """Its own place, where bold or code gives it one."""
    apart: bool = False
    """Whether it is set apart from what stands behind: in bold, by a colon, in a cell of its own."""
    alone: bool = False
    """Whether nothing stands behind it."""


def labels_of(line: Line, *, cell: bool = False) -> tuple[list[Label], str]:
    """Split an item into its labels and what stands behind them."""
    runs = _apart(line)
    if runs:
        parts = [part for run in runs for part in _parts(run.text, run.start)]
        rest = line.text[runs[-1].end :]
        alone = not clean_label(rest)
        labels = [
            Label(text, line.position(at, at + len(text)), apart=True, alone=alone) for text, at in parts
        ]
        return labels, rest
    head, colon, rest = line.text.partition(":")
    remark = None if colon or SHORT_REMARK.search(head) else REMARK.search(head)
    if remark:
        head, rest = head[: remark.start()], remark.group()
    apart, alone = bool(colon) or cell, not clean_label(rest)
    return [Label(text, apart=apart, alone=alone) for text, _ in _parts(head, 0)], rest


def _parts(text: str, start: int) -> list[tuple[str, int]]:
    """Split "Client ID and Client Secret" into its two labels and where each starts."""
    joints = list(JOINED.finditer(text[: 2 * LONGEST_LABEL]))
    starts = [0, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), len(text)]
    parts = [(text[begin:end], start + begin) for begin, end in zip(starts, ends, strict=True)]
    split = all(names_credential(clean_label(part)) for part, _ in parts)
    # A stroke stands between two of a pair, "Token ID / Token Secret", and between two names of one.
    if "/" in text and len({part.partition(" ")[0] for part, _ in parts}) > 1:
        split = False
    return parts if split else [(text, start)]


def _apart(line: Line) -> list[Run]:
    """Give the bold (or code) runs that an item begins with, and those joined to them: "**User** and **Password**"."""
    found: list[Run] = []
    for run in line.runs:
        between = line.text[found[-1].end if found else 0 : run.start]
        if run.bold or (run.style == "code" and names_credential(clean_label(run.text))):
            joined = JOINED.fullmatch(between) if found else BEFORE_LABEL.fullmatch(between)
            if not joined:
                break
            found.append(run)
    return found


def hint_of(rest: str) -> str | None:
    """Give what stands behind a label as a hint to it."""
    hint = OPTIONAL.sub(" ", rest).strip(" :–—-")
    if hint.startswith("(") and hint.find(")") in (-1, len(hint) - 1):
        hint = hint.strip("() ")
    return None if BLANK.fullmatch(hint) else " ".join(hint.split()) or None
