"""Redirect URLs: those that the reader is told to register at the provider (RFC 6749, section 3.1.2).

A URL is one where words for it stand nearest (redirect or callback URL, in its own sentence, in the text that
introduces it, or in the title above it), or where its path says so, and where the reader is told to do something with
it. URLs that other words claim (a webhook, a token endpoint), error messages and log lines are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidec.guide import models
from guidec.guide.indexes.runs import Line, Run, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.blocks import BlockMaker
    from guidec.guide.passages import Passage

URL = re.compile(r"\bhttps?://(?:\[[\da-f:.]+\])?[^\s\"'`|^\[\]“”‘’«»]+", re.IGNORECASE)
CUSTOM_URL = re.compile(r"\b[a-z][a-z0-9+.-]{1,40}://[^\s\"'`|\\^\[\]]+", re.IGNORECASE)
PADDING = ".,;:!?*_\\\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
BRACKETS = {")": "(", "}": "{", ">": "<"}
CUE = re.compile(
    r"(?:(?:oauth\s?2?(?:\.0)?|app|authori[sz]ed|allowed|valid|web|production|authori[sz]ation|login|sign-?in)\s+){0,5}"
    r"(?:redirect(?:ion)?|call-?\s?back|return|reply)"
    r"(?:[\s_-]*(?:url|uri|link|address|endpoint|domain)(?:s|\(s\))?\b(?:\s+or\s+(?:url|uri)s?\b)?"
    r"|_?ur[li]s?\b)",
    re.IGNORECASE,
)
OTHER_CUE = re.compile(
    r"\b(?:web-?hooks?|saml|acs|assertion consumer|(?:access )?token (?:url|uri|endpoint)|authori[sz](?:ation|e) "
    r"(?:url|uri|endpoint|server)|auth url|scopes?|logout|sign-?out|discovery|metadata|jwks|user ?info|issuer)\b",
    re.IGNORECASE,
)
"""Words for URLs that OAuth and its neighbours use for something else."""
SITE_CUE = re.compile(
    r"\b(?:home ?page|web ?site|privacy|terms|documentation|docs|java ?script origins?|"
    r"(?:app(?:lication)?|base|instance|"
    r"api|launch|install(?:ation)?|support|server|login|site|organi[sz]ation|company|account|portal) "
    r"(?:url|uri|endpoint|"
    r"domain)s?)\b",
    re.IGNORECASE,
)
"""Words for addresses of sites; a path that says "OAuth callback" weighs more."""
PATH = re.compile(
    r"/(?:[\w-]*[-_])?(?:callback|oauth2?-?_?redirect|oauth_?callback|signin-oidc|auth/redirect|oauth2?/redirect|oauth2/idpresponse)"
    r"(?:[/?#.]|$)|/auth/handler$|/login/oauth2?/code\b|/redirect_?ur[il]$",
    re.IGNORECASE,
)
OTHER_PATH = re.compile(
    r"web-?hook|saml|/acs\b|/token\b|/authori[sz]e\b|/scopes?[/.]|\.well-known|/docs?/|/hc/|\.(?:png|jpe?g|svg|gif|html?)$",
    re.IGNORECASE,
)
CUES = (CUE, OTHER_CUE, SITE_CUE)
ACTION = re.compile(
    r"\b(?:add|allow|allowlist|append|configure|copy|define|enter|fill|include|input|insert|list|make sure|must|needs?|"
    r"paste|provide|put|regist\w+|replace|save|set|should|specify|submit|supply|type|update|use|whitelist|for example|"
    r"e\.g\.|such as)\b",
    re.IGNORECASE,
)
STATES = re.compile(r"(?:\bis|\bare|:|=|–|—|->|→|\()[\s\"'“*]*$")
FAILURE = re.compile(
    r"\b(?:error|mismatch\w*|exception|failed|failure|invalid|denied|refused|does not match|not registered|"
    r"unauthorized|(?:get|post) /|\d{4}-\d\d-\d\d[t ]\d\d:)|\[(?:error|warn|info|debug)\]",
    re.IGNORECASE,
)
PROSE = re.compile(
    r"\b(?:redirected|redirects|sends|sent|returns|returned|receives?|lands?)\b", re.IGNORECASE
)
REACH = 500
"""How far around a URL words count, in characters."""
SHORT = 60
"""With so few characters around it a URL is all that a passage says."""
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z(\"“])|\n{2,}")
DATA_LANGUAGES = frozenset(
    {None, "", "text", "txt", "plain", "plaintext", "http", "https", "url", "uri", "none"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A URL in a passage."""

    url: str
    start: int
    end: int
    line: Line
    passage: Passage
    run: Run | None


def redirect_urls(maker: BlockMaker) -> list[models.RedirectUrl]:
    """Give the redirect URLs of a guide, each once, in reading order."""
    found: dict[str, models.RedirectUrl] = {}
    for passage, before in _with_context(maker.passages):
        for candidate in _candidates(passage):
            label = _label(candidate, before)
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


def _candidates(passage: Passage) -> Iterator[Candidate]:
    if passage.kind == "code" and not _is_data(passage):
        return
    line = line_of(passage)
    for match in URL.finditer(line.text):
        url = trim(match.group())
        if len(url) > len("https://"):
            run = line.run_at(match.start())
            yield Candidate(url, match.start(), match.start() + len(url), line, passage, run)
    for run in line.runs:
        if (
            run.style == "link"
            and run.url
            and PATH.search(run.url)
            and URL.match(run.url)
            and not URL.search(run.text)
        ):
            yield Candidate(run.url, run.start, run.end, line, passage, run)


def _is_data(passage: Passage) -> bool:
    """Tell whether a block of code is nothing but URLs, one on a line."""
    lang = getattr(passage.content[0], "lang", None)
    lines = (row.strip().rstrip(",;") for row in passage.text.splitlines())
    rows = [row for row in lines if row and not row.startswith(("#", "//"))]
    return (
        bool(rows)
        and (lang or "").lower() in DATA_LANGUAGES | {"bash", "sh", "shell"}
        and all(map(URL.fullmatch, rows))
    )


def trim(url: str) -> str:
    """Cut what belongs to the sentence around a URL: trailing punctuation, and brackets that it does not open."""
    unopened = {closing: url.count(closing) - url.count(opening) for closing, opening in BRACKETS.items()}
    end = len(url)
    while end and (url[end - 1] in PADDING or unopened.get(url[end - 1], 0) > 0):
        end -= 1
        if url[end] in unopened:
            unopened[url[end]] -= 1
    return url[:end]


def _label(candidate: Candidate, context: list[Passage]) -> str | None:
    """Give what the guide calls a URL, "" where its path alone tells it; None where it is no redirect URL."""
    passage, text = candidate.passage, candidate.line.text
    if OTHER_PATH.search(candidate.url) and not PATH.search(candidate.url):
        return None
    start, end = _sentence(text, candidate.start, candidate.end)
    before, after = text[start : candidate.start], text[candidate.end : end]
    if FAILURE.search(text[max(start - 80, 0) : end + 80].replace(candidate.url, "")):
        return None
    if passage.column or passage.kind == "cell":
        return _cell_label(candidate)
    own = _nearest(before, after)
    told_by_path = PATH.search(candidate.url) and ACTION.search(before + after)
    if own is not None and own.re is SITE_CUE and told_by_path:
        return own.group().strip()
    if own is not None:
        is_told = ACTION.search(before + after) or STATES.search(before) or passage.kind in ("item", "code")
        mere_prose = PROSE.search(before + after) and not ACTION.search(before + after)
        return _spelled(own, candidate) if own.re is CUE and is_told and not mere_prose else None
    alone = len(before.strip()) + len(after.strip()) <= SHORT
    for number, item in enumerate(context):
        said = item.text[-REACH:]
        cue = _last(CUE, said)
        leads = item.kind == "title" or number == 0 or said.rstrip().endswith(":")
        if cue and leads and (alone or PATH.search(candidate.url)) and not _claimed(said, cue):
            return cue.group().strip()
    told = ACTION.search(before + after) or (
        alone and any(ACTION.search(item.text[-REACH:]) for item in context[:2])
    )
    return "" if PATH.search(candidate.url) and told and not PROSE.search(before + after) else None


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the sentence around a stretch of text starts and ends, as far as `REACH` allows."""
    first, last = max(start - REACH, 0), min(end + REACH, len(text))
    for stop in SENTENCE_END.finditer(text, first, last):
        if stop.end() <= start:
            first = stop.end()
        elif stop.start() >= end:
            return first, stop.start()
    return first, last


def _nearest(before: str, after: str) -> re.Match[str] | None:
    """Give the words for a kind of URL that stand nearest: in front of it if there are any, else behind it."""
    plain = URL.sub(lambda match: "\0" * len(match.group()), before)
    fronts = [match for pattern in CUES for match in pattern.finditer(plain)]
    if fronts:
        return max(fronts, key=lambda match: (match.end(), match.re is CUE))
    behind = URL.split(after, maxsplit=1)[0]
    backs = [match for pattern in CUES if (match := pattern.search(behind))]
    return min(backs, key=lambda match: match.start(), default=None)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed([*pattern.finditer(text)]), None)


def _claimed(text: str, cue: re.Match[str]) -> bool:
    """Tell whether other words stand nearer to the end of a lead than the words for a redirect URL."""
    others = (_last(pattern, text) for pattern in (OTHER_CUE, SITE_CUE))
    return any(other is not None and other.start() >= cue.end() for other in others)


def _spelled(cue: re.Match[str], candidate: Candidate) -> str:
    """Give the label: the words before a colon, else the bold words that hold the cue, else the cue."""
    line, words = candidate.line, " ".join(cue.group().split())
    field = re.match(r"\s*([^:.,\n]{2,60}?)\s*:\s*$", line.text[: candidate.start])
    bold = [
        run.text
        for run in line.runs
        if run.bold and words.lower() in run.text.lower() and len(run.text) <= 60
    ]
    for said in ([field[1]] if field else []) + bold:
        label = " ".join(said.split()).strip(" *:+")
        if (
            CUE.search(label)
            and not ACTION.match(label)
            and not label.lower().startswith(("in ", "for ", "under "))
        ):
            return label
    return words


def _cell_label(candidate: Candidate) -> str | None:
    passage = candidate.passage
    for said in (passage.column, passage.row):
        if said and CUE.search(said) and candidate.url not in said:
            return said
    own = _nearest(candidate.line.text[: candidate.start], candidate.line.text[candidate.end :])
    return own.group().strip() if own is not None and own.re is CUE else None
