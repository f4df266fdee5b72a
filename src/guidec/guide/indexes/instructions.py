"""Sentences that tell the reader to copy, keep or enter something: "Copy the **Client ID** and the secret key"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from guidec.guide.indexes.fields import (
    BUTTON,
    OPTIONAL,
    PERSON,
    STRONG_ENDS,
    clean_label,
    is_label,
    may_name_credential,
    names_credential,
)
from guidec.guide.indexes.label_places import is_filled, is_made_up, is_part, is_place
from guidec.guide.indexes.mentions import JOINED, OF_READER, Mention, Naming, is_identifier, mention
from guidec.guide.indexes.running_words import INVENTED, LABEL_WORDS, in_words
from guidec.guide.indexes.told import Told, is_excluded
from guidec.guide.indexes.url_words import find_cue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.passages import Passage
    from guidec.guide.runs import Line, Run

SHOWS = re.compile(
    r"\b(?:displays?|displayed|shows?|shown|generates?|generated|issues?|gives?)\b", re.IGNORECASE
)
"""What the provider does with a credential before the reader copies it."""
COPY = re.compile(r"[\W\d]*copy\b", re.IGNORECASE)
"""Begins a title that tells what to do."""
DESTINATION = re.compile(
    r"\b(?:in|into|as|to|under|populate|set|this (?:is|will be))\s+(?:(?:the|your)\s+)?$", re.IGNORECASE
)
"""Stands in front of the variable that a credential goes into."""
THEM = re.compile(r"\b(?:them|both|these|those|that|it|all|the values?)\b", re.IGNORECASE)
SENTENCE = re.compile(
    r"[^.!?]*(?:[.!?](?:(?!\s|$)|(?<=\be\.g\.)|(?<=\bi\.e\.))[^.!?]*)*(?:[.!?]|$)", re.IGNORECASE
)
OBTAINED = re.compile(
    r"\s*,?\s+(?:(?:that|which) )?(?:you(?: have|'ve)? )?(?:obtained|copied|noted|saved|retrieved)\b",
    re.IGNORECASE,
)
"""Stands behind what the reader has by now."""
HAD = Told(0, None, None)
LISTED = re.compile(rf"(?:\s*\([^()]{{1,120}}\))?{JOINED.pattern}", re.IGNORECASE)
"""Stands between two labels of a list, a remark on the first one included."""
COPIED = re.compile(
    r"\b(?:(?:cop(?:y|ied)|note|record|write)"
    r"(?:\s+(?:down|both|the|your|this|these|displayed|generated|new|and|save|store|values?(?:\s+(?:from|in|under))?|of|for))*|enter\s+your)"
    r"\s*$",
    re.IGNORECASE,
)
"""Stands directly in front of what the reader copies, or has already."""
NO_NAME = re.compile(r"values?", re.IGNORECASE)
"""What a column or field is called that holds a value, whatever that is."""
INVENTED_NAME = re.compile(r"\b(?:description|name|title)\Z", re.IGNORECASE)
"""Ends the label of what the reader makes up."""
OPTIONALLY = re.compile(r"\boptionally,?\s+(?:the\s+|your\s+)?$", re.IGNORECASE)
"""Stands directly in front of what the reader may leave out."""
DO = re.compile(r"(?:(?<=:)|\s*[:–—-])\s*(?:copy|keep|note|paste|record|save)\b", re.IGNORECASE)
STEP_NUMBER = re.compile(r"\A(?:step )?\w{1,2}[.):]\s+", re.IGNORECASE)
PRESSED = re.compile(r"\s*(?:button|icon|tab|page|menu|link|option|section)\b", re.IGNORECASE)
"""Stands directly behind a part of the provider's pages."""
COLUMN = re.compile(r"\s*(?:column|field|box)\b", re.IGNORECASE)
"""Stands directly behind what holds a value."""
LONGEST_LABEL = 80


def in_sentences(passage: Passage) -> list[Mention]:
    """Give what the sentences of a passage tell the reader to copy, keep or enter, set apart or not."""
    if not _may_name(passage):
        return []
    if passage.kind == "title":
        return list(_told(passage, Naming.ASIDE)) if passage.step or COPY.match(passage.text) else []
    return list(_told(passage, Naming.WORDS)) if passage.kind in ("item", "step", "paragraph") else []


def _may_name(passage: Passage) -> bool:
    """Tell, at little cost, whether a passage can name anything."""
    runs = passage.line.runs
    return not LABEL_WORDS.isdisjoint(passage.words) or any(run.bold or run.style == "code" for run in runs)


def _told(passage: Passage, naming: Naming) -> Iterator[Mention]:
    line = passage.line
    yield from _first_label(passage, line)
    before: re.Match[str] | None = None
    for sentence in SENTENCE.finditer(line.text):
        told = Told.of(line.text, sentence.start(), sentence.end())
        if had := OBTAINED.search(line.text, sentence.start(), told.start if told else sentence.end()):
            yield from _labels(passage, line, sentence.start(), had.start(), naming, HAD)
        if told is None and (shows := SHOWS.search(sentence.group())):
            told = Told(sentence.start() + shows.end(), None, None)
            shown = _labels(passage, line, told.start, sentence.end(), naming, told)
            yield from (replace(mention, naming=Naming.SHOWN) for mention in shown)
        elif told is not None:
            if THEM.search(line.text, told.start, sentence.end()):
                start = before.start() if before else sentence.start()
                yield from _labels(passage, line, start, told.start, naming, told.before())
            yield from _labels(passage, line, told.start, sentence.end(), naming, told)
        before = sentence


def _first_label(passage: Passage, line: Line) -> Iterator[Mention]:
    """Give the label behind which a line says what to do with it: "**Private Key**: Copy and paste all of the file"."""
    first = line.runs[0] if line.runs else None
    if first and first.bold and DO.match(line.text, first.end) and names_credential(clean_label(first.text)):
        yield mention(passage, first.text, Naming.SET_APART, line.position(first.start, first.end))


def _labels(
    passage: Passage, line: Line, start: int, end: int, naming: Naming, told: Told
) -> Iterator[Mention]:
    """Give the labels between two offsets of a line, in reading order."""
    if not line.runs:
        yield from in_words(passage, line, start, end, naming, told)
    runs = line.between(start, end)
    listed = _beside_credentials(line, runs)
    first = line.run_at(start)
    named = False
    for run in (*([first] if first and first.start < start else ()), *runs):
        apart = run.style == "code" or (run.bold and not _is_instruction(line, run))
        if not apart and not _leads_elsewhere(run):
            yield from in_words(passage, line, max(start, run.start), min(end, run.end), naming, told)
        elif run.start in listed:
            goes_into = named and DESTINATION.search(line.text, max(run.start - 30, 0), run.start)
            if is_identifier(run.text) and (goes_into or not told.means_identifier(run)):
                continue
            named, place = True, line.position(run.start, run.end)
            optional = OPTIONAL.match(line.text, run.end) or OPTIONALLY.search(
                line.text, max(run.start - 20, 0), run.start
            )
            yield mention(passage, run.text, Naming.SET_APART, place, optional=optional is not None)


def _is_instruction(line: Line, run: Run) -> bool:
    """Tell whether a run is all of a line and says what to do, so that labels stand in it: "**Add your token**"."""
    return run.text == line.text and BUTTON.match(STEP_NUMBER.sub("", run.text)) is not None


def _leads_elsewhere(run: Run) -> bool:
    """Tell whether a link is called like a page or what is done there, and not "API key" where one is got."""
    if run.style != "link":
        return False
    text = OF_READER.sub("", clean_label(run.text))
    return text.rpartition(" ")[2].lower() not in STRONG_ENDS or BUTTON.match(text) is not None


def _beside_credentials(line: Line, runs: tuple[Run, ...]) -> set[int]:
    """Give where labels start that are credentials by their names, or by what they are listed with."""
    found: set[int] = set()
    group: list[Run] = []
    for run in runs:
        if not (run.bold or run.style == "code") or is_part(line, run):
            continue
        if group and not LISTED.fullmatch(line.text, group[-1].end, run.start):
            found |= _credentials_of(line, group)
            group = []
        group.append(run)
    return found | _credentials_of(line, group)


def _credentials_of(line: Line, group: list[Run]) -> set[int]:
    if group and (is_excluded(line.text, group[0].start) or is_place(line, group)):
        return set()
    labels = {run.start: clean_label(run.text[:LONGEST_LABEL]) for run in group}
    sure = {run.start for run in group if names_credential(labels[run.start]) and not is_made_up(line, run)}
    if sure or (group and _is_copied(line, group[0])):
        return sure | {start for start, label in labels.items() if is_label(label) and label[0].isupper()}
    if any(find_cue(label) or PERSON.match(label) for label in labels.values()):
        return set()
    return {
        run.start
        for run in group
        if (run.bold or _is_shown(run))
        and may_name_credential(labels[run.start])
        and not is_filled(line, run)
        and not INVENTED.search(line.text, max(run.start - 40, 0), run.start)
    }


def _is_copied(line: Line, run: Run) -> bool:
    """Tell whether the reader is told to copy just this, whatever it is called."""
    shown = not is_identifier(run.text) and (COLUMN.match(line.text, run.end) or _is_shown(run))
    return bool(
        ((run.bold and run.style == "text") or shown)
        and is_label(label := clean_label(run.text))
        and label[0].isupper()
        and not NO_NAME.fullmatch(label)
        and COPIED.search(line.text, max(run.start - 40, 0), run.start) is not None
        and (may_name_credential(label) or not INVENTED_NAME.search(label))
        and not PRESSED.match(line.text, run.end)
    )


def _is_shown(run: Run) -> bool:
    """Tell whether code is what a page shows: "Metadata URL", not a name of programs."""
    return " " in run.text and run.text[0].isupper() and may_name_credential(clean_label(run.text))
