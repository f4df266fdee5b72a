"""Sentences that tell the reader to copy, keep or enter something: "Copy the **Client ID** and the secret key"."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from guidec.guide.indexes.entered import entered
from guidec.guide.indexes.fields import (
    OPTIONAL,
    OWNER,
    clean_label,
    is_label,
    may_name_credential,
    names_credential,
)
from guidec.guide.indexes.mentions import JOINED, OF_READER, Mention, Naming, is_identifier, mention
from guidec.guide.indexes.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.indexes.runs import Line, Run
    from guidec.guide.passages import Passage

SHOWS = re.compile(
    r"\b(?:displays?|displayed|shows?|shown|generates?|generated|issues?|gives?)\b", re.IGNORECASE
)
"""What the provider does with a credential before the reader copies it."""
LABEL = re.compile(
    rf"\b(?:(?:(?i:{OWNER}) ){{1,5}}(?i:id|key|secret(?: key)?|token|password)\b|"
    r"(?:[A-Z][a-z]+ ){1,5}(?:Domain|URL|Host|ID|Endpoint|Identifier)\b|"
    r"[A-Z]{2,6} (?i:key|token|secret)\b|"
    r"(?i:(?:company|account|workspace|organi[sz]ation|instance|site|shop|store|tenant) (?:sub ?)?domain)\b)"
)
"""A credential's label in running text, where nothing sets it apart: few words, and the strongest only."""
LABEL_WORDS = frozenset(
    "domain endpoint enter field fill host id identifier input key password provide secret subdomain supply token "
    "url".split()
)
"""In running text every label holds one of these, or stands behind one, also those of the patterns below."""
AND_SECRET = re.compile(
    r"\b(?P<owner>client|consumer|app|application|api)\s+(?:id|key)(?:\s+and\s+|\s*[&/,]\s*)(?:the\s+)?(?P<secret>secret)\b"
    r"(?!\s+key)",
    re.IGNORECASE,
)
"""Two labels that share a word: "client ID and secret"."""
THEM = re.compile(r"\b(?:them|both|these|those|that|it|all|the values?)\b", re.IGNORECASE)
SENTENCE = re.compile(
    r"[^.!?]*(?:[.!?](?:(?!\s|$)|(?<=\be\.g\.)|(?<=\bi\.e\.))[^.!?]*)*(?:[.!?]|$)", re.IGNORECASE
)
INVENTED = re.compile(r"\b(?:an?|any|new|descriptive|unique)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Stands in front of what the reader makes up, rather than copies."""
CREDENTIALS = re.compile(r"\bcredentials\s*\Z", re.IGNORECASE)
YOURS = re.compile(r"\byour\s+\Z", re.IGNORECASE)
EXPLAINED = re.compile(r"(?:[—–(,]|\s-)\s*(?:an?|this is|i\.e\.|aka|also|called)\s(?:\w+\s)?$", re.IGNORECASE)
"""Stands in front of what says the same in other words: "an API key — a bearer token"."""
ISSUED = re.compile(r"(?:access|bearer|id|refresh|session) token", re.IGNORECASE)
"""What programs get again and again: "you receive a new refresh token"."""
LISTED = re.compile(rf"(?:\s*\([^()]{{1,120}}\))?{JOINED.pattern}", re.IGNORECASE)
"""Stands between two labels of a list, a remark on the first one included."""
PART_OF = re.compile(
    r"\b(?:prefix|starts? with|begins? with|starting with|beginning with)\W*$", re.IGNORECASE
)
"""Stands in front of a part of a credential's value."""
COPIED = re.compile(
    r"\b(?:(?:cop(?:y|ied)|note|record|write)"
    r"(?:\s+(?:down|both|the|your|this|these|displayed|generated|new|values?|of|for))*|enter\s+your)\s*$",
    re.IGNORECASE,
)
"""Stands directly in front of what the reader copies, or has already."""
PRESSED = re.compile(r"\s*(?:button|icon|tab|page|menu|link|option|section)\b", re.IGNORECASE)
"""Stands directly behind a part of the provider's pages."""
INTO_FIELD = re.compile(r"\binto\s+the\s+(?P<label>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})\s+field\b")
FILL = re.compile(r"\bfill(?: in)?(?: the| your)?\s+$", re.IGNORECASE)
WITH = re.compile(r"\s+with\s+")
LONGEST_LABEL = 80


def in_sentences(passage: Passage) -> list[Mention]:
    """Give what the sentences of a passage tell the reader to copy, keep or enter, set apart or not."""
    if not _may_name(passage):
        return []
    if passage.kind == "title":
        return list(_told(passage, Naming.ASIDE)) if passage.step else []
    return list(_told(passage, Naming.WORDS)) if passage.kind in ("item", "step", "paragraph") else []


def _may_name(passage: Passage) -> bool:
    """Tell, at little cost, whether a passage can name anything."""
    runs = passage.line.runs
    return not LABEL_WORDS.isdisjoint(passage.words) or any(run.bold or run.style == "code" for run in runs)


def _told(passage: Passage, naming: Naming) -> Iterator[Mention]:
    line = passage.line
    before: re.Match[str] | None = None
    for sentence in SENTENCE.finditer(line.text):
        told = Told.of(line.text, sentence.start(), sentence.end())
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


def _labels(
    passage: Passage, line: Line, start: int, end: int, naming: Naming, told: Told
) -> Iterator[Mention]:
    """Give the labels between two offsets of a line, in reading order."""
    if not line.runs:
        yield from _in_words(passage, line, start, end, naming, told)
    runs = line.between(start, end)
    listed = _beside_credentials(line, runs)
    first = line.run_at(start)
    for run in (*([first] if first and first.start < start else ()), *runs):
        if run.style == "text" and not run.bold:
            yield from _in_words(passage, line, max(start, run.start), min(end, run.end), naming, told)
        elif run.start in listed:
            if is_identifier(run.text) and not told.means_identifier(run):
                continue
            optional = OPTIONAL.match(line.text, run.end) is not None
            place = line.position(run.start, run.end)
            yield mention(passage, run.text, Naming.SET_APART, place, optional=optional)


def _beside_credentials(line: Line, runs: tuple[Run, ...]) -> set[int]:
    """Give where labels start that are credentials by their names, or by what they are listed with."""
    found: set[int] = set()
    group: list[Run] = []
    for run in runs:
        if not (run.bold or run.style == "code") or _is_part(line, run):
            continue
        if group and not LISTED.fullmatch(line.text, group[-1].end, run.start):
            found |= _credentials_of(line, group)
            group = []
        group.append(run)
    return found | _credentials_of(line, group)


def _credentials_of(line: Line, group: list[Run]) -> set[int]:
    labels = {run.start: clean_label(run.text[:LONGEST_LABEL]) for run in group}
    sure = {start for start, label in labels.items() if names_credential(label)}
    if sure or (group and _is_copied(line, group[0])):
        return sure | {start for start, label in labels.items() if is_label(label) and label[0].isupper()}
    return {
        run.start
        for run in group
        if run.bold
        and may_name_credential(labels[run.start])
        and not _is_filled(line, run)
        and not INVENTED.search(line.text, max(run.start - 40, 0), run.start)
    }


def _is_copied(line: Line, run: Run) -> bool:
    """Tell whether the reader is told to copy just this, whatever it is called."""
    return (
        run.bold
        and run.style == "text"
        and is_label(label := clean_label(run.text))
        and label[0].isupper()
        and COPIED.search(line.text, max(run.start - 40, 0), run.start) is not None
        and not PRESSED.match(line.text, run.end)
    )


def _is_filled(line: Line, run: Run) -> bool:
    """Tell whether the value to fill in stands behind a label: "fill **Domain** with `acme`"."""
    value = WITH.match(line.text, run.end)
    filled = line.run_at(value.end()) if value else None
    if filled is None or filled.style != "code":
        return False
    return FILL.search(line.text, max(run.start - 40, 0), run.start) is not None


def _is_part(line: Line, run: Run) -> bool:
    return PART_OF.search(line.text, max(run.start - 40, 0), run.start) is not None


def _in_words(
    passage: Passage, line: Line, start: int, end: int, naming: Naming, told: Told
) -> Iterator[Mention]:
    for label, at in _words(line.text, start, end):
        opened = line.text.rfind("(", max(at - 200, 0), at)
        aside = opened > line.text.rfind(")", max(at - 200, 0), at)
        if EXPLAINED.search(line.text, max(at - 40, 0), at) or (aside and _follows_label(line, opened, at)):
            continue
        if ISSUED.fullmatch(label) and INVENTED.search(line.text, max(at - 12, 0), at):
            continue
        listed = aside and CREDENTIALS.search(line.text, max(opened - 20, 0), opened) is not None
        if listed or told.means_words(at) or YOURS.search(line.text, max(at - 12, 0), at):
            place = line.position(at, at + len(label)) if line.runs else None
            optional = OPTIONAL.match(line.text, at + len(label)) is not None
            yield mention(passage, label, Naming.ASIDE if aside else naming, place, optional=optional)


def _words(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """Give the labels that running text itself gives away, and where each starts, in reading order."""
    found: list[tuple[str, int]] = []
    for words in LABEL.finditer(text, start, max(start, end)):
        own = OF_READER.match(words.group())
        found.append((words.group()[own.end() if own else 0 :], words.start() + (own.end() if own else 0)))
    known = {at + len(label) for label, at in found}
    found += (field for field in entered(text, start, end) if field[1] + len(field[0]) not in known)
    for pair in AND_SECRET.finditer(text, start, max(start, end)):
        found.append((f"{pair['owner']} {pair['secret']}", pair.start("secret")))
    for field in INTO_FIELD.finditer(text, start, max(start, end)):
        found.append((field["label"], field.start("label")))
    return sorted(found, key=itemgetter(1))


def _follows_label(line: Line, opened: int, at: int) -> bool:
    """Tell whether a parenthesis is another name for a label that is set apart: "**App ID** (Client ID)"."""
    before = line.text[max(opened - 3, 0) : opened].rstrip()
    run = line.run_at(max(opened - 3, 0) + len(before) - 1)
    return at == opened + 1 and run is not None and (run.bold or run.style == "code")
