"""A guide as MDX again, in the house style of its dialect."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from guidec.mdx import nodes as n
from guidec.mdx.serialize import to_mdx
from guidec.targets.mdx import blocks, components, outline
from guidec.targets.mdx.cover import cover
from guidec.targets.mdx.styles import STYLES
from guidec.targets.mdx.writer import BlockForm, Writer
from guidec.targets.target import Options, Rendered, Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidec.guide.models import Guide

FORMS = cast(
    "Mapping[str, BlockForm]",
    MappingProxyType(
        {
            "paragraph": blocks.paragraph,
            "heading": blocks.heading,
            "list": blocks.list_,
            "code": blocks.code,
            "image": blocks.image,
            "table": blocks.table,
            "quote": blocks.quote,
            "divider": blocks.divider,
            "footnote": blocks.footnote,
            "expression": blocks.expression,
            "admonition": components.admonition,
            "tabs": components.tabs,
            "accordion": components.accordion,
            "component": components.component,
            "steps": outline.steps_block,
        }
    ),
)
"""How each type of block is written."""


def render(guide: Guide, _options: Options) -> Rendered:
    """Render `mdx/ID.mdx`."""
    return Rendered({f"mdx/{guide.id}.mdx": write(guide, guide.source.dialect)})


def write(guide: Guide, dialect: str) -> str:
    """Write a guide in a dialect; compiled, it is an equal guide where the dialect is its own."""
    style = STYLES[dialect]
    writer = Writer(FORMS, style, style.outside, own=dialect == guide.source.dialect)
    content = [*writer.blocks(guide.intro), *outline.sections(guide.sections, writer)]
    body = to_mdx(n.Root(None, tuple(content)))
    return "\n\n".join([*cover(guide), body] if body else cover(guide)).rstrip("\n") + "\n"


TARGET = Target(name="mdx", summary="the guide, written again in its dialect's house style", render=render)
