"""How each dialect is written: one record each, data only.

To write a new dialect, add its record to `STYLES`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import JsonValue

from guidec.guide.models import AdmonitionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

Attributes = tuple[tuple[str, JsonValue], ...]
"""Names and values, in the order in which they are written."""


class StepsForm(StrEnum):
    """How a run of steps is written between `<Steps>` tags."""

    TITLES = "titles"
    """`<Step title="...">`."""
    STEP_HEADINGS = "step headings"
    """`<Step>` around a heading and the body."""
    HEADINGS = "headings"
    """Headings, and what follows each."""
    LIST = "list"
    """The items of an ordered list."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How prose is spelled: as Markdown, unless a field says that HTML is used."""

    html_marks: bool = False
    """Strong text and emphasis as `<strong>` and `<em>`, line breaks as `<br />`; code stays between backticks."""
    html_blocks: bool = False
    """Paragraphs and headings as `<p>` and `<h2>`."""
    html_lists: bool = False
    """Lists as `<ul>`, an item of one line on one line."""
    nested_list: Attributes = ()
    """What `<ul>` carries in an item of another list."""
    html_links: bool = False
    """Every link as `<a>`."""
    html_site_links: bool = False
    """Links inside the site as `<a>`."""
    foreign_link: Attributes = ()
    """What `<a>` carries besides `href` where it leads to another site."""
    step_body: bool = False
    """Whether the body of each step is marked, also where it names no scopes."""


@dataclass(frozen=True, slots=True)
class TabsStyle:
    """How tabs are written."""

    item: str = "Tab"
    title: str | None = "title"
    """The attribute of a tab that holds its title."""
    items: bool = False
    """Whether the set names all its tabs."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one documentation system spells a guide."""

    admonitions: Mapping[AdmonitionKind, str]
    """By kind, in the form of `AdmonitionBlock.component`: `Warning`, `Callout type=warn`, `:::caution`, `[!NOTE]`."""
    one_line_admonitions: bool = False
    """Whether a callout of one paragraph stands on one line."""
    steps: StepsForm = StepsForm.TITLES
    tabs: TabsStyle = field(default_factory=TabsStyle)
    accordion: str = "details"
    """The component with a `title`, or HTML's `details` with its summary."""
    inside: Spelling = field(default_factory=Spelling)
    """Inside of `<section data-guide-section>`."""
    outside: Spelling = field(default_factory=Spelling)
    """Everywhere else."""


def _kinds(
    note: str, tip: str, info: str, success: str, warning: str, danger: str
) -> Mapping[AdmonitionKind, str]:
    spellings = note, tip, info, success, warning, danger
    return MappingProxyType(dict(zip(AdmonitionKind, spellings, strict=True)))


COMPONENTS = _kinds("Note", "Tip", "Info", "Check", "Warning", "Danger")
ALERTS = _kinds("[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!TIP]", "[!WARNING]", "[!CAUTION]")

STACKONE_OUTSIDE = Spelling(
    html_marks=True,
    html_lists=True,
    nested_list=(("style", {"marginLeft": "20px"}),),
    html_site_links=True,
)
STACKONE_INSIDE = replace(
    STACKONE_OUTSIDE,
    html_blocks=True,
    nested_list=(),
    html_links=True,
    foreign_link=(("target", "_blank"), ("rel", "noopener noreferrer")),
    step_body=True,
)

STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "stackone": Style(
            COMPONENTS,
            one_line_admonitions=True,
            accordion="Accordion",
            inside=STACKONE_INSIDE,
            outside=STACKONE_OUTSIDE,
        ),
        "mintlify": Style(COMPONENTS, accordion="Accordion"),
        "docusaurus": Style(
            _kinds(":::note", ":::tip", ":::info", ":::tip", ":::warning", ":::danger"),
            tabs=TabsStyle(item="TabItem", title="label"),
        ),
        "starlight": Style(
            _kinds(":::note", ":::tip", ":::note", ":::tip", ":::caution", ":::danger"),
            steps=StepsForm.LIST,
            tabs=TabsStyle(item="TabItem", title="label"),
        ),
        "fumadocs": Style(
            _kinds(
                "Callout",
                "Callout type=idea",
                "Callout type=info",
                "Callout type=success",
                "Callout type=warn",
                "Callout type=error",
            ),
            steps=StepsForm.STEP_HEADINGS,
            tabs=TabsStyle(title="value", items=True),
            accordion="Accordion",
        ),
        "nextra": Style(
            _kinds(
                "Callout type=default",
                "Callout type=default",
                "Callout type=info",
                "Callout type=default",
                "Callout type=warning",
                "Callout type=error",
            ),
            steps=StepsForm.HEADINGS,
            tabs=TabsStyle(item="Tabs.Tab", title=None, items=True),
        ),
        "clerk": Style(ALERTS, steps=StepsForm.HEADINGS, tabs=TabsStyle(title=None, items=True)),
        "github": Style(ALERTS),
        "plain": Style(ALERTS),
    }
)
"""By the dialect's name."""
