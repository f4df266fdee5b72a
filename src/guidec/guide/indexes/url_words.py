"""The words that tell redirect URLs from other URLs, and what paths say of them."""

from __future__ import annotations

import re

CUE = re.compile(
    r"(?:(?:oauth\s?2?(?:\.0)?|app|authori[sz]ed|allowed|valid|web|production|authori[sz]ation|login|sign-?in)\s+){0,5}"
    r"(?<!logout[\s_-])(?<!log[\s_-]out[\s_-])(?<!signout[\s_-])(?<!sign[\s_-]out[\s_-])"
    r"(?:redirect(?:ion)?|call-?\s?back|return|reply)"
    r"(?:[\s_-]*(?:url|uri|link|address|endpoint|domain)(?:s|\(s\))?\b(?:\s+or\s+(?:url|uri)s?\b)?"
    r"|_?ur[li]s?\b)",
    re.IGNORECASE,
)
NAME_ALONE = re.compile(
    r"(?:(?:oauth\s?2?(?:\.0)?|app|authori[sz]ed|allowed|valid|login|sign-?in)\s+){0,3}(?:redirect|call-?back)s?",
    re.IGNORECASE,
)
"""The name of a field for a redirect URL that leaves "URL" away; no more than a label or a cell may say it."""
CUE_WORD = re.compile("redirect|call|return|reply")
"""Stands in all that `CUE` finds, in lower case."""
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
HOOK_PATH = re.compile(r"/web-?hooks?(?:[/?#]|$)", re.IGNORECASE)
"""What providers call; some call its address a callback URL, too."""
CUES = (CUE, OTHER_CUE, SITE_CUE)
ACTION = re.compile(
    r"\b(?:add|allow|allowlist|append|configure|copy|define|enter|fill|include|input|insert|list|make sure|must|needs?|"
    r"paste|provide|put|regist\w+|replace|save|set|should|specify|submit|supply|type|update|use|whitelist|for example|"
    r"e\.g\.|such as)\b",
    re.IGNORECASE,
)
NOT = re.compile(r"\b(?:no|not|without|neither|nor|\w+n't)\s+(?:\w+\s+){0,3}\Z", re.IGNORECASE)
FORBIDS = re.compile(
    r"\b(?:cannot|never|not|\w+n't)\s+(?:add|enter|include|put|register|use)\s+(?:(?:the|an?|your|ur[il]|address)\s+)*"
    r"[\"'“(]*\Z",
    re.IGNORECASE,
)
"""Stands directly in front of a URL that is not to be registered."""
FIELD = re.compile(r"[\"'“”]?\s*(?:field|box|input|setting|list|text box)\b", re.IGNORECASE)
"""Stands behind the name of a field."""
SET_TO = (
    re.compile(r"\bset\s+(?:the\s+|your\s+)?\Z", re.IGNORECASE),
    re.compile(r"\s*(?:to|as|=)\b", re.IGNORECASE),
)
"""Stand around the name of a field."""
STATES = re.compile(r"(?:\bis|\bare|:|=|–|—|->|→|\()[\s\"'“*]*$")
FAILURE = re.compile(
    r"\b(?:(?:is|are) (?:incorrect|wrong)|"
    r"error|mismatch\w*|exception|failed|failure|invalid|denied|refused|does not match|not registered|"
    r"unauthorized|(?:get|post) /|\d{4}-\d\d-\d\d[t ]\d\d:)|\[(?:error|warn|info|debug)\]",
    re.IGNORECASE,
)
PROSE = re.compile(
    r"\b(?:matches|redirected|redirecting|redirects|sends|sent|returns|returned|receives?|lands?)\b",
    re.IGNORECASE,
)
EXAMPLE = re.compile(
    r"\b(?:is|looks?(?: something)? like|reads?|should be|e\.g\.|for example|"
    r"(?:follows?|has|have|in|of) (?:this|the)(?: following)? (?:form|format|pattern))\b",
    re.IGNORECASE,
)


BESIDE = (
    re.compile(rf"{CUE.pattern}[\s\"'“*(]*\Z", re.IGNORECASE),
    re.compile(rf"[\s\"'”*(–—-]*{CUE.pattern}", re.IGNORECASE),
)
"""Words for a redirect URL right in front of the URL, and right behind it."""


def may_hold_cue(text: str) -> bool:
    """Tell, in a tenth of the time, whether it is worth looking for `CUE`."""
    return CUE_WORD.search(text.lower()) is not None


def find_cue(text: str) -> re.Match[str] | None:
    """Find the first words for a redirect URL in a text."""
    return CUE.search(text) if may_hold_cue(text) else None


def says_no_more(before: str, after: str, most: int) -> bool:
    """Tell whether words for a redirect URL stand right beside the URL, in a sentence of `most` characters or fewer."""
    if len(before.strip()) + len(after.strip()) > most:
        return False
    return BESIDE[0].search(before) is not None or BESIDE[1].match(after) is not None
