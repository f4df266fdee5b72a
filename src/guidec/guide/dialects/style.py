"""How a dialect is written: what it has words for, and how it spells them.

`None` stands for what a dialect cannot say. A guide of its own that says it all the same, with another system's
component, is written with the usual one; a guide that moves to the dialect says it in the nearest way.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from pydantic import JsonValue

from guidec.guide.models.blocks import AdmonitionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

Attributes = tuple[tuple[str, JsonValue], ...]
"""Names and values, in the order in which they are written."""


class StepsForm(StrEnum):
    """How a run of steps is written."""

    TITLES = "titles"
    """`<Step title="...">` between `<Steps>` tags."""
    STEP_HEADINGS = "step headings"
    """`<Step>` around a heading and the body."""
    HEADINGS = "headings"
    """Headings between `<Steps>` tags, and what follows each."""
    LIST = "list"
    """The items of an ordered list between `<Steps>` tags."""
    PLAIN_LIST = "plain list"
    """The items of an ordered list under a heading."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How prose is spelled: as Markdown, unless a field says that HTML is used."""

    html_marks: bool = False
    """Strong text and emphasis as `<strong>` and `<em>`, line breaks as `<br />`; code stays between backticks."""
    html_headings: bool = False
    """Headings as `<h2>`."""
    html_paragraphs: bool = False
    """Paragraphs as `<p>`."""
    html_code: bool = False
    """Code among words as `<code>`."""
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
    values: bool = False
    """Whether each tab needs a `value` that no other has; it is the title where there is no other."""
    code: str | None = None
    """The component around code blocks of which each is a tab."""
    code_titles: str | None = None
    """The attribute of that component that names all tabs; None where the blocks say their own titles."""


@dataclass(frozen=True, slots=True)
class Module:
    """What a page has to import before it can use certain components."""

    path: str
    names: tuple[str, ...]
    default: bool = False
    """Whether the one name is the module's default export."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one documentation system spells a guide."""

    admonitions: Mapping[AdmonitionKind, str]
    """By kind, in the form of `AdmonitionBlock.component`: `Warning`, `Callout type=warn`, `:::caution`, `[!NOTE]`."""
    titled_admonitions: bool = False
    """Whether a callout shows a title of its own."""
    one_line_admonitions: bool = False
    """Whether a callout of one paragraph stands on one line."""
    steps: StepsForm = StepsForm.TITLES
    tabs: TabsStyle | None = field(default_factory=TabsStyle)
    accordion: str = "details"
    """The component with a `title`, or HTML's `details` with its summary."""
    accordions: str | None = None
    """The component around accordions in a row, where they need one."""
    heading_id: str | None = None
    """How a heading gets an id of its own; `{}` stands for the id."""
    sections: Literal["headings", "components"] = "headings"
    """Whether the outermost sections are `<section data-guide-section>`."""
    pages: Literal["frontmatter", "any"] = "frontmatter"
    """Whether a page must have its title in the frontmatter."""
    exported: bool = False
    """Whether pages in the exported form are what the system's own exporter wrote."""
    jsx: bool = True
    """Whether pages may hold components."""
    modules: tuple[Module, ...] = ()
    """Where the components come from that a page does not have by itself."""
    packages: tuple[str, ...] = ()
    """The packages that only pages of this system import."""
    scopes: str = ","
    """Stands between two scopes."""
    show_scopes: str = "true"
    """Says that a step lists its scopes."""
    inside: Spelling = field(default_factory=Spelling)
    """Inside of `<section data-guide-section>`."""
    wrapped: Spelling = field(default_factory=Spelling)
    """Inside of any other element that is a section."""
    callouts: Spelling = field(default_factory=Spelling)
    """Inside of callouts of one line outside of sections."""
    outside: Spelling = field(default_factory=Spelling)
    """Everywhere else."""

    def spelled(self, spelling: Mapping[str, str]) -> Style:
        """Give the style as a page spells it in its own way, by the names in `GuideSource.spelling`."""
        scopes, show = spelling.get("scopes", self.scopes), spelling.get("show_scopes", self.show_scopes)
        as_html = spelling.get("code") == "html"
        nested = () if spelling.get("nested_list") == "plain" else self.inside.nested_list
        return replace(
            self,
            scopes=scopes,
            show_scopes=show,
            inside=replace(self.inside, html_code=as_html, nested_list=nested),
            wrapped=replace(self.wrapped, html_code=as_html),
            callouts=replace(self.callouts, html_code=as_html),
            outside=replace(self.outside, html_code=as_html),
        )

    def completed(self) -> Style:
        """Give the style with the usual component for whatever it has none for."""
        steps = StepsForm.TITLES if self.steps is StepsForm.PLAIN_LIST else self.steps
        return replace(self, steps=steps, tabs=self.tabs or TabsStyle(), titled_admonitions=True, jsx=True)


def by_kind(
    note: str, tip: str, info: str, success: str, warning: str, danger: str
) -> Mapping[AdmonitionKind, str]:
    """Give the spellings of all kinds of callouts."""
    spellings = note, tip, info, success, warning, danger
    return MappingProxyType(dict(zip(AdmonitionKind, spellings, strict=True)))


ALERTS = by_kind("[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!TIP]", "[!WARNING]", "[!CAUTION]")
