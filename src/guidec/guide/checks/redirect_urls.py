"""Checks of redirect URLs: what the OAuth RFCs forbid, and what is most likely a mistake."""

from __future__ import annotations

import re
from string import digits
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import redirect_urls as rules
from guidec.diagnostics.rules.guide import MISSING_REDIRECT_URL
from guidec.example_urls import PLACEHOLDER
from guidec.guide.checks.confusable import reads_as
from guidec.guide.checks.nearest import LONGEST, edit_distance
from guidec.guide.checks.redirect_url_form import is_environment, wrong_with
from guidec.guide.checks.redirect_url_pairs import disagreeing
from guidec.guide.checks.redirect_urls_in_code import misspelt_in_code
from guidec.guide.checks.redirect_urls_in_text import misspelt_in_text
from guidec.guide.indexes.redirect_mentions import copies_redirect_url
from guidec.guide.indexes.url_words import find_cue
from guidec.guide.indexes.urls import trim
from guidec.guide.models import AuthMethod, GuideKind
from guidec.guide.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.checks.checked import Checked
    from guidec.guide.models import RedirectUrl

CALLBACK_SLUG = re.compile(
    r"/(?:oauth2?|auth)/(?!(?:api|auth|external|login|oauth2?|oidc|openid|provider|saml|sign-?in|social|sso|user|v\d+|web)/)"
    r"(?P<slug>[\w-]+)/(?:callback|redirect)\b|/(?:callback|redirect)/(?P<last>[\w-]+)/?$",
    re.IGNORECASE,
)
"""Where the path of a callback names a provider; words of OAuth and of products name none."""
NO_REDIRECT = re.compile(r"\b(?:password|service account|jwt|device)\b", re.IGNORECASE)
"""Names a grant of OAuth that sends nobody anywhere: RFC 6749, section 4.3, RFC 7523 and RFC 8628."""
SITE = "stackone"
SITE_KINDS = (GuideKind.CONNECTOR_PROFILE, GuideKind.ACCOUNT_LINK)
"""The kinds of guides whose titles say that they set up this site, so that its name stands in their redirect URLs."""


def redirect_urls(checked: Checked) -> Iterator[Diagnostic]:
    """Find what is wrong with each redirect URL, with all of them together, and where there should be one."""
    known = {entry.url for entry in checked.guide.redirect_urls}
    for entry in checked.guide.redirect_urls:
        for rule, found in wrong_with(entry.url):
            message = f"Unexpected {found} in redirect URL, expected a complete https URL"
            yield checked.at(rule, message, entry.position, _mended(entry.url) if rule in MENDED else None)
        yield from _other_provider(checked, entry)
    for link in checked.guide.links:
        if link.url != trim(link.url) in known:
            message = (
                f"Unexpected `{link.url[-1]}` behind the redirect URL of a link, expected nothing but the URL"
            )
            yield checked.at(rules.REDIRECT_URL_PADDING, message, link.position)
    beside = [*misspelt_in_code(checked), *misspelt_in_text(checked)]
    yield from beside
    yield from disagreeing(checked)
    if not checked.guide.redirect_urls and not beside:
        yield from _missing(checked)


MENDED = (rules.REDIRECT_URL_HOST, rules.REDIRECT_URL_CHARACTER)


def _mended(url: str) -> str | None:
    """Give a URL as it reads, where that is another one without strange characters."""
    mended = reads_as(url)
    return mended if mended != url and mended.isascii() else None


def _other_provider(checked: Checked, entry: RedirectUrl) -> Iterator[Diagnostic]:
    named = _slug(checked, entry.url)
    if named:
        message = f"Unexpected provider `{named}` in redirect URL, expected the guide's own"
        yield checked.at(rules.REDIRECT_URL_PROVIDER, message, entry.position)
    elif checked.guide.kind in SITE_KINDS and (host := _foreign_host(checked, entry.url)):
        message = (
            f"Unexpected host `{host[:60]}` in redirect URL, expected one of {SITE}, whose guide this is"
        )
        yield checked.at(rules.REDIRECT_URL_PROVIDER, message, entry.position)


def _slug(checked: Checked, url: str) -> str | None:
    """Give the provider that a callback's path names, where it is not the guide's; shared parts of names are enough."""
    provider = checked.guide.provider
    match = CALLBACK_SLUG.search(url)
    if provider is None or match is None:
        return None
    # What stands behind the callback is the provider's name in some products only.
    name = match["slug"] or (match["last"] if checked.guide.kind in SITE_KINDS else None)
    if name is None:
        return None
    found, own = slug(name).split("-"), provider.key.split("-")
    compact = "".join(own)
    joined = "".join(found)
    same = joined in compact or compact in joined or set(found) & set(own) or _abbreviates(joined, own)
    if any(
        action.id.lower().replace("-", "_").startswith(f"{'_'.join(found)}_")
        for action in checked.guide.actions
    ):
        return None
    return None if same and not _is_slip(joined, compact) else name


def _abbreviates(name: str, words: list[str]) -> bool:
    """Tell whether a name is made of a provider's words, one of them in full, others by their first letters."""
    ends = {(0, False)}
    for word in words:
        parts = ((word, len(word) > 2 and word.isalpha()), (word[:1], False))
        ends |= {
            (at + len(part), full or is_full)
            for at, is_full in ends
            for part, full in parts
            if part and name.startswith(part, at)
        }
    return (len(name), True) in ends


def _is_slip(written: str, meant: str) -> bool:
    """Tell whether a name is another one with a slip of the keyboard; a number at its end is that of a version."""
    alike = abs(len(written) - len(meant)) <= 1 and written.rstrip(digits) != meant.rstrip(digits)
    return alike and len(written) <= LONGEST and edit_distance(written, meant) == 1


def _foreign_host(checked: Checked, url: str) -> str | None:
    """Give a host that is neither that of the site nor the provider's own."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    if not host.isascii() or PLACEHOLDER.search(parts.netloc) or is_environment(host):
        return None
    owner = host.split(".")[-2:][0]
    own = "".join(checked.guide.provider.key.split("-")) if checked.guide.provider else SITE
    return None if owner == SITE or own in host.replace("-", "") else host


def _texts(checked: Checked) -> Iterator[str]:
    return (passage.text for passage in checked.passages)


def _missing(checked: Checked) -> Iterator[Diagnostic]:
    guide = checked.guide
    auth = guide.auth
    is_oauth = auth is not None and auth.method is AuthMethod.OAUTH2 and not NO_REDIRECT.search(auth.label)
    # Who only signs in to an app that exists registers nothing.
    makes_app = guide.kind is GuideKind.CONNECTOR_PROFILE or any(
        credential.key.endswith("client_secret") for credential in guide.credentials
    )
    taken = guide.kind is GuideKind.GUIDE and copies_redirect_url(checked.passages)
    # Who links an account makes an app only where the guide says so.
    elsewhere = guide.kind is GuideKind.ACCOUNT_LINK and not any(map(find_cue, _texts(checked)))
    if is_oauth and makes_app and not (taken or elsewhere):
        place = checked.cover.title_position or checked.source.span(0, 0)
        message = "Unexpected OAuth guide without redirect URL, expected the URL to register at the provider"
        yield Diagnostic.at(MISSING_REDIRECT_URL, message, place)
