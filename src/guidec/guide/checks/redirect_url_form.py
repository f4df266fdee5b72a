"""What can be wrong with a redirect URL by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from guidec.diagnostics.rules import redirect_urls as rules
from guidec.example_urls import PLACEHOLDER, ip_address, is_loopback, is_on_own_host
from guidec.guide.checks.confusable import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.parse import SplitResult

    from guidec.diagnostics import Rule

OAUTH_PARAMETERS = frozenset(
    (
        "access_token client_id client_secret code code_challenge code_verifier error error_description expires_in "
        "id_token nonce redirect_uri refresh_token response_type scope state token token_type"
    ).split()
)
SECRET_PARAMETER = re.compile(r"secret|passw|token|api_?key|signature", re.IGNORECASE)
ENVIRONMENT = re.compile(
    r"(?:^|[.-])(?:dev|develop|development|staging|stage|stg|test|testing|qa|uat|preview|sandbox)(?:[.-]|$)"
    r"|\.(?:local|internal|test)$"
)
DANGEROUS_PATH = re.compile(
    r"\\|\s|/\.{1,2}(?:/|$)|%2e|%2f|%5c|%20|%25|%7f|%[01][0-9a-f]|%(?![0-9a-f]{2})", re.IGNORECASE
)
"""A backslash, white space, a dot segment; one of these, a percent sign or a control character encoded, or badly so."""
IN_BRACKETS = re.compile(r"\[([^\[\]:]*)\]")
LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)", re.IGNORECASE)
"""A label of a host name (RFC 1123, section 2.1)."""
LONGEST_HOST = 253
NUMBER = re.compile(r"(?:0x[0-9a-f]*|\d+)", re.IGNORECASE)
MOST_PARAMETERS = 50

Finding = tuple["Rule", str]


def wrong_with(url: str) -> Iterator[Finding]:
    """Give each rule that a redirect URL breaks, and what was found."""
    placeholder = PLACEHOLDER.search(url)
    if is_on_own_host(url):
        yield rules.REDIRECT_URL_PLACEHOLDER, f"placeholder `{url.partition('/')[0][:40]}`"
        return
    # In brackets there may be nothing but addresses for `urlsplit`.
    url = IN_BRACKETS.sub(r"{\1}", url)
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        yield rules.REDIRECT_URL_HOST, "malformed host"
        return
    if placeholder:
        yield rules.REDIRECT_URL_PLACEHOLDER, f"placeholder `{placeholder.group()[:40]}`"
    exempt = parts.scheme.lower() == "http" and (is_loopback(host) or PLACEHOLDER.search(parts.netloc))
    if parts.scheme.lower() != "https" and not exempt:
        yield rules.REDIRECT_URL_SCHEME, f"scheme `{parts.scheme[:40]}`"
    if "#" in url:
        yield rules.REDIRECT_URL_FRAGMENT, f"fragment `#{parts.fragment[:40]}`"
    if "*" in url:
        yield rules.REDIRECT_URL_WILDCARD, "wildcard `*`"
    if "@" in parts.netloc:
        yield rules.REDIRECT_URL_USERINFO, "user information"
    yield from _wrong_port(parts, has_placeholder=placeholder is not None)
    yield from _wrong_host(parts, host)
    yield from _wrong_rest(url, parts)


def _wrong_port(parts: SplitResult, *, has_placeholder: bool) -> Iterator[Finding]:
    try:
        wrong = parts.port == 0 or parts.netloc.endswith(":")
    except ValueError:
        wrong = True
    if wrong and not has_placeholder:
        yield rules.REDIRECT_URL_PORT, f"port in `{parts.netloc[:60]}`"


def _wrong_host(parts: SplitResult, host: str) -> Iterator[Finding]:
    labels = host.split(".")
    if host == "localhost" or labels[-1] == "localhost":
        yield rules.REDIRECT_URL_LOCALHOST, f"host `{host[:60]}`"
    elif not host or any(label.startswith("xn--") for label in labels):
        yield rules.REDIRECT_URL_HOST, f"host `{ascii(host)[1:-1][:60]}`"
    elif not parts.netloc.isascii():
        odd = next(character for character in parts.netloc if not character.isascii())
        yield rules.REDIRECT_URL_HOST, f"character {name_of(odd)} in the host"
    elif is_loopback(host):
        return
    elif ip_address(host) or NUMBER.fullmatch(labels[-1]):
        yield rules.REDIRECT_URL_HOST, f"address `{host[:60]}`"
    elif ENVIRONMENT.search(host if labels[-1] in ("local", "internal", "test") else host.rpartition(".")[0]):
        yield rules.REDIRECT_URL_ENVIRONMENT, f"host `{host[:60]}`"
    elif not _is_name(labels) and not PLACEHOLDER.search(parts.netloc) and "*" not in host:
        yield rules.REDIRECT_URL_HOST, f"host `{host[:60]}`"


def _wrong_rest(url: str, parts: SplitResult) -> Iterator[Finding]:
    address = PLACEHOLDER.sub("", url.partition("?")[0])
    path = DANGEROUS_PATH.search(address)
    if path:
        yield rules.REDIRECT_URL_PATH, f"path `{address[max(path.start() - 20, 0) : path.end() + 20]}`"
    rest = PLACEHOLDER.sub("", f"{parts.path}?{parts.query}#{parts.fragment}")
    odd = next((letter for letter in rest if not letter.isascii() or letter < " " or letter == '"'), None)
    if odd:
        yield rules.REDIRECT_URL_CHARACTER, f"character {name_of(odd)}"
    for name, _ in parse_qsl(parts.query, keep_blank_values=True)[:MOST_PARAMETERS]:
        if name.lower() in OAUTH_PARAMETERS or SECRET_PARAMETER.search(name):
            yield rules.REDIRECT_URL_QUERY, f"parameter `{name[:40]}`"


def _is_name(labels: list[str]) -> bool:
    fits = sum(map(len, labels)) + len(labels) - 1 <= LONGEST_HOST
    return len(labels) > 1 and fits and all(map(LABEL.fullmatch, labels))


def is_environment(host: str) -> bool:
    """Tell whether a host is one of development or staging."""
    return is_loopback(host) or ENVIRONMENT.search(host) is not None
