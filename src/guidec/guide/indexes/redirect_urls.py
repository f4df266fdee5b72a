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
    from collections.abc import Iterator

    from guidec.guide.blocks import BlockMaker
    from guidec.guide.passages import Passage


def redirect_urls(maker: BlockMaker) -> list[models.RedirectUrl]:
    """Give the redirect URLs of a guide, each once, in reading order."""
    found: dict[str, models.RedirectUrl] = {}
    for passage, before in _with_context(maker.passages):
        for candidate in candidates(passage):
            label = label_of(candidate, before)
            if label is None or candidate.url in found:
                continue
            found[candidate.url] = models.RedirectUrl(
                url=candidate.url,
                label=label or None,
                section=passage.section,
                step=passage.step,
                position=maker.place(
                    candidate.line.position(candidate.start, candidate.end) or passage.position
                ),
            )
    return list(found.values())


def _with_context(passages: list[Passage]) -> Iterator[tuple[Passage, list[Passage]]]:
    """Give each passage with what a reader has in mind there: the text that leads to it, nearest first."""
    titles: dict[tuple[str | None, str | None], Passage] = {}
    previous: Passage | None = None
    for passage in passages:
        here = (passage.section, passage.step)
        lead = passage.lead if _continues(passage) else None
        context = [lead] if lead else []
        if previous is not None and (previous.section, previous.step) == here and previous not in context:
            context.append(previous)
        if lead and lead.lead:
            context.append(lead.lead)
        context += [titles[key] for key in (here, (passage.section, None)) if key in titles]
        yield passage, [item for item in context if item is not passage]
        if passage.kind == "title":
            titles[here] = passage
        previous = passage


def _continues(passage: Passage) -> bool:
    """Tell whether a passage only goes on with what introduces it; a step says for itself what it is about."""
    return passage.kind != "step" or len(URL.sub("", passage.text).strip()) <= SHORT
