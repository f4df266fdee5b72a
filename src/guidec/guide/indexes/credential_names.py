"""Which of several names stands for a credential: the full one, that of the field, or one that the guide equates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.indexes.fields import OWNER
from guidec.guide.indexes.mentions import Mention, Naming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GENERIC = frozenset({"id", "key", "secret", "token", "password", "certificate"})
"""What a credential is called for short, once its full name has been said."""
OTHERS = re.compile(rf"(?:{OWNER}|dev|live|prod|sandbox|stag|test)[a-z]*_", re.IGNORECASE)
"""Begins the key of what may be another: that of an app beside that of a user, or of an environment."""


def names_of(mentions: list[Mention], same: list[tuple[str, str]]) -> dict[str, str]:
    """Give for each key the one that stands for it: a short name for the full one, "LWA client ID" for the field.

    `same` holds pairs of keys that the guide says to mean the same; the firmer one stands for both.
    """
    naming: dict[str, Naming] = {}
    for mention in mentions:
        naming[mention.key] = max(mention.naming, naming.get(mention.key, Naming.VARIABLE))
    fields = {key for key, how in naming.items() if how is Naming.FIELD}
    fuller = {key: _fuller(key, fields, mentions) for key in fields & GENERIC}
    longer: dict[str, str] = {}
    for key in sorted(naming, key=naming.__getitem__, reverse=True):
        for end in _ends(key):
            longer.setdefault(end, key)
    named = {key: key if key in fields else _named(key, naming, fields, longer) for key in naming}
    called = {key: fuller.get(name) or name for key, name in named.items()}
    for one, other in [*same, *_written_apart(naming), *_of_one_owner(naming)]:
        ours, theirs = called.get(one), called.get(other)
        if ours and theirs and ours != theirs:
            best, rest = (theirs, ours) if naming[theirs] > naming[ours] else (ours, theirs)
            called = {key: best if name == rest else name for key, name in called.items()}
    return called


def _written_apart(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give pairs of keys that differ only in where words end, or in a short form: `user_name`, `app_id`."""
    known: dict[str, str] = {}
    for key in keys:
        together = known.setdefault(key.replace("application", "app").replace("_", ""), key)
        if together != key:
            yield together, key


def _of_one_owner(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give pairs of keys of which one says whose it is, `acme_app_id` and `app_id`, where one owner has several."""
    known = set(keys)
    owned: dict[str, list[str]] = {}
    for key in known:
        for end in _ends(key):
            if end != key and "_" in end and end in known and not OTHERS.match(key):
                owned.setdefault(key[: -len(end)], []).append(end)
    owners = [owner for owner, ends in owned.items() if len(ends) > 1]
    if len(owners) == 1:
        yield from ((end, owners[0] + end) for end in owned[owners[0]])


def _fuller(key: str, fields: set[str], mentions: list[Mention]) -> str | None:
    """Give the one field of another list that is called the same in full: "Secret" for "Client Secret"."""
    full = [field for field in fields if field.endswith("_" + key)]
    if len(full) != 1:
        return None
    short, long = ({one.passage.lead for one in mentions if one.key == name} for name in (key, full[0]))
    return full[0] if short.isdisjoint(long) else None


def _named(key: str, naming: dict[str, Naming], fields: set[str], longer: dict[str, str]) -> str:
    field, full = _field_in(key, fields) or _variable_of(key, naming), longer[key]
    if field or full == key:
        return field or key
    return full if key in GENERIC or naming[full] > max(naming[key], Naming.WORDS) else key


def _field_in(key: str, fields: set[str]) -> str | None:
    return next((end for end in _ends(key) if end in fields and end not in GENERIC), None)


def _variable_of(key: str, naming: dict[str, Naming]) -> str | None:
    """Give the credential that a variable of the environment is for: `client_id` for `ACME_CLIENT_ID`."""
    if naming[key] is not Naming.IDENTIFIER:
        return None
    spelled = (name for end in _ends(key) for name in (end, _in_full(end)))
    ends = (name for name in spelled if naming.get(name, Naming.SHOWN) > Naming.IDENTIFIER)
    return next((name for name in ends if name not in GENERIC), None)


def _in_full(key: str) -> str:
    """Give the name of an application without a short form: `application_id` for `app_id`."""
    return "application_" + key[4:] if key.startswith("app_") else key


def _ends(key: str) -> Iterator[str]:
    """Give a key and each shorter end of it: `app_client_id`, `client_id`, `id`."""
    words = key.split("_")
    return ("_".join(words[start:]) for start in range(len(words)))
