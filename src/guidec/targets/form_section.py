"""The part of a guide that happens at StackOne: where its reader creates the connector profile, or links the account.

A connector file shows its guide beside that form, so the section is left out of it; its list of fields is
what the form asks for. The section is known by what happens in it, not by its title.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from guidec.guide.models import GuideKind, ListBlock, Section
from guidec.targets.names import snake_case
from guidec.targets.walk import text_of, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guidec.guide.models import Credential, Guide, ListItem

PROFILE = re.compile(r"\b(?:connector|auth(?:entication)?)[ _-](?:profile|config)", re.IGNORECASE)
LINKING = re.compile(r"\bthe Hub\b|\blink(?:ing)?\s+(?:\w+\s+){0,3}accounts?\b", re.IGNORECASE)
STACKONE = re.compile(r"\bStackOne\b", re.IGNORECASE)
DASHBOARD = "app.stackone.com"
LEADING_REMARK = re.compile(r"\([^()]*\)\s*")
TRAILING_REMARK = re.compile(r"\s*(?:[:(–—]|\s-\s)")


def form_section(guide: Guide) -> Section | None:
    """Give the innermost section in which the reader creates a connector profile or links an account.

    It speaks of that, and two of three things are true of it: a title in it says so or names StackOne, a link
    leads to StackOne's dashboard, a list holds the fields to fill in.
    """
    task = LINKING if guide.kind is GuideKind.ACCOUNT_LINK else PROFILE
    at_dashboard = {link.section for link in guide.links if _host(link.url) == DASHBOARD}

    def is_form(section: Section) -> bool:
        parts = list(walk([section]))
        family = [part for part in parts if isinstance(part, Section)]
        titles = " ".join(part.title or "" for part in family)
        if not task.search(titles) and not any(task.search(text_of(part)) for part in parts):
            return False
        signs = (
            task.search(titles) or STACKONE.search(titles),
            any(part.id in at_dashboard for part in family),
            field_list(section, guide.credentials),
        )
        return sum(map(bool, signs)) >= 2

    return innermost(guide.sections, is_form)


def innermost(sections: Iterable[Section], test: Callable[[Section], bool]) -> Section | None:
    """Give the last section with a title that passes `test`, or a section inside it that passes too."""
    found: Section | None = None
    while passing := [section for section in sections if section.title and test(section)]:
        found = passing[-1]
        sections = found.sections
    return found


def fields_to_fill_in(guide: Guide, form: Section | None) -> list[Credential]:
    """Give the credentials that the form asks for: those that its section lists, else all."""
    return (field_list(form, guide.credentials) if form else []) or guide.credentials


def field_list(section: Section, credentials: list[Credential]) -> list[Credential]:
    """Give the credentials that are named by the list in `section` which names most of them."""
    known = {snake_case(credential.label): credential for credential in reversed(credentials)}
    lists = [part for part in walk([section]) if isinstance(part, ListBlock)]
    named = [[field for item in block.items if (field := _field(item, known))] for block in lists]
    return max(named, key=len, default=[])


def _field(item: ListItem, known: dict[str, Credential]) -> Credential | None:
    """Give the credential that an item names: "(Optional) Domain: your subdomain" is "Domain"."""
    text = item.text[match.end() :] if (match := LEADING_REMARK.match(item.text)) else item.text
    ends = [len(text), *(match.start() for match in reversed([*TRAILING_REMARK.finditer(text)]))]
    return next((known[name] for end in ends if (name := snake_case(text[:end])) in known), None)


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
