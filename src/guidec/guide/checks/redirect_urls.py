"""Checks of redirect URLs: what the OAuth RFCs forbid, and what is most likely a mistake."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import redirect_urls as rules
from guidec.diagnostics.rules.guide import MISSING_REDIRECT_URL
from guidec.guide.models import AuthMethod, GuideKind
from guidec.guide.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.parse import SplitResult

    from guidec.diagnostics import Rule
    from guidec.guide.checks.checked import Checked
    from guidec.guide.models import Place

OAUTH_PARAMETERS = frozenset(
    (
        "access_token client_id client_secret code code_challenge code_verifier error error_description expires_in "
        "id_token nonce redirect_uri refresh_token response_type scope state token token_type"
    ).split()
)
SECRET_PARAMETER = re.compile(r"secret|passw|token|api_?key|signature", re.IGNORECASE)
PLACEHOLDER = re.compile(r"<[^<>]*>|\{[^{}]*\}|\[[^\[\]]*\]|\bYOUR[-_]|\byour-?[a-z]+", re.IGNORECASE)
ENVIRONMENT = re.compile(
    r"(?:^|[.-])(?:dev|develop|development|staging|stage|stg|test|testing|qa|uat|preview|sandbox)(?:[.-]|$)"
)
CALLBACK_SLUG = re.compile(r"/oauth2?/(?P<slug>[\w-]+)/callback\b", re.IGNORECASE)
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

Finding = tuple["Rule", str]


def redirect_urls(checked: Checked) -> Iterator[Diagnostic]:
    """Find what is wrong with each redirect URL, with all of them together, and where there should be one."""
    for entry in checked.guide.redirect_urls:
        for rule, found in wrong_with(entry.url):
            message = f"Unexpected {found} in redirect URL, expected a complete https URL"
            yield checked.at(rule, message, entry.position)
        yield from _padding(checked, entry.position)
        other = _other_provider(checked, entry.url)
        if other:
            message = f"Unexpected provider `{other}` in redirect URL, expected the guide's own"
            yield checked.at(rules.REDIRECT_URL_PROVIDER, message, entry.position)
    yield from _disagreeing(checked)
    yield from _missing(checked)


def wrong_with(url: str) -> Iterator[Finding]:
    """Give each rule that a redirect URL breaks, and what was found."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        yield rules.REDIRECT_URL_HOST, "malformed host"
        return
    placeholder = PLACEHOLDER.search(url)
    if placeholder:
        yield rules.REDIRECT_URL_PLACEHOLDER, f"placeholder `{placeholder.group()[:40]}`"
    exempt = parts.scheme.lower() == "http" and (_is_loopback(host) or PLACEHOLDER.search(parts.netloc))
    if parts.scheme.lower() != "https" and not exempt:
        yield rules.REDIRECT_URL_SCHEME, f"scheme `{parts.scheme[:40]}`"
    if "#" in url:
        yield rules.REDIRECT_URL_FRAGMENT, f"fragment `#{parts.fragment[:40]}`"
    if "*" in url:
        yield rules.REDIRECT_URL_WILDCARD, "wildcard `*`"
    if "@" in parts.netloc:
        yield rules.REDIRECT_URL_USERINFO, "user information"
    yield from _wrong_host(parts, host, has_placeholder=placeholder is not None)
    yield from _wrong_rest(url, parts)


def _wrong_host(parts: SplitResult, host: str, *, has_placeholder: bool) -> Iterator[Finding]:
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0 and not has_placeholder:
        yield rules.REDIRECT_URL_PORT, f"port in `{parts.netloc[:60]}`"
    if host == "localhost":
        yield rules.REDIRECT_URL_LOCALHOST, "host `localhost`"
    elif not host or not parts.netloc.isascii() or any(label.startswith("xn--") for label in host.split(".")):
        yield rules.REDIRECT_URL_HOST, f"host `{ascii(host)[1:61]}`"
    elif _is_address(host) and not _is_loopback(host):
        yield rules.REDIRECT_URL_HOST, f"address `{host[:60]}`"
    elif ENVIRONMENT.search(host.rpartition(".")[0]):
        yield rules.REDIRECT_URL_ENVIRONMENT, f"host `{host[:60]}`"


def _wrong_rest(url: str, parts: SplitResult) -> Iterator[Finding]:
    path = parts.path
    if (
        "\\" in url
        or "/../" in f"{path}/"
        or "/./" in f"{path}/"
        or "%2f" in path.lower()
        or re.search(r"\s", url)
    ):
        yield rules.REDIRECT_URL_PATH, f"path `{path[:60]}`"
    if "?" in url:
        names = [
            name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True, max_num_fields=None)
        ]
        for name in names[:50]:
            if name in OAUTH_PARAMETERS or SECRET_PARAMETER.search(name):
                yield rules.REDIRECT_URL_QUERY, f"parameter `{name[:40]}`"


def _is_loopback(host: str) -> bool:
    return host in LOOPBACK or host.startswith("127.")


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _padding(checked: Checked, place: Place) -> Iterator[Diagnostic]:
    """Find what stands between a URL and the backticks around it."""
    if place.path is not None:
        return
    text = checked.source.text
    before = re.search(r"`([^`\n]{1,20})$", text[max(place.start.offset - 30, 0) : place.start.offset])
    after = re.match(r"([^`\n]{1,20})`", text[place.end.offset : place.end.offset + 30])
    wrong = [found[1] for found in (before, after) if found and not re.search(r"[\w/<>]", found[1])]
    if wrong:
        message = f"Unexpected `{wrong[0].strip() or ' '}` beside redirect URL in code, expected nothing but the URL"
        yield checked.at(rules.REDIRECT_URL_PADDING, message, place)


def _other_provider(checked: Checked, url: str) -> str | None:
    """Give the provider that a callback's path names, where it is not the guide's; shared parts of names are enough."""
    provider = checked.guide.provider
    match = CALLBACK_SLUG.search(url)
    if provider is None or match is None:
        return None
    found, own = slug(match["slug"]).split("-"), provider.key.split("-")
    compact = "".join(own)
    joined = "".join(found)
    same = joined in compact or compact in joined or set(found) & set(own)
    return None if same else match["slug"]


def _disagreeing(checked: Checked) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for entry in checked.guide.redirect_urls:
        alike = re.sub(r"^https?:", "", entry.url.lower()).rstrip("/")
        first = seen.setdefault(alike, entry.url)
        if first != entry.url:
            message = f"Unexpected redirect URL that differs from `{first[:100]}` only in form, expected one spelling"
            yield checked.at(rules.REDIRECT_URLS_DISAGREE, message, entry.position)


def _missing(checked: Checked) -> Iterator[Diagnostic]:
    guide = checked.guide
    sets_up_oauth = (
        guide.kind is GuideKind.CONNECTOR_PROFILE and guide.auth and guide.auth.method is AuthMethod.OAUTH2
    )
    if sets_up_oauth and not guide.redirect_urls:
        place = checked.cover.title_position or checked.source.span(0, 0)
        message = "Unexpected OAuth guide without redirect URL, expected the URL to register at the provider"
        yield Diagnostic.at(MISSING_REDIRECT_URL, message, place)
