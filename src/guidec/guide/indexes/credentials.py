"""Credentials: what the reader copies out of the provider, or fills in at the product that is connected.

A list or table of fields to fill in names them best; a sentence such as "Copy the **Client ID**" names the rest. Both
must call a thing what credentials are called, or introduce it as one, so that button names and menu paths stay out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from guidec.guide import models
from guidec.guide.dialects import Concept
from guidec.guide.indexes.fields import (
    OPTIONAL,
    OWNER,
    clean_label,
    is_secret,
    key_of,
    may_name_credential,
    names_credential,
)
from guidec.guide.indexes.redirect_urls import CUE
from guidec.guide.indexes.runs import Line, line_of
from guidec.guide.optional import begins_optional

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.blocks import BlockMaker
    from guidec.guide.passages import Passage
    from guidec.source import Position

NEEDED = re.compile(
    r"\b(?:you(?:'ll| will)? (?:also )?need|requires?|gather|collect|obtain|retrieved?|cop(?:y|ied)|save|store|note|"
    r"credentials?|gave you|provided by|from (?:your|the) (?:provider|previous)|to connect)\b",
    re.IGNORECASE,
)
"""Introduces a list of what a connection needs, or of what the provider gave."""
OWN_FORM = re.compile(
    r"\b(?:fill|paste|enter|complete|provide|input)\b.*\b(?:retrieved|gave you|from your provider|copied|obtained|"
    r"credentials?|noted|saved|generated)\b",
    re.IGNORECASE,
)
"""Introduces the form of the product that is connected."""
FORM = re.compile(
    r"\b(?:fill|paste|enter|complete|provide|input|form|fields?|details|values?)\b", re.IGNORECASE
)
LABEL = re.compile(
    rf"(?<!\()\b(?:(?:(?i:{OWNER}) ){{1,5}}(?i:id|key|secret(?: key)?|token|password)\b|"
    r"(?:[A-Z][a-z]+ ){1,5}(?:Domain|URL|Host|ID)\b)"
)
"""A credential's label in running text, where nothing sets it apart: few words, and the strongest only."""
OBTAIN = re.compile(
    r"\b(?:cop(?:y|ied)|save|store|keep|note|write down|record|retrieve|obtain|grab|locate|find|get|take|"
    r"paste|enter|provide|"
    r"fill in|input|supply|receive|generate|reveal|view|need)\b",
    re.IGNORECASE,
)
INVENTED = re.compile(r"\b(?:an?|any|new|descriptive|unique)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Stands in front of what the reader makes up, rather than copies."""
LONGEST_LABEL = 80
LONGEST_LEAD = 400
"""How much of a text is looked at, from its end, for what it introduces."""
GRANTS = re.compile(r"\b(?:permissions?|scopes?|modules|privileges|access rights)\b", re.IGNORECASE)
"""Introduces a list of what to grant."""
OPTIONAL_MARK = re.compile(r"\s*[(\[]optional[)\]]", re.IGNORECASE)
THEM = re.compile(r"\b(?:them|both|these|those|that|it|the values?)\b", re.IGNORECASE)
SENTENCE = re.compile(r"[^.!?]*(?:[.!?](?!\s|$)[^.!?]*)*(?:[.!?]|$)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A label that names a credential, and where it does so."""

    label: str
    optional: bool
    hint: str | None
    field: bool
    """Whether it stands in a list of fields, which says its name best."""
    passage: Passage
    position: Position | None


def credentials(maker: BlockMaker) -> list[models.Credential]:
    """Give the credentials of a guide, each once, in the order in which they are first named."""
    introduced = _leads_to_credentials(maker.passages)
    mentions = [mention for passage in maker.passages for mention in _mentions(passage, introduced)]
    mentions = [mention for mention in mentions if not CUE.search(mention.label)]
    fields = {
        end: key
        for key in (key_of(m.label) for m in mentions if m.field)
        for end in [*_ends(key)][:-1] or [key]
    }
    found: dict[str, Mention] = {}
    for mention in mentions:
        own = key_of(mention.label)
        key = next((fields[end] for end in _ends(own) if end in fields), own)
        if not key:
            continue
        known = found.get(key)
        if known is None:
            found[key] = mention
        elif mention.field and not known.field:
            found[key] = Mention(
                mention.label,
                mention.optional,
                mention.hint or known.hint,
                True,
                known.passage,
                known.position,
            )
    return [_credential(maker, key, mention) for key, mention in found.items()]


def _leads_to_credentials(passages: list[Passage]) -> set[Passage]:
    """Give the texts that introduce a list in which some item names a credential: the others will be ones, too."""
    return {
        passage.lead
        for passage in passages
        if passage.kind == "item"
        and passage.lead
        and names_credential(clean_label(_label_and_rest(line_of(passage))[0]))
    }


def _ends(key: str) -> Iterator[str]:
    """Give a key and each shorter end of it: `app_client_id`, `client_id`, `id`."""
    words = key.split("_")
    return ("_".join(words[start:]) for start in range(len(words)))


def _credential(maker: BlockMaker, key: str, mention: Mention) -> models.Credential:
    passage = mention.passage
    around = passage.step in maker.optional_steps or begins_optional(passage.text)
    return models.Credential(
        label=mention.label,
        key=key,
        secret=is_secret(mention.label),
        optional=mention.optional or around,
        hint=mention.hint,
        section=mention.passage.section,
        step=mention.passage.step,
        position=maker.place(mention.position or mention.passage.position),
    )


def _mentions(passage: Passage, introduced: set[Passage]) -> Iterator[Mention]:
    if passage.admonition:
        return
    match passage.kind:
        case "item":
            listed = _listed(passage, introduced)
            if listed is not None:
                yield listed
                return
            yield from _in_sentences(passage)
        case "paragraph":
            yield from _in_sentences(passage)
        case "cell" if (
            passage.column
            and FIELD_COLUMN.fullmatch(passage.column)
            and names_credential(clean_label(passage.text))
        ):
            yield _mention(passage, passage.text, None, passage.position, field=True)
        case "component" if passage.element is not None and passage.element.is_a(Concept.FIELD):
            label = clean_label(passage.text)
            if names_credential(label.replace("_", " ")):
                yield _mention(passage, passage.text, None, passage.position, field=True)


FIELD_COLUMN = re.compile(
    r"(?:field|credential|name|parameter|setting|value|key|property)s?(?: name)?", re.IGNORECASE
)


def _mention(
    passage: Passage, text: str, hint: str | None, position: Position | None, *, field: bool
) -> Mention:
    return Mention(clean_label(text), OPTIONAL.search(text) is not None, hint, field, passage, position)


def _listed(passage: Passage, introduced: set[Passage]) -> Mention | None:
    """Read an item of a list of fields: a label, and perhaps a hint behind it."""
    lead = passage.lead
    if lead is None:
        return None
    line = line_of(passage)
    head, rest, position = _label_and_rest(line)
    label = clean_label(head[: LONGEST_LABEL + 1])
    if (
        not label
        or len(label) > LONGEST_LABEL
        or CUE.search(label)
        or any(run.style == "code" and run.text in rest for run in line.runs)
    ):
        return None
    told = lead.text[-LONGEST_LEAD:]
    if GRANTS.search(told):
        return None
    needed, own_form = NEEDED.search(told), OWN_FORM.search(told)
    alone = not clean_label(rest)
    named = names_credential(label) and (needed or own_form or FORM.search(told))
    meant = may_name_credential(label) and (needed or own_form or (lead in introduced and FORM.search(told)))
    listed = own_form and alone and position is not None
    if not (named or meant or listed):
        return None
    optional = OPTIONAL.search(line.text) is not None
    return Mention(label, optional, _hint(rest), True, passage, position or passage.position)


def _label_and_rest(line: Line) -> tuple[str, str, Position | None]:
    """Split an item into its label and what stands behind; a bold label has a place of its own."""
    bold = next((run for run in line.runs if run.bold), None)
    if bold is not None and not clean_label(line.text[: bold.start]):
        return bold.text, line.text[bold.end :], line.position(bold.start, bold.end)
    head, colon, rest = line.text.partition(":")
    if not colon:
        head, _, rest = line.text.partition(" (")
    return head, rest, None


def _hint(rest: str) -> str | None:
    hint = OPTIONAL.sub(" ", rest).strip(" :–—-()")
    return " ".join(hint.split()) or None


def _in_sentences(passage: Passage) -> Iterator[Mention]:
    """Read what a sentence tells the reader to copy, keep or enter, set apart or not."""
    line = line_of(passage)
    before: re.Match[str] | None = None
    for sentence in SENTENCE.finditer(line.text):
        verb = OBTAIN.search(sentence.group())
        if verb is not None:
            if THEM.search(sentence.group(), verb.end()):
                start = before.start() if before else sentence.start()
                yield from _labels(passage, line, start, sentence.start() + verb.end())
            yield from _labels(passage, line, sentence.start() + verb.end(), sentence.end())
        before = sentence


def _labels(passage: Passage, line: Line, start: int, end: int) -> Iterator[Mention]:
    """Give the labels between two offsets of a line, in reading order."""
    first = line.run_at(start)
    for run in (*([first] if first and first.start < start else []), *line.between(start, end)):
        if run.bold or run.style == "code":
            label = clean_label(run.text[:LONGEST_LABEL])
            supplied = INVENTED.search(line.text[max(run.start - 40, 0) : run.start])
            means = names_credential(label) or (run.bold and may_name_credential(label) and not supplied)
            if run.start >= start and means:
                behind = OPTIONAL_MARK.match(line.text, run.end)
                mention = _mention(passage, run.text, None, line.position(run.start, run.end), field=False)
                yield replace(mention, optional=True) if behind else mention
        elif run.style == "text":
            for words in LABEL.finditer(line.text, max(start, run.start), max(min(end, run.end), start)):
                yield _mention(passage, words.group(), None, line.position(*words.span()), field=False)
