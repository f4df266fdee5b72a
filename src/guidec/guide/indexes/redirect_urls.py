"""Redirect URLs: those that the reader is told to register at the provider (RFC 6749, section 3.1.2).

A URL is one where words for it stand nearest (redirect or callback URL, in its own sentence, in the text that
introduces it, or in the title above it), or where its path says so, and where the reader is told to do something with
it. URLs that other words claim (a webhook, a token endpoint), error messages and log lines are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide import models
from guidec.guide.indexes.redirect_labels import SHORT, label_of
from guidec.guide.indexes.urls import URL, candidates

if TYPE_CHECKING:
    from guidec.guide.passages import Passage
    from guidec.guide.reading import Reading


def redirect_urls(reading: Reading) -> list[models.RedirectUrl]:
    """Give the redirect URLs of a guide, each once, in reading order."""
    found: dict[str, models.RedirectUrl] = {}
    known = _Known()
    for passage in reading.passages:
        here = [*candidates(passage)]
        before = known.context(passage) if here else []
        known.add(passage)
        for candidate in here:
            label = label_of(candidate, before)
            if label is None or candidate.url in found:
                continue
            found[candidate.url] = models.RedirectUrl(
                url=candidate.url,
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

    def add(self, passage: Passage) -> None:
        """Read on, over a passage."""
        if passage.kind == "title":
            self._titles[passage.section, passage.step] = passage
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
    return passage.kind != "step" or len(URL.sub("", passage.text).strip()) <= SHORT
