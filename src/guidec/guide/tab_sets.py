"""Titles of tabs and accordions that stand elsewhere than in them, and code blocks that are tabs.

Titles may stand in the set, by their order (`items`, `titles`, `options`: fumadocs, Nextra, Clerk) or by the value of
the tab (`values`: Docusaurus), or in an element for each value (`<TabsTrigger value="a">`: fumadocs). Code blocks are
tabs in `<CodeGroup>` (Mintlify) and `<CodeBlockTabs>` (Clerk), and where they name their tabs: `tab="One"` (fumadocs).
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from guidec.guide.dialects.meaning import TAB, TABS, Concept
from guidec.guide.element import Element, spanning
from guidec.guide.step_drafts import attribute_title
from guidec.guide.text import collapse, plain_text
from guidec.mdx import nodes
from guidec.mdx.parse import parse_mdx

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic import JsonValue

TITLES = "titles"
BY_ORDER = ("items", TITLES, "options")
BY_VALUE = "values"
PARTS = (Concept.TAB, Concept.ACCORDION)
TAB_META = re.compile(r"""(?:^|\s)tab=(?:"([^"]*)"|'([^']*)')""")
TITLE_META = re.compile(r"""(?:^|\s)(?:title=|filename=|filename: ?)(?:"([^"]*)"|'([^']*)')""")
OPTION = re.compile(
    r"""\{\{[^{}]*\}\}|(?<![\w-])[\w-]+=(?:"[^"]*"|'[^']*'|\{[^{}]*\}|\S+)|\{[^{}]*\}|/[^/]*/|"[^"]*"|'[^']*'"""
)
SWITCHES = frozenset({"copy", "expandable", "lines", "nocopy", "showLineNumbers", "twoslash", "wrap"})
"""Words in the info string of a code block that are not its title."""


def with_titles(content: Sequence[nodes.Node], attributes: Mapping[str, JsonValue]) -> tuple[nodes.Node, ...]:
    """Give what a set of tabs or accordions holds, each part with its title as an attribute."""
    by_order = next((names for key in BY_ORDER if isinstance(names := attributes.get(key), list)), [])
    labels = [_label(name) for name in by_order]
    by_name = {_name(label): label for label in labels if label}
    by_value = _by_value(content, attributes.get(BY_VALUE))
    if not labels and not by_value:
        return tuple(content)
    made: list[nodes.Node] = []
    number = 0
    for node in content:
        if isinstance(node, Element) and node.is_a(*PARTS):
            usual = labels[number] if number < len(labels) else None
            made.append(_titled(node, usual, by_name, by_value))
            number += 1
        elif not (isinstance(node, Element) and node.is_a(Concept.TAB_TITLE)):
            made.append(node)
    return tuple(made)


def code_as_tabs(
    content: Iterable[nodes.Node], attributes: Mapping[str, JsonValue]
) -> tuple[nodes.Node, ...]:
    """Give what a set of tabs holds with a tab around each code block; the block says its title unless the set does."""
    named = any(key in attributes for key in BY_ORDER)
    return tuple(
        _tab(node, None if named else code_label(node.lang, node.meta))
        if isinstance(node, nodes.Code)
        else node
        for node in content
    )


def with_code_tabs(content: tuple[nodes.Node, ...]) -> tuple[nodes.Node, ...]:
    """Give flow in which code blocks in a row that name their tabs are sets of tabs."""
    if not any(map(_names_tab, content)):
        return content
    made: list[nodes.Node] = []
    for is_set, run in groupby(content, _names_tab):
        siblings = [*run]
        if is_set:
            tabs = tuple(_named_tab(code) for code in siblings if isinstance(code, nodes.Code))
            place = spanning(siblings[0], siblings[-1])
            siblings = [Element(place, tabs, "Tabs", {}, TABS, inline=False, spelling="Tabs")]
        made += siblings
    return tuple(made)


def code_label(lang: str | None, meta: str | None) -> str | None:
    """Give what the tab of a code block is called: its title, for want of one its language."""
    said = TITLE_META.search(meta or "")
    if said:
        return collapse(said[1] or said[2] or "") or lang
    words = [word for word in OPTION.sub(" ", meta or "").split() if word not in SWITCHES]
    return " ".join(words) or lang


def _label(name: JsonValue) -> str | None:
    """Give the title that an entry of a list of tabs says."""
    text = name.get("label") if isinstance(name, dict) else name
    return attribute_title(text) if isinstance(text, str) else None


def _by_value(content: Iterable[nodes.Node], values: JsonValue) -> dict[str, str]:
    """Give titles by the values of their tabs."""
    found: dict[str, str] = {}
    for entry in values if isinstance(values, list) else []:
        value, label = (entry.get("value"), _label(entry)) if isinstance(entry, dict) else (None, None)
        if isinstance(value, str) and label:
            found[value] = label
    triggers = (node for node in content if isinstance(node, Element) and node.is_a(Concept.TAB_TITLE))
    found |= {
        value: plain_text(node.children) for node in triggers if (value := node.attribute_text("value"))
    }
    return found


def _titled(
    part: Element, usual: str | None, by_name: Mapping[str, str], by_value: Mapping[str, str]
) -> Element:
    """Give a tab or accordion its title: what its value stands for, else its own name, else the `usual` one."""
    own = part.title
    same = by_name.get(_name(own)) if own else usual
    title = by_value.get(part.attribute_text("value") or "") or same
    return replace(part, attributes={**part.attributes, "title": title}) if title else part


def _name(label: str) -> str:
    """Give a label as fumadocs compares it with the names of tabs."""
    return label.lower().replace(" ", "-")


def _names_tab(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Code) and TAB_META.search(node.meta or "") is not None


def _named_tab(code: nodes.Code) -> Element:
    """Give the tab that a code block names; the name goes from its info string, for the tab has it."""
    name = TAB_META.search(code.meta or "")
    assert name is not None
    title = plain_text(parse_mdx(name[1] or name[2] or "").children)
    meta = " ".join(TAB_META.sub(" ", code.meta or "").split())
    return _tab(replace(code, meta=meta or None), title)


def _tab(code: nodes.Code, title: str | None) -> Element:
    attributes: dict[str, JsonValue] = {"label": title} if title else {}
    return Element(code.position, (code,), "Tab", attributes, TAB, inline=False, spelling="Tab")
