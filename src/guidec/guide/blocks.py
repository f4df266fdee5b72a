"""Expanded nodes -> blocks of the typed guide, and a passage for every line of text on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from guidec.guide import models
from guidec.guide.dialects import Concept
from guidec.guide.dialects.meaning import ADMONITION_TYPES
from guidec.guide.element import Element, is_blank
from guidec.guide.heading_marks import marks_of
from guidec.guide.inline_components import inline_components
from guidec.guide.optional import is_optional
from guidec.guide.reading import DEEPEST, Reading
from guidec.guide.step_drafts import attribute_title, step, steps_in
from guidec.guide.steps import nested_steps
from guidec.guide.table_blocks import table_block
from guidec.guide.text import beyond_text, caption, markdown, plain_text
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidec.guide.passages import Passage, PassageKind

LOOKS: Final = ("class", "className", "style")
"""Attributes that say only how something looks."""


class BlockMaker(Reading):
    """Makes the blocks of one guide, from the first to the last."""

    def blocks(self, content: Iterable[nodes.Node], lead: Passage | None = None) -> list[models.Block]:
        """Make the blocks of flow content; `lead` is the text that introduces it."""
        made: list[models.Block] = []
        with self.deeper:
            for node in content:
                if is_blank(node):
                    continue
                if isinstance(node, nodes.List | nodes.Table) and (item := self.announcing_item()):
                    lead = item
                made += self.block(self.as_words(node) if self.deeper.depth > DEEPEST else node, lead)
                if isinstance(node, nodes.Paragraph) and self.passages and self.passages[-1].text:
                    lead = self.last_words
        return made

    def block(self, node: nodes.Node, lead: Passage | None) -> list[models.Block]:
        """Make the blocks of one node: mostly one, more where a layout component is opened."""
        match node:
            case nodes.Paragraph():
                return self.paragraph(node, lead)
            case nodes.Heading():
                return [self.heading(node, lead)]
            case nodes.List():
                return [self.list_block(node, lead)]
            case nodes.ListItem():
                return [self.list_block(nodes.List(node.position, (node,), False, None, False), lead)]
            case nodes.Code():
                self.say("code", (node,), node.position, lead, text=node.value)
                return [models.CodeBlock(value=node.value, lang=node.lang, meta=node.meta)]
            case nodes.Table():
                return [table_block(self, node, lead)]
            case nodes.Blockquote():
                return [models.QuoteBlock(content=self.blocks(node.children, lead))]
            case nodes.ThematicBreak():
                return [models.DividerBlock()]
            case nodes.FootnoteDefinition():
                return [models.FootnoteBlock(label=node.label, content=self.blocks(node.children))]
            case nodes.MdxFlowExpression():
                return [models.ExpressionBlock(value=node.value)]
            case Element():
                return self.element(node, lead)
        return []

    def heading(self, node: nodes.Heading, lead: Passage | None) -> models.HeadingBlock:
        """Make a heading that opens no section."""
        return models.HeadingBlock(
            depth=node.depth,
            text=self.say("heading", node.children, node.position, lead).text,
            markdown=markdown(node.children),
            components=inline_components(node.children),
            marks=marks_of(node),
        )

    def paragraph(
        self, node: nodes.Paragraph, lead: Passage | None, kind: PassageKind = "paragraph"
    ) -> list[models.Block]:
        """Make a paragraph, or the images that are all of it; nothing of one that shows nothing."""
        passage = self.say(kind, node.children, node.position, lead)
        visible = [
            child for child in node.children if not (is_blank(child) or isinstance(child, nodes.Break))
        ]
        if all(isinstance(child, nodes.Image) for child in visible):
            return [
                models.ImageBlock(url=child.url, alt=child.alt, title=child.title)
                for child in visible
                if isinstance(child, nodes.Image)
            ]
        written, components = markdown(node.children), inline_components(node.children)
        if not written and not components:
            return []
        return [models.ParagraphBlock(text=passage.text, markdown=written, components=components)]

    def list_block(self, node: nodes.List, lead: Passage | None) -> models.ListBlock:
        """Make a list."""
        with self.deeper:
            items = [self.item(item, lead) for item in node.children if isinstance(item, nodes.ListItem)]
        return models.ListBlock(ordered=node.ordered, start=node.start, items=items)

    def item(self, node: nodes.ListItem, lead: Passage | None) -> models.ListItem:
        """Make a list item: its first paragraph, and the blocks below."""
        first = node.children[0] if node.children else None
        if not isinstance(first, nodes.Paragraph) or all(
            isinstance(child, nodes.Image) for child in first.children
        ):
            return models.ListItem(
                text="", markdown="", content=self.blocks(node.children, lead), checked=node.checked
            )
        passage = self.say("item", first.children, first.position, lead)
        return models.ListItem(
            text=passage.text,
            markdown=markdown(first.children),
            components=inline_components(first.children),
            content=self.blocks(node.children[1:], passage),
            optional=is_optional(passage.text),
            checked=node.checked,
        )

    # Components

    def element(self, node: Element, lead: Passage | None) -> list[models.Block]:
        """Make what a component means."""
        match node.meaning.concept if node.meaning else None:
            case Concept.ADMONITION:
                return [self.admonition(node)]
            case Concept.TABS:
                return [self.tabs_block(node, lead)]
            case Concept.TAB:
                return [self.tabs_block(replace(node, children=(node,), attributes={}), lead)]
            case Concept.ACCORDION:
                self.titled(node, lead)
                title = attribute_title(node.title)
                content = self.blocks(node.children, lead)
                return [models.AccordionBlock(title=title, content=content, anchor=node.anchor)]
            case Concept.FRAME:
                return self.frame(node, lead)
            case Concept.STEPS:
                return nested_steps(self, steps_in(node.children), lead)
            case Concept.STEP:
                return nested_steps(self, [step(node)], lead)
            case Concept.SECTION | Concept.STEP_BODY:
                return self.blocks(node.children, lead)
        return [self.component(node, lead)]

    def titled(self, node: Element, lead: Passage | None) -> None:
        """Note the title, or whatever other words the attributes of a component hold."""
        title = attribute_title(node.title)
        if title is None and node.is_a(Concept.LINK):
            title = plain_text(node.children) or None
        if title is not None or node.attributes:
            self.say("component", (), node.position, lead, text=title or "", element=node)

    def component(self, node: Element, lead: Passage | None) -> models.ComponentBlock:
        """Make a component block, for whatever has no block of its own."""
        self.titled(node, lead)
        outer, self.card = self.card, node if node.is_a(Concept.LINK) else self.card
        content = self.blocks(node.children, lead)
        self.card = outer
        return models.ComponentBlock(
            name=node.name,
            attributes=dict(node.attributes),
            content=content,
            markup=node.markup or None,
        )

    def admonition(self, node: Element) -> models.AdmonitionBlock:
        """Make a callout, and its entry in the index before those of callouts inside it."""
        kind, spelling = _admonition_kind(node)
        title = attribute_title(node.title)
        text = plain_text(node.children)
        self.admonitions.append(
            models.AdmonitionRef(
                kind=kind,
                title=title,
                text=text,
                component=spelling,
                section=self.section,
                step=self.current_step,
                position=self.place(node.position),
            )
        )
        outer, self.in_admonition = self.in_admonition, True
        content = self.blocks(node.children)
        self.in_admonition = outer
        return models.AdmonitionBlock(
            kind=kind, title=title, text=text, content=content, component=spelling, anchor=node.anchor
        )

    def tabs_block(self, node: Element, lead: Passage | None) -> models.TabsBlock:
        """Make a set of tabs; what stands between the tabs becomes one without a title."""
        tabs: list[models.TabItem] = []
        for child in node.children:
            tab = child if isinstance(child, Element) and child.is_a(Concept.TAB) else None
            with self.deeper:
                content = self.blocks(tab.children if tab else [child], lead)
            if tab:
                title = attribute_title(tab.title)
                tabs.append(models.TabItem(title=title, content=content, anchor=tab.anchor))
            elif content:
                tabs.append(models.TabItem(title=None, content=content))
        return models.TabsBlock(tabs=tabs)

    def frame(self, node: Element, lead: Passage | None) -> list[models.Block]:
        """Make what stands in a frame; its caption goes to the last image, or to a component where there is none."""
        words = {name: value for name, value in node.attributes.items() if name not in LOOKS}
        content = self.blocks(node.children, lead)
        if not words:
            return content
        last = max((i for i, block in enumerate(content) if isinstance(block, models.ImageBlock)), default=-1)
        if last < 0 or node.title is None or len(words) > 1:
            self.titled(node, lead)
            return [models.ComponentBlock(name=node.name, attributes=dict(node.attributes), content=content)]
        written = caption(node.title, node.position)
        said = self.say("paragraph", written, node.position, lead)
        update = {"caption": said.text or None, "caption_markdown": beyond_text(written)}
        return [*content[:last], content[last].model_copy(update=update), *content[last + 1 :]]


def _admonition_kind(node: Element) -> tuple[models.AdmonitionKind, str]:
    """Give the kind of a callout and the author's own spelling: `Callout type=warn`."""
    meaning = node.meaning
    assert meaning is not None
    said = node.attribute_text("type", "variant", "intent", "kind")
    if not meaning.typed or said is None:
        return meaning.kind, node.spelling
    return ADMONITION_TYPES.get(said.strip().lower(), meaning.kind), f"{node.spelling} type={said}"
