"""A guide as MDX again, in the house style of its own dialect or of another."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from guidec.guide.dialects import DIALECTS, detect, vocabulary
from guidec.mdx import nodes as n
from guidec.mdx.serialize import to_mdx
from guidec.mdx.surroundings import EXPORTED, PLAIN
from guidec.targets.mdx import blocks, components, outline
from guidec.targets.mdx.cover import cover
from guidec.targets.mdx.imports import imports_for, without_imports
from guidec.targets.mdx.report import Report
from guidec.targets.mdx.writer import BlockForm, Writer
from guidec.targets.target import Options, Rendered, Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidec.guide.dialects import Dialect
    from guidec.guide.dialects.style import Style
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


def render(guide: Guide, options: Options) -> Rendered:
    """Render `mdx/ID.mdx`."""
    own = own_dialect(guide)
    path = f"mdx/{guide.id}.mdx"
    if options.dialect in (None, own):
        return Rendered({path: write(guide)})
    text, report = move(guide, options.dialect)
    return Rendered({path: text}, report.diagnostics)


def own_dialect(guide: Guide) -> str:
    """Give the dialect of a guide; one that nobody knows is written as plain Markdown."""
    return guide.source.dialect if guide.source.dialect in DIALECTS else "plain"


def write(guide: Guide) -> str:
    """Write a guide in its own dialect; compiled, it is an equal guide."""
    dialect = DIALECTS[own_dialect(guide)]
    writer = _writer(dialect, dialect.style.completed().spelled(guide.source.spelling), None)
    # What a system exported is spelled as remark-stringify does, whatever its author wrote.
    words = EXPORTED if guide.source.cover == "exported" and dialect.style.exported else PLAIN
    top, body = [*cover(guide), *guide.source.esm], to_mdx(_content(guide, writer), words)
    text = _joined([*top, body])
    # Nothing may be left of what told the dialect: an include, an attribute.
    return text if detect(text) is dialect else _joined([*top, _comment(dialect), body])


def move(guide: Guide, dialect: str) -> tuple[str, Report]:
    """Write a guide in another dialect, and report what that has no form for; ValueError for an unknown one."""
    if dialect not in DIALECTS:
        raise ValueError(f"Unexpected dialect {dialect!r}, expected one of {', '.join(DIALECTS)}")
    to = DIALECTS[dialect]
    report = Report(guide, dialect)
    writer = _writer(to, to.style, report)
    top = cover(guide, writer)
    body = _content(guide, writer)
    esm = list(without_imports(guide.source.esm, DIALECTS[own_dialect(guide)].style.packages))
    imports = "\n".join(imports_for(body, to.style.modules, esm))
    return _joined([*top, imports, *esm, to_mdx(body)]), report


def _writer(dialect: Dialect, style: Style, moved: Report | None) -> Writer:
    return Writer(FORMS, dialect, style, style.outside, vocabulary(dialect, {}), moved)


def _content(guide: Guide, writer: Writer) -> n.Root:
    content = [*writer.blocks(guide.intro), *outline.sections(guide.sections, writer, outermost=True)]
    return n.Root(None, tuple(content))


def _comment(dialect: Dialect) -> str:
    return f"{{/* guidec: dialect[{dialect.name}] */}}"


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part).rstrip("\n") + "\n"


TARGET = Target(name="mdx", summary="the guide, written again in its dialect's house style", render=render)
