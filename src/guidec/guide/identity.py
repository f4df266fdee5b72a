"""What a guide is about: its kind, the provider, and how the connection authenticates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from guidec.guide.authentication import auth_of, label_in, method_in, methods
from guidec.guide.models import GuideKind, Provider
from guidec.guide.provider_names import FORMER, ROLE, SEPARATOR, begins_as_many, has_no_name, provider_in
from guidec.guide.slugs import slug

if TYPE_CHECKING:
    from guidec.guide.models import Auth
    from guidec.guide.provider_names import Text

DASH = r"\s*[–—-]\s*"
PROFILE = re.compile(rf"(?P<subject>.+?)\s+connector\s+profile{DASH}StackOne\s+setup\s+guide", re.IGNORECASE)
LINK = re.compile(rf"Connect\s+(?P<subject>.+?\s+with\s+.+?){DASH}StackOne\s+Hub", re.IGNORECASE)
WITH = re.compile(r"\s+with\s+", re.IGNORECASE)

TITLES = {
    GuideKind.CONNECTOR_PROFILE: "{provider} {auth} connector profile – StackOne setup guide",
    GuideKind.ACCOUNT_LINK: "Connect {provider} with {auth} – StackOne Hub",
}
"""The titles that say what a guide is about, as the patterns above read them."""

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
LAST = r"(?:^|\s)\(?(?P<label>{})\)?$"
"""Where the label of a way to authenticate ends a name."""
REMARKED = r"(?:^|\s)(?P<label>(?:{})(?:\s+[-–—]\s+[^()]{1,60})?(?:\s*\([^()]{1,80}\))?)$"
"""The same with what tells it from others of the provider: "OAuth 2.0 (Bot Token)", "Service Account - REST"."""
LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Identity:
    """What a title says, or else the description: whom the guide is for, the provider, the way to authenticate."""

    kind: GuideKind
    provider: Provider | None
    auth: Auth | None


def identify(title: str, type_label: str | None, path: str, text: Text) -> Identity:
    """Read a guide's title, then its description.

    `type_label` is what the guide says to select as the type. Of a title or description of more than `LONGEST_TITLE`
    characters only the beginning is read.
    """
    title = title[:LONGEST_TITLE]
    if (match := PROFILE.fullmatch(title)) is not None:
        name, label = split_subject(match["subject"], type_label, REMARKED, LAST)
        return Identity(GuideKind.CONNECTOR_PROFILE, provider_of(name), auth_of(label or type_label))
    if (match := LINK.fullmatch(title)) is not None:
        name, label = split_with(match["subject"])
        return Identity(GuideKind.ACCOUNT_LINK, provider_of(name), auth_of(label))
    provider, auth = _from_any_title(title, type_label, _called(PurePosixPath(path), text), text)
    return Identity(GuideKind.GUIDE, provider, auth or auth_of(label_in(text.description[:LONGEST_TITLE])))


def _called(path: PurePosixPath, text: Text) -> str:
    """Give what a page is called in its address: by its file, or by the folder that holds nothing but its guide."""
    is_first = text.connects and path.stem.lower() in ("index", "readme")
    return path.parent.name if is_first else path.stem


def title_of(kind: str, provider: str | None, auth: str | None) -> str | None:
    """Write the title from which `identify` reads kind, provider and way to authenticate; None where it cannot say."""
    form = TITLES.get(GuideKind(kind))
    return form.format(provider=provider, auth=auth) if form and provider and auth else None


def split_subject(subject: str, type_label: str | None, *around: str) -> tuple[str, str | None]:
    """Split "Smartsheet OAuth 2.0" into the provider and the label of the way to authenticate."""
    if type_label and subject.lower().endswith(" " + type_label.lower()):
        return subject[: -len(type_label)].strip(), subject[-len(type_label) :]
    found = [pattern.search(subject) for form in around or (LAST,) for pattern, _ in methods(form)]
    first = min((match for match in found if match), key=lambda match: match.start(), default=None)
    if first is None or first.start() == 0:
        return subject, None
    return subject[: first.start()].strip(), first["label"]


def split_with(subject: str) -> tuple[str, str]:
    """Split "Acme with OAuth 2.0" at the first "with" that a known way to authenticate follows, else at the first."""
    places = [(found.start(), found.end()) for found in WITH.finditer(subject)]
    known = (place for place in places if any(p.match(subject, place[1]) for p, _ in methods(r"(?:{})")))
    start, end = next(known, places[0])
    return subject[:start], subject[end:]


def provider_of(name: str | None) -> Provider | None:
    """Give a provider by the name that a guide uses."""
    name = (name or "").strip(" \t,.:–—-")
    return Provider(name=name, key=slug(name, "provider")) if name else None


def _from_any_title(
    title: str, type_label: str | None, stem: str, text: Text
) -> tuple[Provider | None, Auth | None]:
    label = label_in(title) or (type_label if method_in(type_label or "") else None)
    for pattern_ in ANY_TITLE:
        match = pattern_.fullmatch(title)
        if match and not has_no_name(match["provider"]):
            name = REMARK.sub("", split_subject(FORMER.sub("", match["provider"]), None)[0])
            return provider_of(ROLE.sub("", name)), auth_of(_without(name, label))
    name, own = split_subject(SEPARATOR.split(title)[0], None)
    if own is None or begins_as_many(name) or text.is_word(name):
        return provider_of(provider_in(title, stem, text)), auth_of(label)
    return provider_of(name), auth_of(own)


def _without(name: str, label: str | None) -> str | None:
    """Take the provider's name off a label: "Axiom API token"."""
    return label[len(name) :].lstrip() if label and label.lower().startswith(name.lower() + " ") else label
