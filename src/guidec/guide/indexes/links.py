"""Links and images, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide import models
from guidec.guide.element import Element
from guidec.guide.text import plain_text
from guidec.mdx import nodes
from guidec.mdx.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.blocks import BlockMaker
    from guidec.guide.passages import Passage


def links(maker: BlockMaker) -> list[models.Link]:
    """Give every link, those of cards and buttons included; a card that shows its own address has one link."""
    found: list[models.Link] = []
    for passage in maker.passages:
        for node in walk(passage.content):
            if isinstance(node, nodes.Link):
                if _repeats_card(node, passage):
                    continue
                found.append(_link(maker, passage, node.url, plain_text(node.children), node.title, node))
            elif isinstance(node, Element):
                found += _card(maker, passage, node, plain_text(node.children))
        if passage.element is not None:
            found += _card(maker, passage, passage.element, passage.text)
    return found


def images(maker: BlockMaker) -> list[models.Image]:
    """Give every image."""
    return [
        models.Image(
            url=node.url,
            alt=node.alt,
            title=node.title,
            section=passage.section,
            step=passage.step,
            position=maker.place(node.position),
        )
        for passage in maker.passages
        for node in walk(passage.content)
        if isinstance(node, nodes.Image)
    ]


def _repeats_card(node: nodes.Link, passage: Passage) -> bool:
    card = passage.card
    return card is not None and card.address == node.url == plain_text(node.children)


def _card(maker: BlockMaker, passage: Passage, element: Element, text: str) -> Iterator[models.Link]:
    if element.address is not None:
        yield _link(maker, passage, element.address, text, None, element)


def _link(
    maker: BlockMaker, passage: Passage, url: str, text: str, title: str | None, node: nodes.Node
) -> models.Link:
    return models.Link(
        url=url,
        text=text,
        title=title,
        section=passage.section,
        step=passage.step,
        position=maker.place(node.position or passage.position),
    )
