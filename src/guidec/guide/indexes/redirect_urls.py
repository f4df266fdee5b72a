"""Redirect URLs: those that the reader is told to register at the provider (RFC 6749, section 3.1.2).

A URL is one where words for it stand nearest (redirect or callback URL, in its own sentence, in the text that
introduces it, or in the title above it), or where its path says so, and where the reader is told to do something with
it. URLs that other words claim (a webhook, a token endpoint), error messages and log lines are none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide import models
from guidec.guide.indexes.redirect_labels import SHORT, label_of
from guidec.guide.indexes.url_words import ACTION
from guidec.guide.indexes.urls import BLANK, URL, candidates

if TYPE_CHECKING:
    from guidec.guide.indexes.urls import Candidate
    from guidec.guide.passages import Passage
    from guidec.guide.reading import Reading


EXAMPLE_OF = re.compile(
    r"\b(?:e\.?g|ex|i\.e|for (?:example|instance)|such as|like)\b[.,:]*\s*[\"'“]*\Z", re.IGNORECASE
)
"""Stands directly in front of a URL that is one of many."""
ON_HOST = re.compile(rf"(?P<host>(?:https?://)?(?:{BLANK}|[^/<{{])+)(?P<path>/.*)")
HOLE = re.compile(r"[<{$\[]")
"""Begins what the reader fills in."""
REACH = 40


def redirect_urls(reading: Reading) -> list[models.RedirectUrl]:
    """Give the redirect URLs of a guide, each once, in reading order."""
    found: dict[str, models.RedirectUrl] = {}
    examples: set[str] = set()
    before_it, called = None, ""
    known = _Known()
    for passage in reading.passages:
        here = [*candidates(passage)]
        before = known.context(passage) if here else []
        known.add(passage, here)
        for candidate in here:
            label, url = label_of(candidate, before), candidate.url
            if label is None or _shows_other(candidate, here):
                continue
            is_example = _is_example(candidate)
            if url in found and (is_example or url not in examples):
                continue
            if not label and passage.kind == "item" and passage.lead is before_it:
                label = called
            before_it, called = passage.lead, label
            # What was no more than an example is registered where the reader is told to.
            found.pop(url, None)
            (examples.add if is_example else examples.discard)(url)
            found[url] = models.RedirectUrl(
                url=url,
                label=label or None,
                section=passage.section,
                step=passage.step,
                position=reading.place(
                    candidate.line.position(candidate.start, candidate.end) or passage.position
                ),
            )
    return list(found.values())


class _Known:
    """What a reader knows at some place of a guide."""

    def __init__(self) -> None:
        self._titles: dict[tuple[str | None, str | None], Passage] = {}
        self._previous: Passage | None = None

    def add(self, passage: Passage, here: list[Candidate]) -> None:
        """Read on, over a passage and the URLs in it; an item of nothing but a URL goes on with the one before."""
        if passage.kind == "title":
            self._titles[passage.section, passage.step] = passage
        previous = self._previous
        beside = previous and previous.kind == passage.kind == "item" and previous.lead is passage.lead
        if passage.text and not (beside and here and _says_little(passage)):
            self._previous = passage

    def context(self, passage: Passage) -> list[Passage]:
        """Give what a reader has in mind at the next passage: the text that leads to it, nearest first."""
        here = (passage.section, passage.step)
        lead = passage.lead if _continues(passage) else None
        context = [lead] if lead else []
        previous = self._previous
        if previous is not None and (previous.section, previous.step) == here and previous not in context:
            context.append(previous)
        if lead and lead.lead:
            context.append(lead.lead)
        return context + [self._titles[key] for key in (here, (passage.section, None)) if key in self._titles]


def _continues(passage: Passage) -> bool:
    """Tell whether a passage only goes on with what introduces it; a step says for itself what it is about."""
    return passage.kind != "step" or _says_little(passage)


def _says_little(passage: Passage) -> bool:
    return len(URL.sub("", passage.text).strip()) <= SHORT


def _is_example(candidate: Candidate) -> bool:
    """Tell whether a URL stands for an example in a text that tells nothing to do."""
    text = candidate.line.text[: candidate.start]
    example = EXAMPLE_OF.search(text, max(candidate.start - REACH, 0))
    return example is not None and not ACTION.search(text[: example.start()])


def _shows_other(candidate: Candidate, here: list[Candidate]) -> bool:
    """Tell whether a URL is an example of one in front, which has a placeholder for the host: `<host>/callback`."""
    own = ON_HOST.match(candidate.url)
    if own is None or not EXAMPLE_OF.search(
        candidate.line.text, max(candidate.start - REACH, 0), candidate.start
    ):
        return False
    before = (ON_HOST.match(one.url) for one in here if one.start < candidate.start)
    return any(one and HOLE.search(one["host"]) and one["path"] == own["path"] for one in before)
