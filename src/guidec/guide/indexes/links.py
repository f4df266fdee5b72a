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

    from guidec.guide.passages import Passage
    from guidec.guide.reading import Reading


def links_and_images(reading: Reading) -> tuple[list[models.Link], list[models.Image]]:
    """Give every link, those of cards and buttons included, and every image; a card that shows its address has one.

    A URL that must not be followed is none of them; it is reported in `reading`.
    """
    links: list[models.Link] = []
    images: list[models.Image] = []
    for passage in reading.passages:
        for node in walk(passage.content):
            if isinstance(node, nodes.Image):
                images += _image(reading, passage, node)
            elif isinstance(node, nodes.Link) and not (_is_definition(node) or _repeats_card(node, passage)):
                links += _link(reading, passage, node.url, plain_text(node.children), node.title, node)
            elif isinstance(node, Element):
                links += _card(reading, passage, node, plain_text(node.children))
        if passage.element is not None:
            links += _card(reading, passage, passage.element, passage.text)
    return links, images


def _image(reading: Reading, passage: Passage, node: nodes.Image) -> Iterator[models.Image]:
    position = node.position or passage.position
    if (scheme := schemes.refused_image(node.url)) and position is not None:
        reading.diagnostics.append(schemes.report(node.url, scheme, image=True, position=position))
        return
    yield models.Image(
        url=node.url,
        alt=node.alt,
        title=node.title,
        section=passage.section,
        step=passage.step,
        position=reading.place(node.position),
    )


def _is_definition(node: nodes.Link) -> bool:
    """Tell whether a link only shows a definition of its text, as `[session](!session)` does (Clerk)."""
    return node.url.startswith("!")


def _repeats_card(node: nodes.Link, passage: Passage) -> bool:
    card = passage.card
    return card is not None and card.address == node.url == plain_text(node.children)


def _card(reading: Reading, passage: Passage, element: Element, text: str) -> Iterator[models.Link]:
    if element.address is not None:
        yield from _link(reading, passage, element.address, text, None, element)


def _link(
    reading: Reading, passage: Passage, url: str, text: str, title: str | None, node: nodes.Node
) -> Iterator[models.Link]:
    position = node.position or passage.position
    if (scheme := schemes.refused_link(url)) and position is not None:
        reading.diagnostics.append(schemes.report(url, scheme, image=False, position=position))
        return
    yield models.Link(
        url=url,
        text=text,
        title=title,
        section=passage.section,
        step=passage.step,
        position=reading.place(position),
    )
