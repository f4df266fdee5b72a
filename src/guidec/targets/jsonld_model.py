"""The part of the schema.org vocabulary that describes a guide: the model of `jsonld/ID.json`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel

from guidec.guide.models.place import Model


def _term(name: str) -> str:
    """Give the JSON-LD term for a field: keywords begin with `@`."""
    return f"@{name}" if name in ("context", "type") else to_camel(name)


class Thing(Model):
    """What schema.org describes (https://schema.org/Thing); what is not known is left out."""

    model_config = ConfigDict(alias_generator=_term, validate_by_name=True, validate_by_alias=True)


class Product(Thing):
    """The product that a guide is about (https://schema.org/SoftwareApplication)."""

    type: Literal["SoftwareApplication"] = "SoftwareApplication"
    """The class of thing."""
    name: str
    """Its name."""


class HowToDirection(Thing):
    """Something to do (https://schema.org/HowToDirection)."""

    type: Literal["HowToDirection"] = "HowToDirection"
    """The class of thing."""
    position: int
    """Its number among its siblings, from 1."""
    text: str
    """What to do, as plain text."""


class HowToTip(Thing):
    """Something to know (https://schema.org/HowToTip)."""

    type: Literal["HowToTip"] = "HowToTip"
    """The class of thing."""
    position: int
    """Its number among its siblings, from 1."""
    text: str
    """What to know, as plain text."""


class HowToStep(Thing):
    """A step (https://schema.org/HowToStep)."""

    type: Literal["HowToStep"] = "HowToStep"
    """The class of thing."""
    position: int
    """Its number among its siblings, from 1."""
    name: str | None = None
    """Its title."""
    url: str | None = None
    """Where it stands on the site."""
    image: list[str] | None = None
    """The absolute URLs of its images."""
    item_list_element: list[Annotated[HowToDirection | HowToTip, Field(discriminator="type")]] | None = None
    """Its directions and tips in order."""


class HowToSection(Thing):
    """A section (https://schema.org/HowToSection)."""

    type: Literal["HowToSection"] = "HowToSection"
    """The class of thing."""
    position: int
    """Its number among its siblings, from 1."""
    name: str
    """Its heading."""
    description: str | None = None
    """What stands above its steps."""
    item_list_element: list[Annotated[HowToStep | HowToTip, Field(discriminator="type")]]
    """Its tips and steps in order."""


class HowTo(Thing):
    """A guide (https://schema.org/HowTo)."""

    context: Literal["https://schema.org"] = "https://schema.org"
    """The vocabulary."""
    type: Literal["HowTo"] = "HowTo"
    """The class of thing."""
    name: str
    """The guide's title."""
    description: str | None = None
    """What the guide is about."""
    url: str | None = None
    """Where it stands on the site."""
    about: Product | None = None
    """The product that it connects to."""
    step: list[Annotated[HowToSection | HowToTip, Field(discriminator="type")]]
    """Its warnings and sections in order."""
