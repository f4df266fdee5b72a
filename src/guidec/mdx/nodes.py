"""The syntax tree: mdast nodes with the MDX ones, readable as a specification.

Names and fields are those of mdast (github.com/syntax-tree/mdast), its GFM and frontmatter extensions and
mdast-util-mdx. Every node is frozen and knows its position; children are tuples. A class that adds no
field to the one it extends is no data class of its own: it would be the same, and importing this takes half the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from guidec.diagnostics import Diagnostic
    from guidec.source import Position

ReferenceType = Literal["shortcut", "collapsed", "full"]
AlignType = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Node:
    """Anything in the tree (unist `Node`)."""

    type: ClassVar[str] = "node"
    position: Position | None
    """Where it stands; None only where the reference gives no place either (a literal autolink found late)."""


@dataclass(frozen=True, slots=True)
class Parent(Node):
    """A node with children (unist `Parent`)."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Literal_(Node):  # noqa: N801 - `Literal` is unist's name, and typing's
    """A node with a value (unist `Literal`)."""

    value: str


@dataclass(frozen=True, slots=True)
class Root(Parent):
    """A whole document."""

    type: ClassVar[str] = "root"
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with it, in the order of the text; no part of unist."""


# Flow content


class Yaml(Literal_):
    """Frontmatter between `---` lines; `value` is the YAML, unread."""

    __slots__ = ()
    type: ClassVar[str] = "yaml"


class MdxjsEsm(Literal_):
    """`import` and `export` statements; `value` is their source."""

    __slots__ = ()
    type: ClassVar[str] = "mdxjsEsm"


class Paragraph(Parent):
    """A paragraph."""

    __slots__ = ()
    type: ClassVar[str] = "paragraph"


@dataclass(frozen=True, slots=True)
class Heading(Parent):
    """An ATX or setext heading."""

    type: ClassVar[str] = "heading"
    depth: int
    """1 to 6."""


class ThematicBreak(Node):
    """`***`, `---` or `___`."""

    __slots__ = ()
    type: ClassVar[str] = "thematicBreak"


class Blockquote(Parent):
    """Lines behind `>`."""

    __slots__ = ()
    type: ClassVar[str] = "blockquote"


@dataclass(frozen=True, slots=True)
class List(Parent):
    """An ordered or bullet list; its children are `ListItem`."""

    type: ClassVar[str] = "list"
    ordered: bool
    start: int | None
    """The first number of an ordered list, None for a bullet list."""
    spread: bool
    """Whether a blank line separates any two items."""


@dataclass(frozen=True, slots=True)
class ListItem(Parent):
    """One item; `checked` is None unless it is a GFM task."""

    type: ClassVar[str] = "listItem"
    checked: bool | None
    spread: bool
    """Whether a blank line separates any two of its own children."""


@dataclass(frozen=True, slots=True)
class Code(Literal_):
    """A fenced code block (MDX has no indented one)."""

    type: ClassVar[str] = "code"
    lang: str | None
    """The first word of the info string, decoded."""
    meta: str | None
    """The rest of the info string, decoded."""


class Html(Literal_):
    """Raw HTML: only in `.md` files, never in MDX."""

    __slots__ = ()
    type: ClassVar[str] = "html"


@dataclass(frozen=True, slots=True)
class Definition(Node):
    """`[label]: url "title"`."""

    type: ClassVar[str] = "definition"
    identifier: str
    """The label, normalized: lower case, white space collapsed."""
    label: str
    """The label as written, escapes and references decoded."""
    url: str
    title: str | None


@dataclass(frozen=True, slots=True)
class FootnoteDefinition(Parent):
    """`[^label]: content` (GFM)."""

    type: ClassVar[str] = "footnoteDefinition"
    identifier: str
    label: str


@dataclass(frozen=True, slots=True)
class Table(Parent):
    """A GFM table; the first row is the head, `align` holds one entry a column."""

    type: ClassVar[str] = "table"
    align: tuple[AlignType | None, ...]


class TableRow(Parent):
    """A row; its children are `TableCell`."""

    __slots__ = ()
    type: ClassVar[str] = "tableRow"


class TableCell(Parent):
    """A cell of phrasing content."""

    __slots__ = ()
    type: ClassVar[str] = "tableCell"


# Phrasing content


class Text(Literal_):
    """Plain text, escapes and character references decoded."""

    __slots__ = ()
    type: ClassVar[str] = "text"


class Emphasis(Parent):
    """`*a*` or `_a_`."""

    __slots__ = ()
    type: ClassVar[str] = "emphasis"


class Strong(Parent):
    """`**a**` or `__a__`."""

    __slots__ = ()
    type: ClassVar[str] = "strong"


class Delete(Parent):
    """`~a~` or `~~a~~` (GFM)."""

    __slots__ = ()
    type: ClassVar[str] = "delete"


class InlineCode(Literal_):
    """Code between backticks."""

    __slots__ = ()
    type: ClassVar[str] = "inlineCode"


class Break(Node):
    """A hard line break."""

    __slots__ = ()
    type: ClassVar[str] = "break"


@dataclass(frozen=True, slots=True)
class Link(Parent):
    """`[text](url "title")`, or a literal autolink (GFM)."""

    type: ClassVar[str] = "link"
    url: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Image(Node):
    """`![alt](url "title")`."""

    type: ClassVar[str] = "image"
    url: str
    alt: str
    title: str | None


@dataclass(frozen=True, slots=True)
class LinkReference(Parent):
    """`[text][label]`, `[label][]` or `[label]`."""

    type: ClassVar[str] = "linkReference"
    identifier: str
    label: str
    reference_type: ReferenceType


@dataclass(frozen=True, slots=True)
class ImageReference(Node):
    """`![alt][label]`, `![label][]` or `![label]`."""

    type: ClassVar[str] = "imageReference"
    identifier: str
    label: str
    reference_type: ReferenceType
    alt: str


@dataclass(frozen=True, slots=True)
class FootnoteReference(Node):
    """`[^label]` (GFM)."""

    type: ClassVar[str] = "footnoteReference"
    identifier: str
    label: str


# MDX


class MdxFlowExpression(Literal_):
    """`{expression}` on lines of its own; `value` is the source between the braces, never run."""

    __slots__ = ()
    type: ClassVar[str] = "mdxFlowExpression"


class MdxTextExpression(Literal_):
    """`{expression}` in a paragraph."""

    __slots__ = ()
    type: ClassVar[str] = "mdxTextExpression"


class MdxJsxAttributeValueExpression(Literal_):
    """The `{expression}` that an attribute has for a value."""

    __slots__ = ()
    type: ClassVar[str] = "mdxJsxAttributeValueExpression"


@dataclass(frozen=True, slots=True)
class MdxJsxAttribute(Node):
    """`name`, `name="value"` or `name={expression}`; without a value it is None, a boolean attribute."""

    type: ClassVar[str] = "mdxJsxAttribute"
    name: str
    """With its namespace where it has one: `xlink:href`."""
    value: str | MdxJsxAttributeValueExpression | None
    """A string is decoded: character references are the characters that they mean."""


class MdxJsxExpressionAttribute(Literal_):
    """`{...spread}`."""

    __slots__ = ()
    type: ClassVar[str] = "mdxJsxExpressionAttribute"


@dataclass(frozen=True, slots=True)
class MdxJsxElement(Parent):
    """A JSX element; `name` is None for a fragment, and may be `a.member` or `a:namespaced` name."""

    name: str | None
    attributes: tuple[MdxJsxAttribute | MdxJsxExpressionAttribute, ...]


class MdxJsxFlowElement(MdxJsxElement):
    """A JSX element on lines of its own; its children are flow content."""

    __slots__ = ()
    type: ClassVar[str] = "mdxJsxFlowElement"


class MdxJsxTextElement(MdxJsxElement):
    """A JSX element in a paragraph; its children are phrasing content."""

    __slots__ = ()
    type: ClassVar[str] = "mdxJsxTextElement"
