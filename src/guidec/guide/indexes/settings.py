"""Settings: what the reader types into the provider's form, apart from credentials and redirect URLs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide import models
from guidec.guide.indexes.fields import OPTIONAL, clean_label, names_credential
from guidec.guide.indexes.redirect_urls import CUE
from guidec.guide.indexes.runs import Line, Run, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.blocks import BlockMaker
    from guidec.guide.passages import Passage

FORM = re.compile(
    r"\b(?:fill|enter|complete|provide|form|fields?|details|configure|set|(?:information|values|settings|options|"
    r"parameters|properties))\b",
    re.IGNORECASE,
)
NO_LABEL = re.compile(
    r"(?:note|important|tip|warning|caution|example|e\.g\.?|optional|info|hint|remember|attention|step \d+|faq|see|yes|"
    r"no)",
    re.IGNORECASE,
)
TYPE_IN = re.compile(
    r"\b(?:enter|type(?: in)?|think of|choose|pick|give|input|provide|add|specify|set)\b", re.IGNORECASE
)
HINT = re.compile(
    r"\s*\(\s*(?:e\.?g\.?|for example|such as|like|i\.e\.)[,:]?\s*(?P<hint>[^()]{1,120})\)", re.IGNORECASE
)
TO_VALUE = re.compile(r"\s+(?:to|as|with|=)\s+$", re.IGNORECASE)
LONGEST_LABEL = 60
LONGEST_LEAD = 400


def settings(maker: BlockMaker) -> list[models.Setting]:
    """Give the settings of a guide in reading order."""
    return [
        models.Setting(
            label=label,
            value=value,
            hint=hint,
            optional=optional,
            section=passage.section,
            step=passage.step,
            position=maker.place(passage.position),
        )
        for passage in maker.passages
        if passage.kind in ("item", "paragraph") and not passage.admonition and passage.step
        for label, value, hint, optional in _read(passage)
        if not CUE.search(label) and not names_credential(label)
    ]


def _read(passage: Passage) -> Iterator[tuple[str, str | None, str | None, bool]]:
    line = line_of(passage)
    optional = OPTIONAL.search(line.text) is not None
    named = _field_of_form(passage, line)
    if named is not None:
        yield (*named, optional)
        return
    for run in line.runs:
        typed = _typed_in(line, run) if run.bold else None
        if typed is not None:
            yield (clean_label(run.text), *typed, optional)


def _field_of_form(passage: Passage, line: Line) -> tuple[str, str | None, str | None] | None:
    """Read "App name: `StackOne`" in a list that a form is introduced by."""
    in_form = passage.lead is not None and FORM.search(passage.lead.text[-LONGEST_LEAD:])
    if passage.kind == "item" and not in_form:
        return None
    head, colon, rest = line.text.partition(":")
    label = clean_label(head)
    if (
        not colon
        or not label
        or len(label) > LONGEST_LABEL
        or len(label.split()) > 6
        or NO_LABEL.fullmatch(label)
    ):
        return None
    if not rest.strip() or not rest[0].isspace():
        return None
    value = _exact(line, len(head) + 1)
    if passage.kind != "item":
        return (label, value, None) if value is not None else None
    return (label, value, None) if value is not None else (label, None, " ".join(rest.split()))


def _exact(line: Line, start: int) -> str | None:
    """Give the one piece of code that is all there is behind a label."""
    codes = [run for run in line.between(start, len(line.text)) if run.style == "code"]
    if len(codes) != 1:
        return None
    around = line.text[start : codes[0].start] + line.text[codes[0].end :]
    return codes[0].text if not around.strip(" .\"'“”*") or TYPE_IN.fullmatch(around.strip(" .")) else None


def _typed_in(line: Line, run: Run) -> tuple[str | None, str | None] | None:
    """Read "Enter an **App Name** (e.g., ...)" and "Set **App Name** to `x`"."""
    before = line.text[max(run.start - 40, 0) : run.start]
    if not TYPE_IN.search(before) or len(run.text) > LONGEST_LABEL:
        return None
    hint = HINT.match(line.text, run.end)
    if hint is not None:
        return None, " ".join(hint["hint"].split()).strip(" .")
    code = next((r for r in line.between(run.end, run.end + 40) if r.style == "code"), None)
    if code is not None and TO_VALUE.fullmatch(line.text[run.end : code.start]):
        return code.text, None
    return None
