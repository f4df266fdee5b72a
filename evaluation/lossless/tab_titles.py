"""What tabs and accordions are called by what stands outside of them: their set, triggers, or the code in them."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from guidec.guide.dialects import Concept
from guidec.guide.tab_sets import BY_ORDER, SWITCHES
from guidec.mdx import nodes
from guidec.mdx.parse import parse_mdx
from lossless.file import literal_text, spoken, title_of, values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic import JsonValue

    from guidec.guide.dialects import Meaning
    from lossless.file import File

    Words = Mapping[str, Meaning]
    Title = list[nodes.Node]
INFO = re.compile(r"""(?P<name>[\w-]+)(?:=|: ?)(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")
"""A value with a name in the info string of a code block."""
NO_TITLE = re.compile(
    r"""\{\{[^{}]*\}\}|(?<![\w-])[\w-]+=(?:\{[^{}]*\}|\S+)|\{[^{}]*\}|/[^/]*/|"[^"]*"|'[^']*'"""
)
"""What else stands in an info string and is no word of a title."""


def tab_of(code: nodes.Code) -> Title | None:
    """Give the title of the tab that a code block says it is, if it does: `tab="One"`."""
    name = _info(code, "tab")
    return None if name is None else [*parse_mdx(name).children]


def titles_outside(
    node: nodes.MdxJsxElement, attributes: Mapping[str, JsonValue], words: Words, file: File
) -> dict[int, Title]:
    """Give the titles that a set's parts and their triggers have from elsewhere, by the identity of the node."""
    listed = next((names for key in BY_ORDER if isinstance(names := attributes.get(key), list)), None)
    is_tabs = (meaning := words.get(node.name or "")) is not None and meaning.concept is Concept.TABS
    members = [*_members(node.children, words)]
    parts = [
        one for one in members if _is(one, words, Concept.TAB, Concept.ACCORDION) or _is_code(one, is_tabs)
    ]
    by_value = _by_value(attributes.get("values"))
    triggers = {
        value: one
        for one in members
        if isinstance(one, nodes.MdxJsxElement) and _is(one, words, Concept.TAB_TITLE)
        if isinstance(value := values(one, file.names).get("value"), str)
    }
    found: dict[int, Title] = {}
    for part, usual in zip_longest(parts, [_label(name) for name in listed or []]):
        if isinstance(part, nodes.Code):
            own = None if listed is not None else _code_title(part)
            found[id(part)] = spoken(usual or own)
        elif isinstance(part, nodes.MdxJsxElement):
            said = values(part, file.names)
            value = said.get("value")
            if isinstance(value, str) and value in triggers:
                found[id(part)] = [*triggers[value].children]
                found[id(triggers[value])] = []
            elif title := _by_name(part, said, usual, listed or [], by_value, words):
                found[id(part)] = spoken(title)
    return found


def _by_name(
    part: nodes.MdxJsxElement,
    said: Mapping[str, JsonValue],
    usual: str | None,
    listed: list[JsonValue],
    by_value: Mapping[str, str],
    words: Words,
) -> str | None:
    """Give the title of a part that the list of its set says; None where the part's own counts."""
    if (value := said.get("value")) in by_value:
        return by_value[str(value)]
    own = literal_text(nodes.Root(None, tuple(title_of(said, words[part.name or ""]))))
    labels = [label for name in listed if (label := _label(name))]
    same = [label for label in labels if _folded(label) == _folded(own)]
    return same[-1] if own and same else None if own else usual


def _folded(label: str) -> str:
    return re.sub("[ -]", "-", label.lower())


def _label(name: JsonValue) -> str | None:
    label = name.get("label") if isinstance(name, dict) else name
    return label if isinstance(label, str) and label.strip() else None


def _by_value(entries: JsonValue) -> dict[str, str]:
    return {
        str(entry["value"]): label
        for entry in (entries if isinstance(entries, list) else [])
        if isinstance(entry, dict) and "value" in entry and (label := _label(entry))
    }


def _members(content: Iterable[nodes.Node], words: Words) -> Iterator[nodes.Node]:
    """Give what a set holds, whatever layout or paragraph it stands in."""
    for node in content:
        opens = isinstance(node, nodes.Paragraph) or _is(node, words, Concept.LAYOUT)
        if opens and isinstance(node, nodes.Parent):
            yield from _members(node.children, words)
        else:
            yield node


def _is(node: nodes.Node, words: Words, *concepts: Concept) -> bool:
    meaning = words.get(node.name or "") if isinstance(node, nodes.MdxJsxElement) else None
    return meaning is not None and meaning.concept in concepts


def _is_code(node: nodes.Node, is_tabs: bool) -> bool:
    return is_tabs and isinstance(node, nodes.Code) and tab_of(node) is None


def _code_title(code: nodes.Code) -> str | None:
    """Give what a tab for a code block is called: as its info string says, else by its language."""
    said = next((title for key in ("title", "filename") if (title := _info(code, key)) is not None), None)
    if said is not None:
        return said.strip() or code.lang
    meta = NO_TITLE.sub(" ", INFO.sub(" ", code.meta or ""))
    return " ".join(word for word in meta.split() if word not in SWITCHES) or code.lang


def _info(code: nodes.Code, name: str) -> str | None:
    found = (one for one in INFO.finditer(code.meta or "") if one["name"] == name)
    return next((one["double"] or one["single"] or "" for one in found), None)
