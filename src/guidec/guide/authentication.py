"""Ways to authenticate: how guides write them, and which one a guide names or means."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from guidec.guide.indexes.redirect_mentions import speaks_of_redirect_url
from guidec.guide.models import Auth, AuthMethod, Credential, RedirectUrl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidec.guide.passages import Passage

WHOSE = (
    r"(?:(?:Personal|Private|Public|User|Admin(?:istrator)?|Tenant|Organi[sz]ation|Internal|Static|Permanent|"
    r"Long[- ]lived|Legacy|Custom|Master)\s+)*"
)
"""What says whose a key or token is or how long it lives; any other word before it names the provider."""
BEARER = r"(?:Access|API|Bearer|Service\s+Account|Bot|Auth(?:entication)?)\s+Token"

METHODS: tuple[tuple[str, AuthMethod], ...] = (
    (
        (
            r"(?:OAuth\s*(?:2(?:\.0)?)?\s*[-–(]?\s*)?(?:Client\s+Credentials|M2M|Machine[- ]to[- ]Machine)"
            r"(?:\s+Flow)?\)?|Server[- ]to[- ]Server(?:\s+OAuth(?:\s*2(?:\.0)?)?)?"
        ),
        AuthMethod.OAUTH2_CLIENT_CREDENTIALS,
    ),
    (
        r"OAuth\s*(?:2(?:\.[01])?)?(?:\s*\(?Authorization\s+Code\)?)?|OpenID(?:\s+Connect)?|OIDC",
        AuthMethod.OAUTH2,
    ),
    (rf"{WHOSE}API[- ]?\s*(?:Key|Secret)s?(?:\s+(?:and|&)\s+\w+)?", AuthMethod.API_KEY),
    (r"Basic(?:\s+Auth(?:entication)?)?|User(?:name)?\s*(?:/|&|and)\s*Password", AuthMethod.BASIC),
    (
        rf"{WHOSE}{BEARER}|Token(?:\s+Auth(?:entication)?)?|PAT",
        AuthMethod.TOKEN,
    ),
    (
        r"Custom(?:\s+Auth(?:entication)?)?|Service\s+Account|JWT(?:\s+Bearer)?|Key\s+Pair|Certificate|SAML",
        AuthMethod.CUSTOM,
    ),
)
"""How guides write each way to authenticate; the first pattern that is found names the method."""
LONGEST = 400
"""Of longer texts only so many characters are read."""
SAID = r"\b(?:using|via|with)\s+(?:an?\s+|the\s+|your\s+)?(?P<label>{})(?=$|[\s).,:;])"
USER = re.compile(r"(?:user_?name|email(?:_address)?|login)$")
CLIENT_ID = re.compile(r"(?:client|app|application|consumer|oauth)_(?:id|key)$")
CLIENT_SECRET = re.compile(r"(?:client|app|application|consumer|oauth)_secret$")
SIGNING = re.compile(r"private|secret|encryption|signing|access_key")
"""Keys that are used beside others, or to sign with."""
CLIENT_GRANT = re.compile(r"\bclient[ -]credentials\s+(?:\w+\s+)?(?:flow|grant)\b", re.IGNORECASE)
"""The grant of OAuth 2.0 without a user (RFC 6749, section 4.4)."""
VARIABLE = re.compile(r"[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+|[a-z]+[A-Z]\w*")
TYPE_SAYS = re.compile(r"\btype\b\s*(?:as|to|:|=|→|>)\s*$", re.IGNORECASE)
REACH = 60
"""How far before a word its meaning is looked for, in characters."""


@cache
def methods(around: str) -> tuple[tuple[re.Pattern[str], AuthMethod], ...]:
    """Give `METHODS` with each pattern where `{}` stands in another one."""
    return tuple(
        (re.compile(around.replace("{}", pattern), re.IGNORECASE), method) for pattern, method in METHODS
    )


def method_in(text: str) -> AuthMethod | None:
    """Give the first way to authenticate, in the order of `METHODS`, that a text names."""
    return next((method for pattern, method in methods(r"\b(?:{})") if pattern.search(text)), None)


def label_in(text: str) -> str | None:
    """Give the first words for a way to authenticate, in the order of `METHODS`, that stand in a text."""
    searches = (pattern.search(text) for pattern, _ in methods(r"(?:^|[\s(])(?P<label>{})(?:$|[\s).,:])"))
    # A page may be custom in more than one way.
    return next((found["label"] for found in searches if found and found["label"].lower() != "custom"), None)


def auth_of(label: str | None) -> Auth | None:
    """Give the way to authenticate that a label names; one that no pattern knows is custom."""
    if not label:
        return None
    method = method_in(label) or AuthMethod.CUSTOM
    return Auth(label=label if "(" in label else label.removesuffix(")"), method=method)


def type_label(passages: list[Passage]) -> str | None:
    """Give what the guide tells the reader to select as the type of connection: "Select **Type** as **OAuth 2.0**"."""
    for passage in passages:
        if passage.kind not in ("item", "paragraph") or "type" not in passage.words:
            continue
        line = passage.line
        for run in line.runs:
            if (run.bold or run.style == "code") and TYPE_SAYS.search(
                line.text, max(run.start - REACH, 0), run.start
            ):
                return " ".join(run.text.split()) or None
    return None


def auth_in(
    credentials: list[Credential], redirect_urls: list[RedirectUrl], passages: list[Passage]
) -> Auth | None:
    """Tell the way to authenticate where no title names it: by what the reader registers and copies, else as said."""
    return (
        _auth_needed(credentials, redirect_urls, passages)
        or (_auth_said(passages) if credentials else None)
        or _auth_of_titles(passages)
    )


def _auth_needed(
    credentials: list[Credential], redirect_urls: list[RedirectUrl], passages: list[Passage]
) -> Auth | None:
    """Tell the way to authenticate by what the reader registers and copies.

    A redirect URL to register means OAuth 2.0 (RFC 6749, section 3.1.2), and so does one that the text only speaks of,
    beside a client's ID and secret. These mean the grant without a user where the text says so, and no redirect URL.
    None where the credentials could mean more than one, as these do alone.
    """
    needed = [credential for credential in credentials if not credential.optional]
    secrets = [credential for credential in needed if credential.secret]
    is_client = any(CLIENT_ID.search(credential.key) for credential in needed) and any(
        CLIENT_SECRET.search(secret.key) for secret in secrets
    )
    if redirect_urls or (is_client and speaks_of_redirect_url(passages)):
        return Auth(label="OAuth 2.0", method=AuthMethod.OAUTH2)
    if is_client and any(
        CLIENT_GRANT.search(passage.text) for passage in passages if "client" in passage.words
    ):
        return Auth(label="OAuth 2.0 Client Credentials", method=AuthMethod.OAUTH2_CLIENT_CREDENTIALS)
    if len(secrets) != 1:
        return None
    (secret,) = secrets
    if secret.key.endswith("password"):
        named = any(USER.search(credential.key) for credential in needed)
        return Auth(label="Basic", method=AuthMethod.BASIC) if named else None
    if secret.key.endswith("token"):
        return Auth(label=_spoken(secret.label, "Token"), method=AuthMethod.TOKEN)
    if secret.key.endswith("key") and not SIGNING.search(secret.key):
        return Auth(label=_spoken(secret.label, "API key"), method=AuthMethod.API_KEY)
    return None


def _auth_said(passages: Iterable[Passage]) -> Auth | None:
    """Give the way to authenticate that the introduction names: "connect your account using OAuth 2.0"."""
    for passage in passages:
        if passage.section is not None or passage.admonition or passage.kind != "paragraph":
            continue
        searches = (pattern.search(passage.text[:LONGEST]) for pattern, _ in methods(SAID))
        if label := next((found["label"] for found in searches if found), None):
            return auth_of(label)
    return None


def _auth_of_titles(passages: Iterable[Passage]) -> Auth | None:
    """Give SAML where a title names it: what it asks for, a certificate and addresses, others ask for, too."""
    named = any("saml" in passage.words for passage in passages if passage.kind in ("title", "heading"))
    return auth_of("SAML") if named else None


def _spoken(label: str, usual: str) -> str:
    """Give a label as people say it: a variable of the environment has none, so what is `usual`."""
    return usual if VARIABLE.fullmatch(label) else label
