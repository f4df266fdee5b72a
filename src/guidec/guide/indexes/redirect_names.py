"""What a guide calls a redirect URL: words before a colon, bold words, the name of a field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.indexes.url_words import ACTION, FIELD, SET_TO, find_cue

if TYPE_CHECKING:
    from guidec.guide.indexes.urls import Candidate
    from guidec.guide.passages import Passage
    from guidec.guide.runs import Line

REACH = 500
"""How far around a URL words count, in characters."""
BEFORE_COLON = re.compile(r"\s*([^:.,\n]{2,60}?)\s*:\s*$")
QUOTED = re.compile(r"[\"“](?P<label>[^\"“”\n]{2,60})[\"”]")
UNCAPPED = re.compile(r"\A(?:[a-z-]+ )+(?=[A-Z]{1,2}[a-z])")
"""What stands in front of a name that is spelled with capitals."""
LONGEST_LABEL = 60


def _bare(text: str) -> str:
    """Give a label without the marks around it."""
    return " ".join(text.split()).strip(" *:+")


def bold_label(line: Line) -> str | None:
    """Give the words for a redirect URL that a text begins with as a label: "**Redirect URIs**: Add yours"."""
    first = line.runs[0] if line.runs else None
    if first is None or not first.bold or len(first.text) > LONGEST_LABEL or not find_cue(first.text):
        return None
    if ACTION.match(first.text) or not (first.text.endswith(":") or line.text.startswith(":", first.end)):
        return None
    return _bare(first.text)


def words_of(cue: re.Match[str]) -> str:
    """Give the words of a cue, from the first capital on if it has one: "a valid Callback URL"."""
    return UNCAPPED.sub("", " ".join(cue.group().split()), count=1).removeprefix("valid ")


def spelled(cue: re.Match[str], candidate: Candidate, start: int) -> str:
    """Give the label: words before a colon, bold words with the cue or another, the field's name, or just the cue."""
    line, words = candidate.line, words_of(cue)
    field = BEFORE_COLON.match(line.text[: candidate.start] if candidate.start < REACH else "")
    named = field_name(line, start, candidate)
    bold = [
        run.text
        for run in line.between(candidate.start - REACH, candidate.end + REACH)
        if run.bold and words.lower() in run.text.lower() and len(run.text) <= LONGEST_LABEL
    ]
    beside = [
        run.text
        for run in line.between(start, candidate.start)
        if run.bold and len(run.text) <= LONGEST_LABEL
    ]
    quoted = [said["label"] for said in QUOTED.finditer(line.text, start, candidate.start)]
    for said in ([field[1]] if field else []) + bold + beside + quoted:
        label = _bare(said)
        if (
            find_cue(label)
            and not ACTION.match(label)
            and not label.lower().startswith(("in ", "for ", "under "))
        ):
            return label
    return named or words


def field_at_end(passage: Passage) -> str | None:
    """Give the field that the end of a text is about."""
    line = passage.line
    return field_name(line, len(line.text) - REACH)


def field_name(line: Line, start: int = 0, candidate: Candidate | None = None) -> str | None:
    """Give the field that a sentence is about: "in the **Allowed URLs** field", "set **Allowed URLs** to"."""
    for run in line.between(start, candidate.start if candidate else len(line.text)):
        if not (run.bold or run.style == "code") or len(run.text) > LONGEST_LABEL or "://" in run.text:
            continue
        set_to = SET_TO[0].search(line.text, max(run.start - 20, 0), run.start) and SET_TO[1].match(
            line.text, run.end
        )
        has_own = set_to and candidate and _has_value(line, set_to.end(), candidate)
        if (set_to and not has_own) or FIELD.match(line.text, run.end):
            return _bare(run.text)
    return None


def _has_value(line: Line, at: int, candidate: Candidate) -> bool:
    """Tell whether a field is set to something else than a URL: "set `mode` to `private`"."""
    value = line.run_at(at + 1)
    return value is not None and value.style == "code" and value.end <= candidate.start
