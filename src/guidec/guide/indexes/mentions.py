"""Mentions: every place where a guide names something that may be a credential, and how firmly it does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

from guidec.guide.indexes.fields import clean_label, key_of, names_credential, says_optional, without_value

if TYPE_CHECKING:
    from guidec.guide.passages import Passage
    from guidec.source import Position


class Naming(IntEnum):
    """How firmly a mention says what a credential is called; the firmest gives its label and its place."""

    OPTION = -2
    """As a variable of the environment that a program reads."""
    VARIABLE = -1
    """As a variable of the environment, in a list of them."""
    SHOWN = 0
    """As what the provider shows, before anything is said about copying it."""
    ASIDE = 1
    """In a title, or in parentheses: "your credentials (client ID and secret)"."""
    IDENTIFIER = 2
    """As a program spells it: `client_id`."""
    WORDS = 3
    """In running text, where nothing sets it apart."""
    SET_APART = 4
    """In bold, or in code as a form spells it: `Client ID`."""
    FIELD = 5
    """As the label of a field, in a list, a table or a component."""


@dataclass(frozen=True)
class Mention:
    """A label that names a credential, and where it does so."""

    label: str
    naming: Naming
    passage: Passage
    position: Position | None
    hint: str | None = None
    optional: bool = False

    def rank_for(self, key: str) -> tuple[Naming, bool, bool]:
        """Tell how well it names the credential of a key: in full, and as on the page, "Company Domain"."""
        return self.naming, self.key == key, self.label[:1].isupper()

    @cached_property
    def key(self) -> str:
        """The label in snake_case; an ID of several is called as one is, "API keys", and its value as itself."""
        label = without_value(self.label) if "alue" in self.label else self.label
        key, one = key_of(label), label.rstrip()[:-1]
        if label[-1:] == "s" and names_credential(one):
            return key_of(one)
        return key or "_".join(f"u{ord(letter):x}" for letter in self.label[:8] if letter.isalnum())


OF_READER = re.compile(r"\A(?:(?:your|the|an?|this|new)\s+)+", re.IGNORECASE)
"""Stands in front of a label, but is no part of it."""
JOINED = re.compile(r"\s*(?:,|&|/|,?\s*\b(?:and|or)\b)\s*(?:the |your |an? )?\s*", re.IGNORECASE)
"""Joins two labels."""
IDENTIFIER = re.compile(r"[a-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")


def is_identifier(text: str) -> bool:
    """Tell whether a label is spelled as programs spell names: `clientId`, `client_id`, `CLIENT_ID`."""
    return IDENTIFIER.fullmatch(text) is not None


def mention(
    passage: Passage,
    text: str,
    naming: Naming,
    position: Position | None = None,
    hint: str | None = None,
    *,
    optional: bool = False,
) -> Mention:
    """Make a mention of the words `text`, which may still carry marks such as "(optional)"."""
    label, marked = OF_READER.sub("", clean_label(text)), says_optional(text)
    if is_identifier(label):
        naming = min(naming, Naming.IDENTIFIER)
    return Mention(label, naming, passage, position or passage.position, hint, optional or marked)
