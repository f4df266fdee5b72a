"""The form of a record: what a reader found in one guide, as facts and digests, never as the guide's own sentences."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from pathlib import Path

Half = Literal["dev", "held-out"]
"""Which half of the records is looked at while the extraction is being changed, and which only afterwards."""
HALVES: tuple[Half, ...] = get_args(Half)
FIELDS = ("sections", "steps", "items", "admonitions", "redirect_urls", "links", "credentials", "settings")
DIGEST_LENGTH = 12

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{12}(/[1-9][0-9]*)?$")]
"""See `digest`; after a slash how many characters it was made of, where that is not the whole text."""


def normalised(text: str) -> str:
    """Collapse white space."""
    return " ".join(text.split())


def digest(text: str) -> str:
    """Give the start of the SHA-256 of the text, in hexadecimal digits; white space is collapsed first."""
    return hashlib.sha256(normalised(text).encode()).hexdigest()[:DIGEST_LENGTH]


class Strict(BaseModel):
    """A part of a record: a key that is not known is an error, because it would not be compared."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Entry(Strict):
    """One thing that the reader found. Keys that are written down are compared, others may be anything."""

    line: int | None = None
    """Where it stands, for people; not compared."""


class SectionEntry(Entry):
    """A section with a title."""

    kind: Literal["section", "tab", "accordion"]
    level: int | None = None
    title: Digest


class StepEntry(Entry):
    """A step: its title, or that it has none and its text."""

    title: Digest | None
    text: Digest | None = None


class ItemEntry(Entry):
    """An item of a list that is no step: its first paragraph."""

    text: Digest
    optional: bool | None = None


class AdmonitionEntry(Entry):
    """A callout."""

    kind: Literal["note", "tip", "info", "success", "warning", "danger"]
    title: Digest | None
    text: Digest


class RedirectUrlEntry(Entry):
    """A URL to register at the provider."""

    url: str
    label: str | None = None


class LinkEntry(Entry):
    """A link, with its text or (as for a card) without."""

    url: str
    text: Digest | None = None


class CredentialEntry(Entry):
    """A value to copy or to fill in."""

    label: str
    secret: bool
    optional: bool


class SettingEntry(Entry):
    """A field of the provider's form; one that takes a redirect URL is recorded only as that."""

    label: str
    value: str | None = None
    hint: Digest | None = None


class Record(Strict):
    """What a reader found in one guide. A field that is left out is not scored."""

    path: str
    """Below the shared folder; a guide that was written for this project is below the top of the repository."""
    root: str
    """The content root, likewise."""
    dialect: str
    """The documentation system that the guide is written for, as `guidec.toml` names it."""
    note: str | None = None
    """What the reader wants others to know, such as why a field is left out."""
    files: dict[str, str]
    """SHA-256 of the guide and all files that it includes, as the reader saw them; by path below the content root."""
    sections: list[SectionEntry] | None = None
    steps: list[StepEntry] | None = None
    items: list[ItemEntry] | None = None
    admonitions: list[AdmonitionEntry] | None = None
    redirect_urls: list[RedirectUrlEntry] | None = None
    links: list[LinkEntry] | None = None
    credentials: list[CredentialEntry] | None = None
    settings: list[SettingEntry] | None = None


def read_record(path: Path) -> Record:
    """Read a record; raises `ValueError` where it has another form."""
    return Record.model_validate(YAML(typ="safe").load(path.read_text(encoding="utf-8")))
