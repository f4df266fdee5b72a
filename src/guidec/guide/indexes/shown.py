"""URLs that a program shows, in an error message or a log, and that nobody is told to register."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.indexes.url_words import ACTION, FAILURE, PROSE
from guidec.guide.indexes.urls import URL
from guidec.mdx import nodes

if TYPE_CHECKING:
    from guidec.guide.indexes.urls import Candidate

AROUND = 80
"""So many characters around a sentence that tells nothing may say that it is about a failure."""
REQUEST = re.compile(r"\b(?:GET|POST|PUT|HEAD|OPTIONS|Location:)\s+\Z")
REFUSAL = re.compile(r"\b(?:unknown|rejected|not (?:\w+ed|found|valid))\b", re.IGNORECASE)
GOES_ON = re.compile(r"[,;:]?\s+(?!(?:and|or)\b|https?:)[A-Za-z]+\s+\S")
"""Words behind a URL in code: a command has options there, a message goes on."""
THEN = re.compile(
    rf"[,;—–]\s+(?:then\s+|please\s+|you (?:must|should|need to|have to)\s+)?(?:ensure|check|verify|{ACTION.pattern})",
    re.IGNORECASE,
)
"""The clause behind a failure that says what to do."""
ELSE = re.compile(r"\b(?:avoid|prevent|otherwise|or else|so that|without|fix|solve|resolve)\b", re.IGNORECASE)
"""Words between what to do and the failure that it keeps away."""


def is_shown(candidate: Candidate, start: int, end: int) -> bool:
    """Tell whether a URL in the sentence from `start` to `end` is part of what a program says."""
    text = candidate.line.text
    if _is_message(candidate):
        return True
    reach = 0 if ACTION.search(text, start, candidate.start) else AROUND
    before = text[max(start - reach, 0) : candidate.start]
    failures = list(FAILURE.finditer(before))
    if failures and not THEN.search(before, failures[-1].end()):
        return True
    after = text[candidate.end : end + reach].replace(candidate.url, "")
    failure = FAILURE.search(after)
    return failure is not None and not ELSE.search(after, 0, failure.start())


def _is_message(candidate: Candidate) -> bool:
    """Tell whether a URL stands in code that says something about it."""
    run = candidate.run
    if run is None or not isinstance(run.node, nodes.InlineCode):
        return False
    before = run.text[: candidate.start - run.start]
    after = run.text[candidate.end - run.start :]
    words = URL.sub("", run.text)
    shown = FAILURE.search(words) or REFUSAL.search(words) or PROSE.search(before) or REQUEST.search(before)
    return bool(shown or GOES_ON.match(after))
