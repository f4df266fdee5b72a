"""Variants of code as members of one component: `<Code><Code.Next>...</Code.Next><Code.Svelte>...`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guidec.guide.dialects.meaning import TAB, TABS, Concept
from guidec.guide.element import Element
from guidec.mdx import nodes
from guidec.mdx.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable


def as_variants(element: Element) -> Element:
    """Give a component as tabs where all that it holds are members of it, each another one and each with code.

    A member's name is the title of its tab: no dialect knows the component, but a reader sees one variant at a time.
    """
    if element.inline or element.name is None or not _has_no_meaning(element):
        return element
    start = f"{element.name}."
    members = [node for node in element.children if isinstance(node, Element) and _is_member(node, start)]
    distinct = {member.name for member in members}
    if not members or len(distinct) != len(element.children) or element.attributes:
        return element
    tabs = (
        replace(member, meaning=TAB, attributes={"title": (member.name or "").removeprefix(start)})
        for member in members
    )
    return replace(element, meaning=TABS, children=tuple(tabs))


def _is_member(node: Element, start: str) -> bool:
    named = (node.name or "").startswith(start) and not node.attributes and _has_no_meaning(node)
    return named and _holds_code(node.children)


def _has_no_meaning(element: Element) -> bool:
    return element.meaning is None or element.is_a(Concept.KNOWN, Concept.CODE)


def _holds_code(content: Iterable[nodes.Node]) -> bool:
    return any(isinstance(node, nodes.Code) for node in walk(content))
