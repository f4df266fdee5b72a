"""Which URLs are redirect URLs, by the words around them, and which of these words give the label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.indexes.redirect_names import (
    BEFORE_COLON,
    LONGEST_LABEL,
    REACH,
    bold_label,
    field_at_end,
    field_name,
    spelled,
    words_of,
)
from guidec.guide.indexes.shown import is_shown
from guidec.guide.indexes.url_words import (
    ACTION,
    CUE,
    CUES,
    EXAMPLE,
    FORBIDS,
    HOOK_PATH,
    NAME_ALONE,
    NOT,
    OTHER_CUE,
    OTHER_PATH,
    PATH,
    PROSE,
    SITE_CUE,
    STATES,
    find_cue,
    says_no_more,
)
from guidec.guide.indexes.urls import URL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.indexes.urls import Candidate
    from guidec.guide.passages import Passage

LABELLED = re.compile(r"\s*([^:.,\n]{2,60}?)\s*:\s")
OTHER_LABEL = re.compile(r":[\s\"'“*(]*\0+[\s\"'”*),;.]*[A-Z][^\0:.]{0,40}:[\s\"'“*(]*\Z")
"""Stands between words for a redirect URL and another URL, which has its own label: "...: `https://...` Login:"."""
NEXT_LABEL = re.compile(r"[\s*]*:[\s\"'“*(]*\Z")
"""Stands between such words and the URL behind them."""
VALUE = re.compile(
    rf"{CUE.pattern}[\s\"'“”*]*(?:(?:field|box|input)\b)?[\s,]*"
    r"(?::|->|→|=|(?:enter|type|paste|use|to|is|as)\b)[\s\"'“*:]*\Z",
    re.IGNORECASE,
)
"""Ends in words for a redirect URL and what tells to set it to the URL behind them."""
AS_VALUE = re.compile(r"\s+(?:as|to)\s+[\"'“]?", re.IGNORECASE)
"""Stands between a field and its value."""
SHORT = 60
"""With so few characters around it a URL is all that a passage says."""
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z(\"“])|\n{2,}")


def label_of(candidate: Candidate, context: list[Passage]) -> str | None:
    """Give what the guide calls a URL, "" where its path alone tells it; None where it is no redirect URL."""
    passage, text = candidate.passage, candidate.line.text
    start, end = sentence_around(text, candidate.start, candidate.end)
    before, after = text[start : candidate.start], text[candidate.end : end]
    if OTHER_PATH.search(candidate.url) and not (PATH.search(candidate.url) or VALUE.search(before)):
        return None
    if HOOK_PATH.search(candidate.url) and not PATH.search(candidate.url):
        return None
    if FORBIDS.search(before) or is_shown(candidate, start, end):
        return None
    if passage.column or passage.kind == "cell":
        return _cell_label(candidate)
    named = BEFORE_COLON.match(before) if len(before) < REACH else None
    if named and NAME_ALONE.fullmatch(named[1]):
        return " ".join(named[1].split())
    if passage.kind == "item" and (label := _explained(candidate)):
        return label
    mere_prose = PROSE.search(before + after) and not ACTION.search(before + after)
    own = _nearest(before, after)
    told_by_path = PATH.search(candidate.url) and ACTION.search(before + after)
    if own is not None and own.re is SITE_CUE and told_by_path:
        return words_of(last_of(CUE, before) or own)
    if own is not None:
        is_told = (
            ACTION.search(before + after)
            or STATES.search(before)
            or _is_value(candidate)
            or passage.kind in ("item", "step", "code")
            or says_no_more(before, after, SHORT)
        )
        is_redirect_url = own.re is CUE and is_told and not mere_prose
        return (_announced(passage, own) or spelled(own, candidate, start)) if is_redirect_url else None
    if mere_prose:
        return None
    return _label_around(candidate, context, start, before, after)


def _is_value(candidate: Candidate) -> bool:
    """Tell whether a URL is said to be that of a field: "customize the **Redirect URIs** as `https://...`"."""
    line, start = candidate.line, candidate.start
    fields = (run for run in line.between(start - REACH, start) if run.bold)
    return any(AS_VALUE.fullmatch(line.text, field.end, start) and find_cue(field.text) for field in fields)


def _explained(candidate: Candidate) -> str | None:
    """Give the field that an item explains, "Callback URL: the base URL and a path, such as ...", for its first URL."""
    text, start = candidate.line.text, candidate.start
    field = LABELLED.match(text[: min(start, REACH)])
    first = URL.search(text)
    if field is None or first is None or first.start() != start or not find_cue(field[1]):
        return None
    return None if ACTION.match(field[1]) else " ".join(field[1].split())


def _announced(passage: Passage, own: re.Match[str]) -> str | None:
    """Give the label that all of a lead is, where an item has no more than common words: "Add your callback URL"."""
    label = bold_label(passage.lead.line) if passage.lead and own.group()[0].islower() else None
    return label if label and passage.lead and len(passage.lead.text.strip(" :")) == len(label) else None


def _label_around(
    candidate: Candidate, context: list[Passage], start: int, before: str, after: str
) -> str | None:
    """Give what the text around a sentence calls a URL in it."""
    around = len(before.strip()) + len(after.strip())
    alone, example = around <= SHORT, around <= 2 * SHORT and EXAMPLE.search(before)
    by_path = PATH.search(candidate.url)
    earlier = candidate.line.text[max(start - REACH, 0) : start]
    cue = last_of(CUE, earlier)
    if cue and (by_path or example) and not _claimed(earlier, cue):
        return spelled(cue, candidate, max(start - REACH, 0))
    for number, item in enumerate(context):
        said = item.text[-REACH:]
        cue = last_of(CUE, said)
        leads = item.kind == "title" or number == 0 or said.rstrip().endswith(":")
        names = cue and by_path and not said[cue.end() :].strip(" .*\"'”")
        if cue and (leads or names) and (alone or by_path) and not _claimed(said, cue):
            field, words = bold_label(item.line) or field_at_end(item), words_of(cue)
            return words if field is None or words.lower().endswith(" " + field.lower()) else field
    told = ACTION.search(before + after) or (
        alone and any(ACTION.search(item.text[-REACH:]) for item in context[:2])
    )
    if not by_path or not told or PROSE.search(before + after):
        return None
    named = field_name(candidate.line, start, candidate)
    return named or (field_at_end(context[0]) if context and alone else None) or ""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the sentence around a stretch of text starts and ends, as far as `REACH` allows."""
    first, last = max(start - REACH, 0), min(end + REACH, len(text))
    for stop in SENTENCE_END.finditer(text, first, last):
        if stop.end() <= start:
            first = stop.end()
        elif stop.start() >= end:
            return first, stop.start()
    return first, last


def _nearest(before: str, after: str) -> re.Match[str] | None:
    """Give the words for a kind of URL that stand nearest: in front of it if there are any, else behind it.

    Words that label another URL say nothing of this one: "Redirect URI: ..., Login: ...".
    """
    plain = URL.sub(lambda match: "\0" * len(match.group()), before)
    fronts = [match for pattern in CUES for match in all_of(pattern, plain)]
    if fronts:
        front = max(fronts, key=lambda match: (match.end(), match.re is CUE))
        return None if OTHER_LABEL.match(plain, front.end()) else front
    behind, *others = URL.split(after, maxsplit=1)
    backs = [match for pattern in CUES if (match := pattern.search(behind))]
    back = min(backs, key=lambda match: match.start(), default=None)
    return None if back and others and NEXT_LABEL.match(behind, back.end()) else back


def all_of(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Find words for a kind of URL, but not where the guide says that there is none."""
    return (
        match
        for match in pattern.finditer(text)
        if not NOT.search(text, max(match.start() - 40, 0), match.start())
    )


def last_of(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Find the last such words."""
    return next(reversed([*all_of(pattern, text)]), None)


def _claimed(text: str, cue: re.Match[str]) -> bool:
    """Tell whether other words stand nearer to the end of a lead than the words for a redirect URL."""
    others = (last_of(pattern, text) for pattern in (OTHER_CUE, SITE_CUE))
    return any(other is not None and other.start() >= cue.end() for other in others)


def _cell_label(candidate: Candidate) -> str | None:
    passage = candidate.passage
    for said in (passage.column, passage.row):
        if said and NAME_ALONE.fullmatch(said):
            return said
        cue = find_cue(said) if said and len(said) <= REACH and candidate.url not in said else None
        if said and cue and len(said) <= LONGEST_LABEL:
            return said
        if said and cue and not OTHER_CUE.search(said, 0, cue.start()):
            return words_of(cue)
    text, start, end = candidate.line.text, candidate.start, candidate.end
    own = _nearest(text[max(start - REACH, 0) : start], text[end : end + REACH])
    return words_of(own) if own is not None and own.re is CUE else None
