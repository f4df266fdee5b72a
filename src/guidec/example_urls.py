"""Tells URLs that stand for the reader's own from those that are meant as they are written."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

PLACEHOLDER = re.compile(
    r"<[^<>]*>|\{[^{}]*\}|\[[^\[\]:]*\]|\bYOUR[-_]|\byour-?[a-z]+"
    # Of capitals alone: a host, the first part of one that goes on in small letters, or a port.
    r"|(?-i:(?:(?<=://)|\A)(?!HTTPS?:)[A-Z][A-Z\d_-]*(?=[:/?#]|\Z|\.[a-z]))|(?-i::[A-Z]{2,}(?=[/?#]|\Z))",
    re.IGNORECASE,
)
OWN_URL = r"^(?:https://[^/?#]|http://(?:[^/?#@:]+\.)?(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/?]|$))"
"""What a reader may put in place of an example: https, or a URL of the own machine (RFC 8252, section 7.3)."""

_OWN_HOST = re.compile(r"<[^<>]+>/|\$?\{[^{}]+\}/|\{\{[^{}]+\}\}/|\$\w+/")
"""A URL of which the reader gives even the beginning: `{BASE_URL}/auth/callback`."""
_EXAMPLE_HOST = re.compile(
    r"(?:www\.)?example\.(?:com|net|org)|(?:[^.]+\.)?my-?(?:app|company|domain|site|website)\.[^.]+"
)
"""A domain for examples by itself (RFC 2606), or `mydomain.com`; `api.example.com` may be a made-up product."""


def is_placeholder(url: str) -> bool:
    """Tell whether part of a web address is to be replaced, or all of its host is an example."""
    if is_on_own_host(url):
        return True
    host = _host(url)
    return host is not None and bool(PLACEHOLDER.search(url) or _EXAMPLE_HOST.fullmatch(host))


def is_on_own_host(url: str) -> bool:
    """Tell whether the reader gives even the beginning of a web address."""
    return _OWN_HOST.match(url) is not None


def is_local(url: str) -> bool:
    """Tell whether a web address leads to the reader's own machine."""
    return is_loopback(_host(url) or "")


def is_loopback(host: str) -> bool:
    """Tell whether a host is the reader's own machine (RFC 8252, section 7.3)."""
    address = ip_address(host)
    return address.is_loopback if address else host == "localhost" or host.endswith(".localhost")


def ip_address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Give the address that a host is, None where it is a name."""
    if ":" not in host and not host[-1:].isdigit():  # asking for what is none takes 8 µs
        return None
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _host(url: str) -> str | None:
    """Give the host of a web address, which is empty where there can be none; None for anything else."""
    if not re.match(r"https?://", url, re.IGNORECASE):
        return None
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
