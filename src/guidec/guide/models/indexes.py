"""The indexes over a whole guide: what it links to, asks for and warns of, each entry saying where it stands."""

from __future__ import annotations

from pydantic import Field

from guidec.guide.models.blocks import AdmonitionKind, Slug
from guidec.guide.models.place import Model, Place


class Entry(Model):
    """What every entry of an index says about where it stands."""

    section: Slug | None = None
    """The id of the innermost section around it; null above the first section."""
    step: Slug | None = None
    """The id of the innermost step around it; null outside steps."""
    position: Place
    """Where it stands in the source."""


class AdmonitionRef(Entry):
    """An admonition anywhere in the guide."""

    kind: AdmonitionKind
    """How urgent it is."""
    title: str | None = None
    """Its title as plain text."""
    text: str
    """Plain text of its whole body."""
    component: str
    """The author's own spelling."""


class RedirectUrl(Entry):
    """A URL that the reader is told to register at the provider (RFC 6749, section 3.1.2)."""

    url: str
    """The URL itself, without quotes or trailing punctuation."""
    label: str | None = None
    """What the guide calls it: "App redirect URL"."""


class Link(Entry):
    """A link in the text."""

    url: str
    """As written: absolute, or relative to the site or the guide."""
    text: str
    """Plain text of the link."""
    title: str | None = None
    """The title, where there is one."""


class Image(Entry):
    """An image anywhere in the guide."""

    url: str
    """As written."""
    alt: str = ""
    """The alternative text; empty where the author gave none."""
    title: str | None = None
    """The title, where there is one."""


class Credential(Entry):
    """What the reader copies out of the provider, or must fill in: a client ID, a secret, a domain."""

    label: str
    """As the guide writes it: "Client ID"."""
    key: str = Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")
    """The label in snake_case: `client_id`; unique in the guide."""
    secret: bool
    """Whether it must be kept secret."""
    optional: bool = False
    """Whether it may be left out."""
    hint: str | None = None
    """What the guide says about its value."""


class Setting(Entry):
    """What the reader types into the provider's form."""

    label: str
    """The form field: "App name"."""
    value: str | None = None
    """Exactly what to type, where the guide says so."""
    hint: str | None = None
    """What to type, in words, where no exact value is given."""
    optional: bool = False
    """Whether it may be left out."""
