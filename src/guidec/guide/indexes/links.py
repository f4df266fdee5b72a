"""Links and images, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide import models
from guidec.guide.element import Element
from guidec.guide.indexes import schemes
from guidec.guide.text import plain_text
from guidec.mdx import nodes
from guidec.mdx.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.blocks import BlockMaker
    from guidec.guide.passages import Passage


def links_and_images(maker: BlockMaker) -> tuple[list[models.Link], list[models.Image]]:
    """Give every link, those of cards and buttons included, and every image; a card that shows its address has one.

    A URL that must not be followed is none of them; `maker` is told.
    """
    links: list[models.Link] = []
    images: list[models.Image] = []
    for passage in maker.passages:
        for node in walk(passage.content):
            if isinstance(node, nodes.Image):
                images += _image(maker, passage, node)
            elif isinstance(node, nodes.Link) and not (_is_definition(node) or _repeats_card(node, passage)):
                links += _link(maker, passage, node.url, plain_text(node.children), node.title, node)
            elif isinstance(node, Element):
                links += _card(maker, passage, node, plain_text(node.children))
        if passage.element is not None:
            links += _card(maker, passage, passage.element, passage.text)
    return links, images


def _image(maker: BlockMaker, passage: Passage, node: nodes.Image) -> Iterator[models.Image]:
    position = node.position or passage.position
    if (scheme := schemes.refused_image(node.url)) and position is not None:
        maker.diagnostics.append(schemes.report(node.url, scheme, image=True, position=position))
        return
    yield models.Image(
        url=node.url,
        alt=node.alt,
        title=node.title,
        section=passage.section,
        step=passage.step,
        position=maker.place(node.position),
    )


def _is_definition(node: nodes.Link) -> bool:
    """Tell whether a link only shows a definition of its text, as `[session](!session)` does (Clerk)."""
    return node.url.startswith("!")


def _repeats_card(node: nodes.Link, passage: Passage) -> bool:
    card = passage.card
    return card is not None and card.address == node.url == plain_text(node.children)


def _card(maker: BlockMaker, passage: Passage, element: Element, text: str) -> Iterator[models.Link]:
    if element.address is not None:
        yield from _link(maker, passage, element.address, text, None, element)


def _link(
    maker: BlockMaker, passage: Passage, url: str, text: str, title: str | None, node: nodes.Node
) -> Iterator[models.Link]:
    position = node.position or passage.position
    if (scheme := schemes.refused_link(url)) and position is not None:
        maker.diagnostics.append(schemes.report(url, scheme, image=False, position=position))
        return
    yield models.Link(
        url=url,
        text=text,
        title=title,
        section=passage.section,
        step=passage.step,
        position=maker.place(position),
    )
