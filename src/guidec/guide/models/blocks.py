"""What sections and steps contain: a union of blocks, told apart by `type`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from guidec.guide.models.place import Model, Place

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class InlineComponent(Model):
    """A component among the words of a line; its content is part of the line's text and Markdown."""

    name: str | None
    """The component's name."""
    attributes: dict[str, JsonValue] = {}
    """Its attributes: strings decoded, literals evaluated, other expressions as source text in braces."""
    start: int = Field(ge=0)
    """Where its content starts in the line's Markdown, in Unicode code points from 0."""
    end: int = Field(ge=0)
    """Where its content ends there; the same as `start` where it has none."""


Anchor = Annotated[
    str | None,
    Field(description="The id that its author gave it, for links to lead to; null where there is none."),
]


Components = Annotated[
    list[InlineComponent],
    Field(description="The components among the words, such as an icon or a badge, in reading order."),
]


class ParagraphBlock(Model):
    """A paragraph."""

    type: Literal["paragraph"] = "paragraph"
    """Tells the block apart."""
    text: str
    """Plain text: entities decoded, white space collapsed."""
    markdown: str
    """The same as canonical CommonMark."""
    components: Components = []


class HeadingBlock(Model):
    """A heading that opens no section, such as one inside a step."""

    type: Literal["heading"] = "heading"
    """Tells the block apart."""
    depth: int = Field(ge=1, le=6)
    """1 to 6."""
    text: str
    """Plain text."""
    markdown: str
    """The same as canonical CommonMark."""
    components: Components = []
    marks: list[str] = []
    """What is written behind it for the documentation system, as written: `{#id}`, `[!toc]`."""


class ListItem(Model):
    """One item of a list: its first paragraph as `text` and `markdown`, whatever follows as `content`."""

    text: str
    """Plain text of the first paragraph; empty where the item does not start with one."""
    markdown: str
    """The same as canonical CommonMark."""
    components: Components = []
    content: list[Block] = []
    """What stands below the first paragraph: nested lists, code, images, callouts."""
    optional: bool = False
    """Whether the author says that it may be left out: "(Optional)", "Optionally"."""
    checked: bool | None = None
    """Whether a task list item is ticked; null for an ordinary item."""


class ListBlock(Model):
    """An ordered or bullet list."""

    type: Literal["list"] = "list"
    """Tells the block apart."""
    ordered: bool
    """Whether the items are numbered."""
    start: int | None = None
    """The first number of an ordered list; null for a bullet list."""
    items: list[ListItem]
    """The items in order."""


class CodeBlock(Model):
    """A block of code or other preformatted text."""

    type: Literal["code"] = "code"
    """Tells the block apart."""
    value: str
    """The code, character for character."""
    lang: str | None = None
    """The language, as the author named it."""
    meta: str | None = None
    """The rest of the info string, such as a file name."""


class ImageBlock(Model):
    """An image that stands by itself."""

    type: Literal["image"] = "image"
    """Tells the block apart."""
    url: str
    """As written: absolute, or relative to the site or the guide."""
    alt: str = ""
    """The alternative text; empty where the author gave none."""
    title: str | None = None
    """The title, where there is one."""
    caption: str | None = None
    """The caption of a frame around it, as plain text."""
    caption_markdown: str | None = None
    """The caption as canonical CommonMark where it holds more than plain text: a link, code; null otherwise."""


class TableCell(Model):
    """A cell of a table."""

    text: str
    """Plain text."""
    markdown: str
    """The same as canonical CommonMark."""
    components: Components = []


class TableBlock(Model):
    """A table with a head row."""

    type: Literal["table"] = "table"
    """Tells the block apart."""
    align: list[Literal["left", "right", "center"] | None]
    """How each column is aligned; null where nothing is said."""
    head: list[TableCell]
    """The head row."""
    rows: list[list[TableCell]]
    """The rows below the head; one may have fewer cells than the head, or more."""


class QuoteBlock(Model):
    """A block quotation."""

    type: Literal["quote"] = "quote"
    """Tells the block apart."""
    content: list[Block]
    """What is quoted."""


class DividerBlock(Model):
    """A thematic break between paragraphs."""

    type: Literal["divider"] = "divider"
    """Tells the block apart."""


class FootnoteBlock(Model):
    """A footnote."""

    type: Literal["footnote"] = "footnote"
    """Tells the block apart."""
    label: str
    """What references name it by."""
    content: list[Block]
    """What it says."""


class ExpressionBlock(Model):
    """A JavaScript expression that guidec does not evaluate."""

    type: Literal["expression"] = "expression"
    """Tells the block apart."""
    value: str
    """The source between the braces."""


class AdmonitionKind(StrEnum):
    """How urgent an admonition is."""

    NOTE = "note"
    TIP = "tip"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


class AdmonitionBlock(Model):
    """A callout: a component, directive or alert marker that sets text apart."""

    type: Literal["admonition"] = "admonition"
    """Tells the block apart."""
    kind: AdmonitionKind
    """How urgent it is."""
    title: str | None = None
    """Its title as plain text, where the author gave one."""
    text: str
    """Plain text of its whole body, blocks joined by one space."""
    content: list[Block]
    """Its body."""
    component: str
    """The author's own spelling: `Warning`, `Callout type=warn`, `:::caution`, `[!NOTE]`."""
    anchor: Anchor = None


class TabItem(Model):
    """One tab of a set."""

    title: str | None
    """What the tab is called."""
    content: list[Block]
    """What it shows."""
    anchor: Anchor = None


class TabsBlock(Model):
    """A set of tabs, of which a reader looks at one."""

    type: Literal["tabs"] = "tabs"
    """Tells the block apart."""
    tabs: list[TabItem]
    """The tabs in order."""


class AccordionBlock(Model):
    """Content that a reader may unfold."""

    type: Literal["accordion"] = "accordion"
    """Tells the block apart."""
    title: str | None
    """What it is called."""
    content: list[Block]
    """What it holds."""
    anchor: Anchor = None


class ComponentBlock(Model):
    """A component that guidec knows no meaning for; nothing of it is lost."""

    type: Literal["component"] = "component"
    """Tells the block apart."""
    name: str | None
    """The component's name; null for a fragment."""
    attributes: dict[str, JsonValue] = {}
    """Its attributes: strings decoded, literals evaluated, other expressions as source text in braces."""
    content: list[Block] = []
    """What stands between its tags."""
    markup: str | None = None
    """What stands between its tags as canonical MDX, where that is HTML for a script of the page, as in a selector of
    actions; `content` is empty then, as every target has a selector of its own."""


class Step(Model):
    """One thing for the reader to do."""

    id: Slug
    """A slug, unique in the guide, stable when other parts change."""
    title: str | None = None
    """The title as plain text; null for the items of a plain list."""
    title_markdown: str | None = None
    """The title as canonical CommonMark where it is a heading that holds more than plain text; null otherwise."""
    title_level: int | None = Field(default=None, ge=1, le=6)
    """The level of the heading that is its title; null where an attribute is, and for a step without a title."""
    title_components: Components = []
    marks: list[str] = []
    """What is written behind the heading for the documentation system, as written: `{#id}`, `[!toc]`."""
    anchor: Anchor = None
    text: str
    """Plain text of the whole body without the title: blocks joined by one space."""
    scopes: list[str] = []
    """The OAuth scopes that the step is for; it applies where a chosen action needs one of them, or always if empty."""
    show_scopes: bool = False
    """Whether the scopes to grant are to be listed in this step."""
    optional: bool = False
    """Whether the author says that it may be left out."""
    content: list[Block]
    """The body."""
    origin: Literal["component", "list"] = "component"
    """`list` for an item of a plain numbered list in a guide without step components."""
    position: Place
    """Where it stands."""


class StepsBlock(Model):
    """Steps inside a step, a callout or another block."""

    type: Literal["steps"] = "steps"
    """Tells the block apart."""
    steps: list[Step]
    """The steps in order."""


Block = Annotated[
    ParagraphBlock
    | HeadingBlock
    | ListBlock
    | CodeBlock
    | ImageBlock
    | TableBlock
    | QuoteBlock
    | DividerBlock
    | FootnoteBlock
    | ExpressionBlock
    | AdmonitionBlock
    | TabsBlock
    | AccordionBlock
    | ComponentBlock
    | StepsBlock,
    Field(discriminator="type"),
]
"""Anything that stands in a section or step."""

# Fields that name later models: pydantic would look these up at first use, and fail where two threads do so at once.
for _model in Model.__subclasses__():
    _model.model_rebuild()
