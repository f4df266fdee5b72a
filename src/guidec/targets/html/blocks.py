"""Blocks as HTML: what goes into which macro, with which id and heading level."""

from __future__ import annotations

from functools import cache
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from guidec.guide.models import (
    AccordionBlock,
    AdmonitionBlock,
    Block,
    CodeBlock,
    ComponentBlock,
    DividerBlock,
    ExpressionBlock,
    FootnoteBlock,
    Guide,
    HeadingBlock,
    ImageBlock,
    ListBlock,
    ListItem,
    ParagraphBlock,
    QuoteBlock,
    StepsBlock,
    TableBlock,
    TableCell,
    TabsBlock,
)
from guidec.targets.component_words import component_address, component_description, component_name
from guidec.targets.html.anchors import anchors_of
from guidec.targets.html.boxes import Box, item_id
from guidec.targets.html.callouts import admonition_word, is_urgent
from guidec.targets.html.code_marks import without_marks
from guidec.targets.html.code_names import code_name
from guidec.targets.html.copying import Copy, Copyables
from guidec.targets.html.line import Line, Part, joined
from guidec.targets.html.markdown import InlineRenderer
from guidec.targets.html.place import DEEPEST_HEADING
from guidec.targets.html.sections import render_steps
from guidec.targets.links import LinkResolver
from guidec.targets.templates import environment
from guidec.targets.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guidec.targets.html.place import Place
    from guidec.targets.target import Options

BLOCKS_TEMPLATE = "checklist_blocks.html.j2"


class BlockRenderer:
    """Renders what one guide contains."""

    def __init__(self, guide: Guide, options: Options) -> None:
        self.actions = guide.actions
        self.all_scopes = list(dict.fromkeys(scope for action in self.actions for scope in action.scopes))
        self.boxes = 0
        self.first: Box | None = None
        self.copyables = Copyables(guide)
        parts = list(walk([*guide.intro, *guide.sections]))
        footnotes = {part.label for part in parts if isinstance(part, FootnoteBlock)}
        self.links = LinkResolver(options.base_url, guide.id, lambda: anchors_of(guide))
        self.inline = InlineRenderer(self.links.resolve, self.copyables, footnotes)
        self.macros = _macros()

    def line(self, line: ParagraphBlock | HeadingBlock | ListItem | TableCell, place: str | None) -> Line:
        """Render the text of a line with its components."""
        return self.inline.parts(line.markdown, place, line.components)

    def blocks(self, blocks: Iterable[Block], place: Place) -> Markup:
        """Render blocks one after the other."""
        html = []
        for block in blocks:  # a loop, since a comprehension is one frame more for each level of nesting
            html.append(RENDERERS[type(block)](self, block, place))  # noqa: PERF401
        return joined(html)

    def paragraph(self, block: ParagraphBlock, place: Place) -> Markup:
        """Render a paragraph."""
        return self.macro("paragraph", self.line(block, place.id)) if block.markdown else Markup("")

    def heading(self, block: HeadingBlock, place: Place) -> Markup:
        """Render a heading that opens no section, one level below what it stands in."""
        level = min(place.level, DEEPEST_HEADING)
        return self.macro("heading", level, self.line(block, place.id))

    def list_(self, block: ListBlock, place: Place) -> Markup:
        """Render a list; in a step each item has a box."""
        items = []
        for number, item in enumerate(block.items, block.start or 1):
            items.append(self.item(item, number, place))
        return self.macro("list", block, place.items is not None, joined(items))

    def item(self, item: ListItem, number: int, place: Place) -> Markup:
        """Render a list item; one that starts with no paragraph is named by what it starts with."""
        content, parts = item.content, self.line(item, place.id)
        if not item.text and content and isinstance(content[0], HeadingBlock):
            parts, content = self.line(content[0], place.id), content[1:]
        box = None
        if place.items is not None and place.id:
            self.boxes += 1
            named = (
                parts if any(part.html.strip() for part in parts) else Line([Part(escape(f"Item {number}"))])
            )
            box = Box(item_id(item, place.id, place.items), named)
        return self.macro("item", box, parts, self.blocks(content, place))

    def code(self, block: CodeBlock, place: Place) -> Markup:
        """Render preformatted text, with a button behind each copyable value in it."""
        parts = self.inline.code_parts(without_marks(block.value), place.id)
        name = code_name(block.meta)
        return self.macro("code", None if name == place.inside else name, parts)

    def image(self, block: ImageBlock, _: Place) -> Markup:
        """Render an image as its alternative text, which leads to the image where that has an address."""
        name = block.alt or block.title or ""
        return self.macro("image", name, block.caption, self.links.resolve(block.url))

    def table(self, block: TableBlock, place: Place) -> Markup:
        """Render a table; cells that no column has, which GFM leaves out, are shown, so that nothing is lost."""
        head, *rows = [
            [
                (self.line(cell, place.id), align)
                for cell, align in zip(row, chain(block.align, repeat(None)), strict=False)
            ]
            for row in (block.head, *block.rows)
        ]
        named = ", ".join([cell.words for cell, _ in head if cell])
        return self.macro("table", named, head, rows)

    def quote(self, block: QuoteBlock, place: Place) -> Markup:
        """Render a quotation."""
        return self.macro("quote", self.blocks(block.content, place))

    def divider(self, _: DividerBlock, __: Place) -> Markup:
        """Render a thematic break."""
        return self.macro("divider")

    def footnote(self, block: FootnoteBlock, place: Place) -> Markup:
        """Render a footnote where it stands."""
        return self.macro("footnote", block.label, self.blocks(block.content, place))

    def expression(self, block: ExpressionBlock, _: Place) -> Markup:
        """Render an expression that has no value as its source."""
        return self.macro("expression", block.value)

    def admonition(self, block: AdmonitionBlock, place: Place) -> Markup:
        """Render a callout; a warning is raised to where it is read in time."""
        word = admonition_word(block)
        title = self.inline.plain_parts(block.title, place.id) if block.title else ()
        repeated = (block.title or "").lower().startswith(word.lower())
        body = self.blocks(block.content, place)
        urgent = is_urgent(block)
        html = self.macro("admonition", word, urgent, block.kind, title, repeated, place.inside, body)
        if not urgent or place.warnings is None:
            return html
        place.warnings.append(html)
        return Markup("")

    def tabs(self, block: TabsBlock, place: Place) -> Markup:
        """Render all tabs of a set, one below the other: none of them is ever hidden."""
        panels = []
        for tab in block.tabs:
            body = self.blocks(tab.content, place._replace(inside=tab.title))
            panels.append(
                self.macro("group", "tab", self.inline.plain_parts(tab.title or "", place.id), body)
            )
        return self.macro("tabs", joined(panels))

    def accordion(self, block: AccordionBlock, place: Place) -> Markup:
        """Render an accordion, unfolded: what is folded away is missing on paper."""
        body = self.blocks(block.content, place._replace(inside=block.title))
        return self.macro("group", "accordion", self.inline.plain_parts(block.title or "", place.id), body)

    def component(self, block: ComponentBlock, place: Place) -> Markup:
        """Render an unknown component: the words and the link among its attributes, and its content."""
        name = self.inline.plain_parts(component_name(block), place.id)
        description = self.inline.plain_parts(component_description(block), place.id)
        body = self.blocks(block.content, place)
        if not (name or description or body):
            return Markup("")
        href = self.links.resolve(component_address(block)) if name else None
        return self.macro("component", name, description, href, body)

    def nested_steps(self, block: StepsBlock, place: Place) -> Markup:
        """Render steps inside another block."""
        return render_steps(self, block.steps, place)

    # Helpers

    def macro(self, name: str, *arguments: Any) -> Markup:
        """Fill in the macro `name` of the template of all blocks."""
        html: Markup = self.macros[name](*arguments)
        return html

    def missing_urls(self) -> list[Copy]:
        """Give the redirect URLs that nothing rendered so far has shown."""
        return self.copyables.not_found()


RENDERERS: dict[type[Any], Callable[[BlockRenderer, Any, Place], Markup]] = {
    ParagraphBlock: BlockRenderer.paragraph,
    HeadingBlock: BlockRenderer.heading,
    ListBlock: BlockRenderer.list_,
    CodeBlock: BlockRenderer.code,
    ImageBlock: BlockRenderer.image,
    TableBlock: BlockRenderer.table,
    QuoteBlock: BlockRenderer.quote,
    DividerBlock: BlockRenderer.divider,
    FootnoteBlock: BlockRenderer.footnote,
    ExpressionBlock: BlockRenderer.expression,
    AdmonitionBlock: BlockRenderer.admonition,
    TabsBlock: BlockRenderer.tabs,
    AccordionBlock: BlockRenderer.accordion,
    ComponentBlock: BlockRenderer.component,
    StepsBlock: BlockRenderer.nested_steps,
}


@cache
def _macros() -> dict[str, Any]:
    """Give the macros of the template of all blocks by name."""
    return vars(environment().get_template(BLOCKS_TEMPLATE).module)
