"""What a guide is about: its kind, the provider, and how the connection authenticates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from guidec.guide.indexes.redirect_labels import speaks_of_redirect_url
from guidec.guide.models import Auth, AuthMethod, Credential, GuideKind, Provider, RedirectUrl
from guidec.guide.provider_names import SEPARATOR, Text, begins_as_many, provider_in
from guidec.guide.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidec.guide.passages import Passage

DASH = r"\s*[–—-]\s*"
PROFILE = re.compile(rf"(?P<subject>.+?)\s+connector\s+profile{DASH}StackOne\s+setup\s+guide", re.IGNORECASE)
LINK = re.compile(rf"Connect\s+(?P<subject>.+?\s+with\s+.+?){DASH}StackOne\s+Hub", re.IGNORECASE)
WITH = re.compile(r"\s+with\s+", re.IGNORECASE)

TITLES = {
    GuideKind.CONNECTOR_PROFILE: "{provider} {auth} connector profile – StackOne setup guide",
    GuideKind.ACCOUNT_LINK: "Connect {provider} with {auth} – StackOne Hub",
}
"""The titles that say what a guide is about, as the patterns above read them."""

WHOSE = (
    r"(?:(?:Personal|Private|Public|User|Admin(?:istrator)?|Tenant|Organi[sz]ation|Internal|Static|Permanent|"
    r"Long[- ]lived|Legacy|Custom|Master)\s+)*"
)
"""What says whose a key or token is or how long it lives; any other word before it names the provider."""
BEARER = r"(?:Access|API|Bearer|Service\s+Account|Bot|Auth(?:entication)?)\s+Token"

METHODS: tuple[tuple[str, AuthMethod], ...] = (
    (
        r"(?:OAuth\s*(?:2(?:\.0)?)?\s*[-–(]?\s*)?(?:Client\s+Credentials|M2M|Machine[- ]to[- ]Machine)(?:\s+Flow)?\)?",
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


LONGEST_TITLE = 400
SAID = r"\b(?:using|via|with)\s+(?:an?\s+|the\s+|your\s+)?(?P<label>{})(?=$|[\s).,:;])"
USER = re.compile(r"(?:user_?name|email(?:_address)?|login)$")
CLIENT_ID = re.compile(r"(?:client|app|application|consumer|oauth)_(?:id|key)$")
CLIENT_SECRET = re.compile(r"(?:client|app|application|consumer|oauth)_secret$")
SIGNING = re.compile(r"private|secret|encryption|signing|access_key")
"""Keys that are used beside others, or to sign with."""
VARIABLE = re.compile(r"[A-Z0-9]+(?:_[A-Z0-9]+)+")


@cache
def _methods(around: str) -> tuple[tuple[re.Pattern[str], AuthMethod], ...]:
    """Give `METHODS` with each pattern where `{}` stands in another one."""
    return tuple(
        (re.compile(around.replace("{}", pattern), re.IGNORECASE), method) for pattern, method in METHODS
    )


@dataclass(frozen=True, slots=True)
class Identity:
    """What a title says."""

    kind: GuideKind
    provider: Provider | None
    auth: Auth | None


def identify(title: str, type_label: str | None, path: str, text: Text) -> Identity:
    """Read a guide's title, then its description.

    `type_label` is what the guide says to select as the type. Of longer ones than a title can be only the beginning is
    read.
    """
    title = title[:LONGEST_TITLE]
    if (match := PROFILE.fullmatch(title)) is not None:
        name, label = split_subject(match["subject"], type_label)
        return Identity(GuideKind.CONNECTOR_PROFILE, provider_of(name), auth_of(label or type_label))
    if (match := LINK.fullmatch(title)) is not None:
        name, label = split_with(match["subject"])
        return Identity(GuideKind.ACCOUNT_LINK, provider_of(name), auth_of(label))
    provider, auth = _from_any_title(title, type_label, PurePosixPath(path).stem, text)
    return Identity(GuideKind.GUIDE, provider, auth or auth_of(_label_in(text.description[:LONGEST_TITLE])))


def title_of(kind: str, provider: str | None, auth: str | None) -> str | None:
    """Write the title from which `identify` reads kind, provider and way to authenticate; None where it cannot say."""
    form = TITLES.get(GuideKind(kind))
    return form.format(provider=provider, auth=auth) if form and provider and auth else None


def split_subject(subject: str, type_label: str | None) -> tuple[str, str | None]:
    """Split "Smartsheet OAuth 2.0" into the provider and the label of the way to authenticate."""
    if type_label and subject.lower().endswith(" " + type_label.lower()):
        return subject[: -len(type_label)].strip(), subject[-len(type_label) :]
    found = [pattern.search(subject) for pattern, _ in _methods(r"(?:^|\s)\(?(?P<label>{})\)?$")]
    first = min((match for match in found if match), key=lambda match: match.start(), default=None)
    if first is None or first.start() == 0:
        return subject, None
    return subject[: first.start()].strip(), first["label"]


def split_with(subject: str) -> tuple[str, str]:
    """Split "Acme with OAuth 2.0" at the first "with" that a known way to authenticate follows, else at the first."""
    places = [(found.start(), found.end()) for found in WITH.finditer(subject)]
    known = (place for place in places if any(p.match(subject, place[1]) for p, _ in _methods(r"(?:{})")))
    start, end = next(known, places[0])
    return subject[:start], subject[end:]


def provider_of(name: str | None) -> Provider | None:
    """Give a provider by the name that a guide uses."""
    name = (name or "").strip(" \t,.:–—-")
    return Provider(name=name, key=slug(name, "provider")) if name else None


def auth_of(label: str | None) -> Auth | None:
    """Give the way to authenticate that a label names; one that no pattern knows is custom."""
    if not label:
        return None
    method = method_in(label) or AuthMethod.CUSTOM
    return Auth(label=label if "(" in label else label.removesuffix(")"), method=method)


def auth_in(
    credentials: list[Credential], redirect_urls: list[RedirectUrl], passages: list[Passage]
) -> Auth | None:
    """Tell the way to authenticate by what the reader registers and copies, where no title names it.

    A redirect URL to register means OAuth 2.0 (RFC 6749, section 3.1.2), and so does one that the text only speaks of,
    beside a client's ID and secret. None where the credentials could mean more than one, as these do alone.
    """
    needed = [credential for credential in credentials if not credential.optional]
    secrets = [credential for credential in needed if credential.secret]
    is_client = any(CLIENT_ID.search(credential.key) for credential in needed) and any(
        CLIENT_SECRET.search(secret.key) for secret in secrets
    )
    if redirect_urls or (is_client and speaks_of_redirect_url(passages)):
        return Auth(label="OAuth 2.0", method=AuthMethod.OAUTH2)
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


def auth_said(passages: Iterable[Passage]) -> Auth | None:
    """Give the way to authenticate that the introduction names: "connect your account using OAuth 2.0"."""
    for passage in passages:
        if passage.section is not None or passage.admonition or passage.kind != "paragraph":
            continue
        searches = (pattern.search(passage.text[:LONGEST_TITLE]) for pattern, _ in _methods(SAID))
        if label := next((found["label"] for found in searches if found), None):
            return auth_of(label)
    return None


def _spoken(label: str, usual: str) -> str:
    """Give a label as people say it: a variable of the environment has none, so what is `usual`."""
    return usual if VARIABLE.fullmatch(label) else label


def method_in(text: str) -> AuthMethod | None:
    """Give the first way to authenticate, in the order of `METHODS`, that a text names."""
    return next((method for pattern, method in _methods(r"\b(?:{})") if pattern.search(text)), None)


REGISTER = (
    r"(?:How to )?(?:Register|Create) (?:your own|an?|your) (?P<provider>.+?) (?:API )?(?:OAuth ?(?:2(?:\.0)?)? )?"
    r"(?:app(?:lication)?|client)(?: .*)?"
)
OBTAIN = (
    r"How (?:to|do I) (?:obtain|get|find|create|generate|configure|set up) (?:your|an?|the) (?P<provider>.+?) "
    r"(?:(?:plugin|app|application|developer) )?(?:credentials|(?:(?:API|access|auth|personal access) )?"
    r"(?:keys?|tokens?|secrets?))(?: .*)?"
)
ANY_TITLE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<provider>.+?){DASH}How do I (?:link|connect) my account\??(?:\s*[(\[].*)?",
        r"How (?:do I|to) (?:link|connect) (?:my|your|an?) (?P<provider>(?-i:[A-Z0-9]).*?) account\??(?:\s*[(\[].*)?",
        REGISTER,
        OBTAIN,
        r"Set(?:ting)? up (?P<provider>.+?) (?:with|for|in|on) .+",
        r"Connect(?:ing)? (?P<provider>.+?) (?:to|with|using|via) .+",
        r"(?:Integrate|Integrating) (?:with )?(?P<provider>.+?)(?: (?:with|using|via) .+)?",
    )
)


REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\Z")
"""Stands behind a name: "Acme (Beta)"."""


def _from_any_title(
    title: str, type_label: str | None, stem: str, text: Text
) -> tuple[Provider | None, Auth | None]:
    label = _label_in(title) or (type_label if method_in(type_label or "") else None)
    for pattern_ in ANY_TITLE:
        match = pattern_.fullmatch(title)
        if match:
            name = REMARK.sub("", split_subject(match["provider"], None)[0])
            return provider_of(name), auth_of(_without(name, label))
    name, own = split_subject(SEPARATOR.split(title)[0], None)
    if own is None or begins_as_many(name) or text.is_word(name):
        return provider_of(provider_in(title, stem, text)), auth_of(label)
    return provider_of(name), auth_of(own)


def _without(name: str, label: str | None) -> str | None:
    """Take the provider's name off a label: "Axiom API token"."""
    return label[len(name) :].lstrip() if label and label.lower().startswith(name.lower() + " ") else label


def _label_in(text: str) -> str | None:
    """Give the first words for a way to authenticate, in the order of `METHODS`, that stand in a text."""
    searches = (pattern.search(text) for pattern, _ in _methods(r"(?:^|[\s(])(?P<label>{})(?:$|[\s).,:])"))
    # A page may be custom in more than one way.
    return next((found["label"] for found in searches if found and found["label"].lower() != "custom"), None)
