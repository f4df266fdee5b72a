"""Compiles texts in tests, and shows what became of them as short lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidec.config import Settings
from guidec.files import Files
from guidec.guide.compile import Compiled, compile_guide
from guidec.guide.models import Guide, Section, Step, StepsBlock
from guidec.loader import Loader
from guidec.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def compiled(text: str, path: str = "guide.mdx") -> Compiled:
    """Compile a text that stands in no folder."""
    return compile_guide(Source(text, path), Settings(), Loader(Files(Path("no-such-folder"))))


def guide_of(text: str, path: str = "guide.mdx") -> Guide:
    """Compile a text that is a guide."""
    guide = compiled(text, path).guide
    assert guide is not None
    return guide


def rules_of(text: str, path: str = "guide.mdx") -> list[str]:
    """Give the ids of the rules that a text breaks."""
    return [found.rule.id for found in compiled(text, path).diagnostics]


def only(blocks: Sequence[Any]) -> Any:
    """Give the one block that there is, of whatever kind."""
    (block,) = blocks
    return block


def outline_of(guide: Guide) -> list[str]:
    """Give the sections and steps of a guide, a line each, indented as they stand in each other.

    `## Title` is a section with a heading, `[tab] Title` one of another kind, `* Title` a step, `. text` a step
    without a title, `- text` a block.
    """
    return [
        *_blocks(guide.intro, ""),
        *(line for section in guide.sections for line in _section(section, "")),
    ]


def _section(section: Section, indent: str) -> Iterator[str]:
    mark = "#" * section.level if section.kind == "section" else f"[{section.kind}]"
    yield f"{indent}{mark} {section.title or '-'}"
    inner = indent + "  "
    yield from _blocks(section.intro, inner)
    for step in section.steps:
        yield from _step(step, inner)
    yield from _blocks(section.outro, inner)
    for subsection in section.sections:
        yield from _section(subsection, inner)


def _step(step: Step, indent: str) -> Iterator[str]:
    yield f"{indent}* {step.title}" if step.title else f"{indent}. {step.text}"
    yield from _blocks(step.content if step.title else step.content[1:], indent + "  ")


def _blocks(blocks: Iterable[Any], indent: str) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, StepsBlock):
            for step in block.steps:
                yield from _step(step, indent)
        else:
            yield f"{indent}- {_words(block)}"


def _words(block: Any) -> str:
    if block.type in ("paragraph", "heading", "admonition"):
        return str(block.text)
    if block.type == "list":
        return " / ".join(item.text for item in block.items)
    return str(block.type)
