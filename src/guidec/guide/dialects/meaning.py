"""What a component, directive or marker means: the concepts that every dialect spells in its own way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from guidec.guide.models.blocks import AdmonitionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidec.guide.dialects.style import Style


class Concept(StrEnum):
    """What extraction knows about; everything else is a component block."""

    SECTION = "section"
    """Opens a section; its first heading is the title."""
    STEPS = "steps"
    """A run of steps."""
    STEP = "step"
    """One step."""
    STEP_BODY = "step-body"
    """The body of a step; carries the scopes that the step is for."""
    ADMONITION = "admonition"
    """A callout of some kind."""
    TABS = "tabs"
    """A set of tabs."""
    TAB = "tab"
    """One tab."""
    TAB_TITLE = "tab-title"
    """The title of the tab that has the same value."""
    ACCORDION = "accordion"
    """Content that a reader may unfold."""
    TITLE = "title"
    """The title of the callout, accordion or step that it stands in."""
    FRAME = "frame"
    """Something around an image, with or without a caption."""
    IMAGE = "image"
    """An image."""
    CODE = "code"
    """A block of code, in an attribute or between the tags."""
    LAYOUT = "layout"
    """Says nothing of its own: its content stands where it stands."""
    LINK = "link"
    """A card or button that leads somewhere; stays a component block, and is a link."""
    HEADING = "heading"
    """A heading; the attribute `level` says its depth."""
    FIELD = "field"
    """One parameter of an interface; stays a component block."""
    INCLUDE = "include"
    """Another file, in place."""
    ACTIONS = "actions"
    """Carries the actions that a reader can choose from."""
    PHRASE = "phrase"
    """Words that HTML marks as Markdown cannot, such as a key or an index, or an anchor; stays among the words."""
    KNOWN = "known"
    """A component that belongs to the dialect, but means nothing to a guide; stays a component block."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one component means."""

    concept: Concept
    kind: AdmonitionKind = AdmonitionKind.INFO
    """The kind of an admonition."""
    typed: bool = False
    """Whether an attribute (`type`, `variant`) says the kind, and `kind` is only what counts without one."""
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
        "quiz": AdmonitionKind.INFO,
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
    style: Style
    """How it is written."""
    root_alias: str | None = None
    """How the path of an import starts that is relative to the docs root, besides with `/`."""
    signs: tuple[str, ...] = ()
    """Regular expressions over the source; each that is found speaks for the dialect.

    A line ending stands before the source, so that a line feed begins each line. A sign
    that starts with one certain character is found ten times as fast as one that starts with `^` or a class.
    """
    never: tuple[str, ...] = ()
    """Regular expressions over the source, of what the system refuses or shows in pieces: no sign outweighs one."""
    variables_in_code: bool = False
    """Whether names in braces in a block of code stand for their values."""
    github_anchors: bool = False
    """Whether anchors are made exactly as GitHub makes them; of others only letters and digits are compared."""
    own_addresses: bool = False
    """Whether pages choose their own addresses, so that only a link with a suffix names a file."""
    directives: Mapping[str, Meaning] = field(default_factory=lambda: MappingProxyType({}))
    """By the name behind `:::`."""
    marks: Mapping[str, Meaning] = field(default_factory=lambda: MappingProxyType({}))
    """By an attribute that gives any element its meaning."""


def callout(default: AdmonitionKind = AdmonitionKind.INFO) -> Meaning:
    """Describe a callout whose kind an attribute says."""
    return Meaning(Concept.ADMONITION, default, typed=True, title=CALLOUT_TITLE)


def callouts(**kinds: AdmonitionKind) -> dict[str, Meaning]:
    """Describe callouts that have a component, or a directive, of their own for each kind."""
    return {name: Meaning(Concept.ADMONITION, kind, title=CALLOUT_TITLE) for name, kind in kinds.items()}


def known(*names: str) -> dict[str, Meaning]:
    """Name components that a dialect brings and that mean nothing to a guide."""
    return dict.fromkeys(names, Meaning(Concept.KNOWN))


HEADED_STEPS = r"<Steps>[^\S\n]*\n\s*#{2,6}\s"
"""A sign of steps that are told apart by their headings alone."""
HEADED_STEP = r"<Step>[^\S\n]*\n\s*#"
"""A sign of a step whose title is its heading."""
CALLOUT_TITLE = ("title", "label", "heading")
STEPS = Meaning(Concept.STEPS)
STEP = Meaning(Concept.STEP)
TABS = Meaning(Concept.TABS)
TAB = Meaning(Concept.TAB, title=("title", "label", "name", "value"))
TAB_TITLE = Meaning(Concept.TAB_TITLE)
CODE = Meaning(Concept.CODE)
ACCORDION = Meaning(Concept.ACCORDION, title=("title", "label", "summary", "name"))
TITLE = Meaning(Concept.TITLE)
LAYOUT = Meaning(Concept.LAYOUT)
FRAME = Meaning(Concept.FRAME, title=("caption",))
IMAGE = Meaning(Concept.IMAGE, url="src")
CARD = Meaning(Concept.LINK)
FIELD = Meaning(Concept.FIELD, title=("name", "path", "query", "body", "header"))


BY_CONCEPT: Mapping[Concept, Meaning] = MappingProxyType(
    {
        Concept.ADMONITION: callout(),
        Concept.STEPS: STEPS,
        Concept.STEP: STEP,
        Concept.TABS: TABS,
        Concept.TAB: TAB,
        Concept.TAB_TITLE: TAB_TITLE,
        Concept.CODE: CODE,
        Concept.ACCORDION: ACCORDION,
        Concept.FRAME: FRAME,
        Concept.IMAGE: IMAGE,
        Concept.LAYOUT: LAYOUT,
        Concept.LINK: CARD,
        Concept.FIELD: FIELD,
    }
)
"""What a concept is usually called, for components of a project's own."""


def meaning_of(concept: Concept, kind: str | None, title: str | None, url: str | None) -> Meaning:
    """Give the meaning of a component that a project's configuration describes."""
    usual = BY_CONCEPT.get(concept, Meaning(concept))
    return replace(
        usual,
        kind=AdmonitionKind(kind) if kind else usual.kind,
        typed=usual.typed and kind is None,
        title=(title, *usual.title) if title else usual.title,
        url=url or usual.url,
    )
