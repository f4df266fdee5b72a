"""What a component, directive or marker means: the concepts that every dialect spells in its own way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from guidec.guide.models.blocks import AdmonitionKind


class Concept(StrEnum):
    """What extraction knows about; everything else is a component block."""

    SECTION = "section"
    """Opens a section; its first heading is the title."""
    STEPS = "steps"
    """A run of steps."""
    STEP = "step"
    """One step."""
    ADMONITION = "admonition"
    """A callout of some kind."""
    TABS = "tabs"
    """A set of tabs."""
    TAB = "tab"
    """One tab."""
    ACCORDION = "accordion"
    """Content that a reader may unfold."""
    FRAME = "frame"
    """Something around an image, with or without a caption."""
    IMAGE = "image"
    """An image."""
    LAYOUT = "layout"
    """Says nothing of its own: its content stands where it stands."""
    LINK = "link"
    """A card or button that leads somewhere; stays a component block, and is a link."""
    FIELD = "field"
    """One parameter of an interface; stays a component block."""
    INCLUDE = "include"
    """Another file, in place."""
    ACTIONS = "actions"
    """Carries the actions that a reader can choose from."""
    KNOWN = "known"
    """A component that belongs to the dialect, but means nothing to a guide; stays a component block."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one component means."""

    concept: Concept
    kind: AdmonitionKind | None = None
    """The kind of an admonition; None where the attribute `type` says it."""
    title: tuple[str, ...] = ("title",)
    """The attributes that may hold the title, the first that is there wins."""
    url: str = "href"
    """The attribute that holds the address of a link or the path of an include."""


ADMONITION_TYPES: Mapping[str, AdmonitionKind] = MappingProxyType(
    {
        "note": AdmonitionKind.NOTE,
        "default": AdmonitionKind.NOTE,
        "secondary": AdmonitionKind.NOTE,
        "tip": AdmonitionKind.TIP,
        "idea": AdmonitionKind.TIP,
        "hint": AdmonitionKind.TIP,
        "info": AdmonitionKind.INFO,
        "important": AdmonitionKind.INFO,
        "success": AdmonitionKind.SUCCESS,
        "check": AdmonitionKind.SUCCESS,
        "warning": AdmonitionKind.WARNING,
        "warn": AdmonitionKind.WARNING,
        "caution": AdmonitionKind.WARNING,
        "danger": AdmonitionKind.DANGER,
        "error": AdmonitionKind.DANGER,
    }
)
"""How a type attribute, a directive's name or an alert's marker says the kind, in lower case."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one documentation system spells the concepts."""

    name: str
    components: Mapping[str, Meaning]
    """By name, as written in JSX."""
    signs: tuple[str, ...] = ()
    """Regular expressions over the source; each that is found speaks for the dialect."""
    directives: Mapping[str, Meaning] = field(default_factory=lambda: MappingProxyType({}))
    """By the name behind `:::`."""


def callout(kind: AdmonitionKind | None = None) -> Meaning:
    """A callout with a title attribute."""
    return Meaning(Concept.ADMONITION, kind, ("title", "label", "heading"))


def callouts(**kinds: AdmonitionKind) -> dict[str, Meaning]:
    """Callouts that have a component of their own for each kind."""
    return {name: callout(kind) for name, kind in kinds.items()}


def known(*names: str) -> dict[str, Meaning]:
    """Components that a dialect brings and that mean nothing to a guide."""
    return dict.fromkeys(names, Meaning(Concept.KNOWN))


STEPS = Meaning(Concept.STEPS)
STEP = Meaning(Concept.STEP)
TABS = Meaning(Concept.TABS)
TAB = Meaning(Concept.TAB, title=("title", "label", "name", "value"))
ACCORDION = Meaning(Concept.ACCORDION, title=("title", "label", "summary", "name"))
LAYOUT = Meaning(Concept.LAYOUT)
FRAME = Meaning(Concept.FRAME, title=("caption",))
IMAGE = Meaning(Concept.IMAGE, url="src")
CARD = Meaning(Concept.LINK)
FIELD = Meaning(Concept.FIELD, title=("name", "path", "query", "body", "header"))
