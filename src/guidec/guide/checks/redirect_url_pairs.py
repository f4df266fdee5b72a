"""Redirect URLs of one guide that disagree with each other."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from guidec.diagnostics.rules import redirect_urls as rules
from guidec.example_urls import PLACEHOLDER
from guidec.guide.checks.redirect_url_form import is_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.diagnostics import Diagnostic
    from guidec.guide.checks.checked import Checked
    from guidec.guide.models import RedirectUrl

MADE_UP = re.compile(r"(?:^|[.-])(?:company|your|my|production)|^(?:www\.)?example\.\w+$", re.IGNORECASE)
"""A host that stands for the reader's own."""
PROVIDER = re.compile(r"(?<=/oauth/)[^/]+(?=/callback)|(?<=/oauth2/)[^/]+(?=/callback)", re.IGNORECASE)
"""The name of the provider in a path; a guide is about one."""
MOST_COMPARED = 100
ALIKE = 0.8
"""How alike two names are that were most likely meant to be one."""


def disagreeing(checked: Checked) -> Iterator[Diagnostic]:
    """Find redirect URLs that are another one but for their form, their host, or a slip of the keyboard."""
    known: list[RedirectUrl] = []
    for entry in checked.guide.redirect_urls[:MOST_COMPARED]:
        for first in known:
            what = _difference(first, entry)
            if what:
                message = (
                    f"Unexpected redirect URL that differs from `{first.url[:100]}` {what}, expected one URL"
                )
                yield checked.at(rules.REDIRECT_URLS_DISAGREE, message, entry.position)
                break
        known.append(entry)


def _difference(first: RedirectUrl, second: RedirectUrl) -> str | None:
    """Say in what two URLs differ that should not; None where they may well be two."""
    alike = _form(first.url) == _form(second.url)
    if PLACEHOLDER.search(first.url) or PLACEHOLDER.search(second.url):
        # A server of the reader's own may be without TLS: "If you use it, ..., if not, ...".
        same_scheme = first.url.partition(":")[0] == second.url.partition(":")[0]
        return "only in form" if alike and same_scheme else None
    if alike:
        return "only in form"
    try:
        one, other = urlsplit(first.url), urlsplit(second.url)
        hosts = (one.hostname or "", other.hostname or "")
    except ValueError:
        return None
    if hosts[0] == hosts[1]:
        if one.path != other.path and PROVIDER.sub("*", one.path) == PROVIDER.sub("*", other.path):
            return "in the provider that it names"
        return "by a slip" if _is_slip(one.path, other.path) and one.query == other.query else None
    if one.path == other.path and _is_slip(hosts[0].replace(".", "/"), hosts[1].replace(".", "/")):
        return "by a slip"
    if one.path != other.path or any(is_environment(host) or MADE_UP.search(host) for host in hosts):
        return None
    together = (first.section, first.step) == (second.section, second.step)
    return "in its host" if not together and not _regions(*hosts) else None


def _form(url: str) -> str:
    return re.sub(r"^https?:", "", url.lower()).rstrip("/")


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two paths differ in one name, and only as a misspelt one differs."""
    names = one.split("/"), other.split("/")
    if len(names[0]) != len(names[1]):
        names = names[0][-1:], names[1][-1:]
    different = [(a, b) for a, b in zip(*names, strict=True) if a != b]
    if len(different) != 1:
        return False
    a, b = different[0]
    plain = [re.sub(r"[\d_.-]", "", name) for name in (a, b)]
    return plain[0] != plain[1] and SequenceMatcher(None, a[:60], b[:60]).ratio() >= ALIKE


def _regions(one: str, other: str) -> bool:
    """Tell whether two hosts differ as those of regions do: `api.example.com`, `api.eu1.example.com`."""
    different = set(re.split(r"[.-]", one)) ^ set(re.split(r"[.-]", other))
    return all(re.fullmatch(r"[a-z]{2}\d*|\d+|east|west|north|south|central", label) for label in different)
