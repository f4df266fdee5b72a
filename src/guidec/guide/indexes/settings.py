"""Settings: what the reader types into the provider's form, apart from credentials and redirect URLs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from guidec.guide import models
from guidec.guide.indexes.fields import (
    SHORT_REMARK,
    clean_label,
    key_of,
    names_credential,
    says_optional,
    without_value,
)
from guidec.guide.indexes.labelled_settings import labelled
from guidec.guide.indexes.mentions import JOINED, is_identifier
from guidec.guide.indexes.rows import TYPED_COLUMN
from guidec.guide.indexes.setting_rows import FILL_IN, LONGEST_LEAD, in_row
from guidec.guide.indexes.typed_settings import TYPING, typed_settings
from guidec.guide.indexes.url_words import find_cue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidec.guide.passages import Passage
    from guidec.guide.reading import Reading
    from guidec.guide.runs import Line, Run

FORM = re.compile(
    r"\b(?:fill|enter|complete|provide|form|dialog|fields?|details|configure|set|values|settings|options|parameters|"
    r"properties|information(?!\s+(?:about|on)\b))\b",
    re.IGNORECASE,
)
SHAPE = re.compile(r"(?:.*\b)?(?:format|pattern)", re.IGNORECASE)
"""Names how addresses are put together, which is nothing to type: "Format: `https://{domain}.acme.com`"."""
PRESS = re.compile(r"\b(?:click|press|tap|choose|select|pick)(?: on| either)?\s*\Z", re.IGNORECASE)
"""Stands directly in front of a button, or of what can be chosen."""
OR = re.compile(r"\bor\b", re.IGNORECASE)
EXAMPLE = re.compile(r"\bexample\b", re.IGNORECASE)
OPTIONAL_LEAD = re.compile(r"\boptionally\b[^.!?]*\Z", re.IGNORECASE)
"""Introduces a form of which nothing must be filled in."""


def settings(
    reading: Reading, redirect_urls: list[models.RedirectUrl], credentials: list[models.Credential]
) -> list[models.Setting]:
    """Give the settings of a guide in reading order; what is a redirect URL, or a credential there, is none.

    Nor is a name of a program that is explained and given no value: `provider`: the provider to use.
    """
    registered = {entry.url for entry in redirect_urls}
    credential = {(entry.step, entry.label) for entry in credentials}
    keys = {entry.key for entry in credentials}
    # Part of what to do is a step, or a list of what to fill in.
    offered = {lead: _offered(lead.line) for lead in {passage.lead for passage in reading.passages} if lead}
    told = _told(reading.passages)
    forms, below = _forms(reading.passages), _below(reading.passages)
    found = [
        models.Setting(
            label=label,
            value=value,
            hint=hint,
            optional=optional or bool({passage.step, passage.section} & reading.optional),
            section=passage.section,
            step=passage.step,
            position=reading.place(passage.row_position or passage.position),
        )
        for passage in reading.passages
        if passage.kind in ("item", "step", "paragraph", "cell") and not passage.admonition
        if passage.step is not None or passage.lead in told or TYPED_COLUMN.fullmatch(passage.column or "")
        for label, value, hint, optional in _read(passage, forms, below.get(passage))
        if not find_cue(label)
        and not names_credential(label)
        and (value is not None or not is_identifier(label))
        and value not in registered
        and not (value and "://" in value and SHAPE.fullmatch(label))
        and credential.isdisjoint({(passage.step, label), (passage.step, SHORT_REMARK.sub("", label))})
        and not (key_of(without_value(label)) in keys and _explains(passage, label, value, hint))
        and not (passage.lead and label in offered[passage.lead])
    ]
    return _without_announced(found)


def _explains(passage: Passage, label: str, value: str | None, hint: str | None) -> bool:
    """Tell whether a passage says what a credential is, or where it stands, rather than what to type."""
    if not passage.text.startswith(label):
        return value is None
    if (value is None and hint is None) or EXAMPLE.search(hint or ""):
        return True
    return passage.lead is None or FORM.search(passage.lead.text[-LONGEST_LEAD:]) is None


def _without_announced(found: list[models.Setting]) -> list[models.Setting]:
    """Leave out settings that are only named, where the same step says more of them."""
    told = {(one.step, key_of(one.label)) for one in found if one.value is not None or one.hint is not None}
    return [
        one
        for one in found
        if one.value is not None or one.hint is not None or (one.step, key_of(one.label)) not in told
    ]


def _offered(line: Line) -> set[str]:
    """Give the buttons or choices of which a text says to take one: "Click **Deploy** or **Upgrade**"."""
    found: list[Run] = []
    for run in line.runs:
        if not run.bold:
            continue
        between = line.text[found[-1].end if found else max(run.start - 20, 0) : run.start]
        if not (JOINED.fullmatch(between) if found else PRESS.search(between)):
            if found:
                break
            continue
        found.append(run)
    choice = found and OR.search(line.text, found[0].end, found[-1].start)
    return {clean_label(run.text) for run in found} if choice else set()


def _told(passages: list[Passage]) -> set[Passage]:
    """Give the texts that tell outside of steps to fill in what follows, a bold title of a part or a step included."""
    told: set[Passage] = set()
    for lead in dict.fromkeys(passage.lead for passage in passages if passage.step is None):
        if lead is None:
            continue
        is_part = lead.lead in told and _is_bold_title(lead.line)
        if is_part or lead.step is not None or FILL_IN.search(lead.text[-LONGEST_LEAD:]):
            told.add(lead)
    return told


def _is_bold_title(line: Line) -> bool:
    return line.text.rstrip().endswith(":") and all(run.bold or not run.text.strip(" :") for run in line.runs)


def _introducing(passages: Iterable[Passage], words: re.Pattern[str]) -> set[Passage]:
    """Give the texts that introduce passages with certain words."""
    leads = {passage.lead for passage in passages if passage.lead}
    return {lead for lead in leads if words.search(lead.text[-LONGEST_LEAD:])}


def _forms(passages: list[Passage]) -> set[Passage]:
    """Give the texts that introduce a form: they say so, or some item below has exactly one value to type."""
    items = [passage for passage in passages if passage.kind == "item" and passage.lead]
    rows = (passage for passage in passages if passage.kind == "cell")
    forms = _introducing((*items, *rows), FORM)
    shown = (item.lead for item in items if item.lead not in forms and labelled(item.line, exact=True))
    return forms.union(lead for lead in shown if lead)


def _below(passages: list[Passage]) -> dict[Passage, str]:
    """Give what stands as one line of code below a text that ends in a colon."""
    pairs = ((text, code.text.strip()) for text, code in pairwise(passages) if code.kind == "code")
    return {text: code for text, code in pairs if code and "\n" not in code and text.text.endswith(":")}


def _read(
    passage: Passage, forms: set[Passage], below: str | None
) -> Iterator[tuple[str, str | None, str | None, bool]]:
    line = passage.line
    if passage.kind == "cell":
        yield from in_row(passage, in_form=passage.lead in forms)
        return
    in_form = passage.kind == "item" and passage.lead in forms
    named = labelled(line, exact=not in_form)
    if named is not None:
        asked = passage.lead and OPTIONAL_LEAD.search(passage.lead.text[-LONGEST_LEAD:])
        yield (*named, bool(asked) or says_optional(line.text))
        return
    if TYPING.isdisjoint(passage.words):
        return
    found = [*typed_settings(line)]
    if len(found) == 1 and below:
        found = [
            (label, below if (value, hint) == (None, None) else value, hint) for label, value, hint in found
        ]
    optional = bool(found) and says_optional(line.text)
    yield from ((*setting, optional) for setting in found)
