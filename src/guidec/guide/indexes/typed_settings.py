"""Settings that a sentence tells the reader to type or choose: "Enter an **App name**", "Set **Format** to `x`"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.indexes.fields import OWN_PAGE, clean_label, is_label, may_name_credential
from guidec.guide.indexes.mentions import JOINED, is_identifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.runs import Line, Run

TYPING = frozenset(
    "add change choose enter fill give input paste pick provide put select set specify switch think type use "
    "write".split()
)
"""A sentence that tells to type or to choose holds one of these."""
TYPE_IN = re.compile(
    r"\b(?:enter|type(?: in)?|think of|choose|pick|give|input|provide|add|specify|set|fill(?: in)?)\b",
    re.IGNORECASE,
)
HINT = re.compile(
    r"\s*\(\s*(?:e\.?g\.?|for example|such as|like|i\.e\.)[,:]?\s*(?P<hint>[^()]{1,120})\)", re.IGNORECASE
)
SUCH_AS = re.compile(r",?\s+(?:e\.g\.|for example|like|such as),?\s+", re.IGNORECASE)
HINT_NEAR = re.compile(r"[^.;:()]{0,60}?" + HINT.pattern, re.IGNORECASE)
INTO_FIELD = re.compile(r"\s+(?:as|for|in|into|under)\s+(?:the\s+)?$", re.IGNORECASE)
GRANT = re.compile(r"\b(?:permission|privilege|role|scope)s?:?\s+\Z", re.IGNORECASE)
"""Stands in front of what is granted for something, and typed into no field."""
FOR_FIELD = re.compile(r"\b(?:as|for|in|into|under|at)\s+(?:the\s+)?$", re.IGNORECASE)
THEN_TYPE = re.compile(r"[\s,]*(?:field[\s,]+)?\b(?:enter|type|input|put|use|write)\s+", re.IGNORECASE)
ARTICLE = re.compile(r"(?:(?:an?|its|the|your)\s+)?", re.IGNORECASE)
"""Stands in front of a field that a part of a page holds: "In **General**, enter the **Name**"."""
FOR = re.compile(r"\bfor\s+(?:the\s+)?$", re.IGNORECASE)
THEN_CHOOSE = re.compile(r"[\s,]*(?:field[\s,]+)?\b(?:choose|pick|select)\s+", re.IGNORECASE)
UNDER = re.compile(r"\b(?:in|under)\s+(?:the\s+)?$", re.IGNORECASE)
ELSE = re.compile(r"[^.!?]{0,60}?\bor\s*$", re.IGNORECASE)
"""Stands between two choices."""
CHOOSE = re.compile(r"\b(?:choose|pick|select)\s+$", re.IGNORECASE)
AS_FIELD = re.compile(r"\s+(?:as|for)\s+(?:the|your|its)\s+(?:[\w'’]+\s+)?", re.IGNORECASE)
"""Stands between what is chosen and the field that it is chosen for: "as your app's"."""
UNDER_FIELD = re.compile(r"\s+(?:for|from|in|under)\s+(?:the|your|its)\s+", re.IGNORECASE)
OFFERS = re.compile(r"\s+(?:drop-?down|field|list)\b", re.IGNORECASE)
"""Stand around the field under which something is chosen."""
KIND = re.compile(r"\b(?:environment|format|kind|level|method|mode|platform|region|types?)\Z", re.IGNORECASE)
"""Ends the label of what is chosen, and seldom that of a page or a button."""
SET = re.compile(r"\b(?:change|set|switch)\s+(?:(?:its|the|your)\s+)?$", re.IGNORECASE)
OF_FIELD = r"(?:\s+(?:box|drop-?down|field|input|option|parameter|setting|toggle))?\s+(?:\([^()]{1,60}\)\s+)?"
"""Stands behind a label: what it is one of, and a remark."""
TO = re.compile(rf"{OF_FIELD}to:?\s+", re.IGNORECASE)
TO_VALUE = re.compile(rf"{OF_FIELD}(?:(?:to|as|with):?|=)\s+", re.IGNORECASE)
TO_OWN = re.compile(
    rf"{OF_FIELD}to\s+(?P<hint>(?:an?|the|your)\s[^\n]{{1,200}}?)(?=[.;]?\s*\Z|[.;]\s+(?-i:[A-Z(]))",
    re.IGNORECASE,
)
"""Stands behind a label that is set to what only the reader knows: "to the address of your site"."""
VERB = re.compile(TYPE_IN.pattern + r"\s+(?:(?:an?|the|your)\s+)?\Z", re.IGNORECASE)
COLON = re.compile(r"\s*:\s+")
"""Stands between a field and its value where a verb leads straight to the field: "Enter the **App name**: `x`"."""
INVENT = re.compile(
    r"\b(?:add in|enter|fill in|give (?:it|them|the \w+(?: \w+)?)|input|provide|specify|type(?: in)?)\s+"
    r"(?:(?:an?|any)(?:\s+\w+)?|unique)\s+$",
    re.IGNORECASE,
)
"""Stands in front of the label of what the reader makes up."""
FILL_OUT = re.compile(r"\bfill (?:in|out)\s+(?:(?:an?|the|your)\s+)?$", re.IGNORECASE)
PART = re.compile(r"\b(?:details|fields?|form|information|page|section|settings)\Z", re.IGNORECASE)
"""Ends what holds several fields."""
PART_BEHIND = re.compile(r"\s+(?:dialog|form|page|screen|section|tab|wizard)\b", re.IGNORECASE)
"""Stands behind the name of such a part."""
IN_FIELD = re.compile(
    r"\b(?:enter|input|paste|put|type|write)\b[^.!?]{1,100}\b(?:in|into|under)\s+(?:the\s+)?$", re.IGNORECASE
)
FIELD = re.compile(r"\s+(?:box|field|input)\b", re.IGNORECASE)
"""Stand around the field that something is typed into."""
TEXT_FIELD = re.compile(r"\b(?:comment|description|name|note|title)\Z", re.IGNORECASE)
"""Ends the label of what nobody but the reader can say."""
WRITE = re.compile(
    r"\b(?:add|enter|fill in|give (?:it|them)|input|provide|specify|type(?: in)?)\s+"
    r"(?:(?:an?|the|your(?:\s+\w+['’]s)?)\s+)?$",
    re.IGNORECASE,
)
OF_CONNECTION = "type"
"""What the product calls the way to authenticate, which `auth` says."""
EXAMPLE = re.compile(
    r"\b(?i:enter|give it|input|provide|specify|type(?: in)?)\s+(?:an?|any)\s+"
    r"(?P<label>[A-Z][\w-]*(?: [A-Z][\w-]*){0,4})(?:\s?\([^()]{1,20}\))?(?: for [^,.;:()]{1,40})?,?\s+\(?"
    r"(?:e\.g\.|for example|like|such as)[,:]?\s+(?:[\"“](?P<hint>[^\"”\n]{1,80})[\"”])?"
)
"""A label in running text, and perhaps an example in quotation marks."""
LONGEST_LABEL = 60


def typed_settings(line: Line) -> Iterator[tuple[str, str | None, str | None]]:
    """Give label, value and hint of each setting in a sentence; without a value, what the reader makes up."""
    named: Run | None = None
    for run in line.runs:
        label = clean_label(run.text) if len(run.text) <= LONGEST_LABEL else ""
        shown = run.style == "code" and label[:1].isupper() and not is_identifier(label)
        if not label or not (run.bold or run.italic or shown):
            continue
        if (run.bold or shown) and (typed := _typed_in(line, run) or _chosen(line, run) or _own(line, run)):
            yield label, *typed
        elif (is_label(label) or OWN_PAGE.fullmatch(label)) and _is_named(line, run, label, named):
            named = run
            hint = HINT_NEAR.match(line.text, run.end)
            yield label, None, _words(hint) if hint else _example(line, run)
    for example in EXAMPLE.finditer(line.text):
        label_run, code = line.run_at(example.start("label")), line.run_at(example.end())
        said = example["hint"] or (code.text if code and code.style == "code" else None)
        if said and not (label_run and (label_run.bold or label_run.italic)):
            yield example["label"], None, said


def _typed_in(line: Line, run: Run) -> tuple[str | None, str | None] | None:
    """Read "Enter an **App Name** (e.g., ...)", "Set **App Name** to `x`" and "As **App Name** enter `x`"."""
    before, after = line.text[max(run.start - 40, 0) : run.start], line.text[run.end : run.end + 200]
    last = next((r for r in reversed(line.between(run.start - 80, run.start)) if r.style == "code"), None)
    goes_into = last and INTO_FIELD.fullmatch(line.text, last.end, run.start) and _is_typed(line, last)
    if last and goes_into and not GRANT.search(line.text, max(last.start - 20, 0), last.start):
        return last.text, None
    first = next((r for r in line.between(run.end, run.end + 60) if r.style == "code"), None)
    between = line.text[run.end : first.start] if first else ""
    if FOR_FIELD.search(before) and (verb := THEN_TYPE.match(after)):
        article = ARTICLE.match(line.text, run.end + verb.end())
        inner = line.run_at(article.end()) if article else None
        if inner and inner.bold and not may_name_credential(run.text):
            return None
        hint = HINT.search(after, verb.end())
        value = first.text if first and THEN_TYPE.fullmatch(between) else None
        return value, _words(hint) if hint and value is None else None
    if not TYPE_IN.search(before):
        return None
    if hint := HINT.match(after):
        return None, _words(hint)
    inside = ":" if run.text.endswith(":") else ""
    stated = TO_VALUE.fullmatch(between) or (COLON.fullmatch(inside + between) and VERB.search(before))
    return (first.text, None) if first and stated else None


def _chosen(line: Line, run: Run) -> tuple[str, None] | None:
    """Read "Set **Kind** to **Web app**", "For **Kind** select **Web app**", "Choose **Web app** as the **Kind**"."""
    before = line.text[max(run.start - 40, 0) : run.start]
    around = [one for one in line.between(run.start - 80, run.end + 60) if one.bold or one.style == "code"]
    place = around.index(run)
    if place and _is_field_of(line, around[place - 1], run):
        value = around[place - 1]
        return (value.text, None) if CHOOSE.search(line.text, max(value.start - 20, 0), value.start) else None
    if place + 1 == len(around) or clean_label(run.text).lower() == OF_CONNECTION:
        return None
    value = around[place + 1]
    between = line.text[run.end : value.start]
    is_set = SET.search(before) and TO.fullmatch(between)
    is_under = UNDER.search(before) and KIND.search(clean_label(run.text)) and not _is_one_of(line, value)
    is_chosen = (FOR.search(before) or is_under) and THEN_CHOOSE.fullmatch(between)
    return (value.text, None) if is_set or is_chosen else None


def _is_one_of(line: Line, value: Run) -> bool:
    """Tell whether another choice stands behind one: "**One** for one tenant, or **Many** for several"."""
    behind = line.between(value.end, value.end + 120)
    return any(one.bold and ELSE.fullmatch(line.text, value.end, one.start) for one in behind)


def _example(line: Line, run: Run) -> str | None:
    """Give the example that stands right behind a label: "Enter a **Token name**, e.g. `Portal`"."""
    such = SUCH_AS.match(line.text, run.end)
    shown = line.run_at(such.end()) if such else None
    return shown.text if shown and (shown.bold or shown.style == "code") else None


def _own(line: Line, run: Run) -> tuple[None, str | None] | None:
    """Read "Set **Start page** to the address of your portal"; what stands below such a text is the value itself."""
    if not SET.search(line.text, max(run.start - 40, 0), run.start):
        return None
    own = TO_OWN.match(line.text, run.end)
    return (None, None if own["hint"].endswith(":") else _words(own)) if own else None


def _is_field_of(line: Line, value: Run, run: Run) -> bool:
    """Tell whether a value stands in front of the field that it is chosen for."""
    if AS_FIELD.fullmatch(line.text, value.end, run.start):
        return True
    under = UNDER_FIELD.fullmatch(line.text, value.end, run.start) and OFFERS.match(line.text, run.end)
    return under is not None and KIND.search(run.text) is not None


def _is_named(line: Line, run: Run, label: str, named: Run | None) -> bool:
    """Tell whether the reader is told to fill in a field, and knows what with."""
    if named and JOINED.fullmatch(line.text, named.end, run.start):
        return True
    near = max(run.start - 40, 0)
    if INVENT.search(line.text, near, run.start):
        return True
    is_field = FIELD.match(line.text, run.end) or OWN_PAGE.fullmatch(label)
    if is_field and (put := IN_FIELD.search(line.text, max(run.start - 120, 0), run.start)):
        # What goes into a field may be a credential, which the field then is, too.
        return not any(
            may_name_credential(clean_label(one.text)) for one in line.between(put.start(), run.start)
        )
    if not run.bold:
        return False
    if (TEXT_FIELD.search(label) or OWN_PAGE.fullmatch(label)) and WRITE.search(line.text, near, run.start):
        return True
    is_part = PART.search(label) or PART_BEHIND.match(line.text, run.end)
    return FILL_OUT.search(line.text, near, run.start) is not None and not is_part


def _is_typed(line: Line, value: Run) -> bool:
    return TYPE_IN.search(line.text, max(value.start - 40, 0), value.start) is not None


def _words(hint: re.Match[str]) -> str:
    return " ".join(hint["hint"].split()).strip(" .")
