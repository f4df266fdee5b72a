"""Settings with a label in front: "App name: `Portal`"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.indexes.fields import BUTTON, clean_label
from guidec.guide.indexes.setting_rows import LONGEST_LABEL, NO_LABEL
from guidec.guide.indexes.typed_settings import TYPE_IN

if TYPE_CHECKING:
    from guidec.guide.runs import Line

KEYS = re.compile(r"\s*press\b", re.IGNORECASE)
SYSTEM = re.compile(
    r"(?:windows|mac|mac ?os|os ?x|linux|ubuntu|debian|ios|android|chrome|firefox|safari|edge)(?:\s*[/&,].*)?",
    re.IGNORECASE,
)
CHOSEN = re.compile(r"(?:choose|enter|pick|select|set to|use)?", re.IGNORECASE)
"""Stands between the label of a field and what to choose for it."""
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
QUOTED = re.compile(r"[\"“](?P<said>[^\"“”]+)[\"”]")
NO_VALUE = re.compile(r"(?:any|mandatory|no|none|optional|required|yes)", re.IGNORECASE)
DASH = re.compile(r"\s+[–—-]\s+")
LONG_DASH = re.compile(r"\s+[–—]\s+\Z")


def labelled(line: Line, *, exact: bool) -> tuple[str, str | None, str | None] | None:
    """Read "App name: `StackOne`"; where `exact`, only with such a value, else with words that say what to type."""
    head, colon, rest = line.text.partition(":")
    # Outside of a form a dash stands between other things, too, such as a permission and its scope.
    dash = None if exact else _dash(line)
    if dash:
        head, colon, rest = line.text[: dash.start()], dash.group(), line.text[dash.end() - 1 :]
    label = clean_label(head[: LONGEST_LABEL + 1]) if colon else ""
    fits = label and len(label) <= LONGEST_LABEL and len(label.split()) <= 6
    if (
        not fits
        or BUTTON.match(label)
        or NO_LABEL.fullmatch(label)
        or not rest.strip()
        or not rest[0].isspace()
    ):
        return None
    start = len(line.text) - len(rest)
    found = _exact(line, start) or (None if exact else _chosen(line, start))
    if found is not None:
        return label, *found
    explains = KEYS.match(rest) or SYSTEM.fullmatch(label)
    return None if exact or dash or explains else (label, None, " ".join(rest.split()))


def _dash(line: Line) -> re.Match[str] | None:
    """Find a dash that stands for the colon between a bold label and a value: "**Website** – `https://...`"."""
    first = line.runs[0] if line.runs else None
    if first is None:
        return None
    dash = DASH.match(line.text, first.end) if first.bold else LONG_DASH.search(line.text, 0, first.end)
    value = line.run_at(dash.end()) if dash else None
    return dash if value and value.style == "code" else None


def _exact(line: Line, start: int) -> tuple[str, str | None] | None:
    """Give the one piece of code behind a label that it starts with, and the remark behind that."""
    codes = [run for run in line.between(start, len(line.text)) if run.style == "code"]
    if len(codes) != 1:
        return None
    before = line.text[start : codes[0].start].strip(" \"'“”*:")
    remark = " ".join(line.text[codes[0].end :].split()).strip(" .\"'“”*()")
    is_value = not before or TYPE_IN.fullmatch(before)
    return (codes[0].text, remark or None) if is_value else None


def _chosen(line: Line, start: int) -> tuple[str, None] | None:
    """Give what to choose, where nothing but that stands behind a label: "Kind: **Web app**", "Kind: Select `Web`"."""
    rest = line.text[start:].strip(" *").rstrip(".")
    if ADDRESS.fullmatch(rest):
        return rest, None
    if quoted := QUOTED.fullmatch(rest):
        return quoted["said"], None
    values = [run for run in line.between(start, len(line.text)) if run.bold or run.style == "code"]
    if len(values) != 1 or NO_VALUE.fullmatch(values[0].text.strip()):
        return None
    before, behind = line.text[start : values[0].start], line.text[values[0].end :]
    is_value = CHOSEN.fullmatch(before.strip(" \"'“”*:")) and not behind.strip(" .\"'“”*")
    return (values[0].text, None) if is_value else None
