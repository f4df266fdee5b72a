"""What guidec found in a guide, in the form of the records: the same fields, the same keys, texts in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidec.guide.models import ListItem, Section, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidec.guide.models import Block, Guide

Fact = dict[str, Any]

KEYS = {
    "admonitions": ("kind", "title", "text"),
    "redirect_urls": ("url", "label"),
    "links": ("url", "text"),
    "credentials": ("label", "secret", "optional"),
    "settings": ("label", "value", "hint"),
}
"""The indexes of a guide, and which of their keys are compared."""


def facts(guide: Guide) -> dict[str, list[Fact]]:
    """Give everything that is held against a record, by field, in reading order."""
    found = {field: [_only(entry, keys) for entry in getattr(guide, field)] for field, keys in KEYS.items()}
    urls = {entry["url"] for entry in found["redirect_urls"]}
    found["settings"] = [setting for setting in found["settings"] if setting["value"] not in urls]
    parts = [*_parts(guide)]
    found["sections"] = [
        _only(part, ("kind", "level", "title")) for part in parts if isinstance(part, Section) and part.title
    ]
    found["steps"] = [_only(part, ("title", "text")) for part in parts if isinstance(part, Step)]
    found["items"] = [_only(part, ("text", "optional")) for part in parts if isinstance(part, ListItem)]
    return found


def _only(model: object, keys: Sequence[str]) -> Fact:
    return {key: getattr(model, key) for key in keys}


def _parts(guide: Guide) -> Iterator[Section | Step | ListItem]:
    yield from _in_blocks(guide.intro)
    for section in guide.sections:
        yield from _in_section(section)


def _in_section(section: Section) -> Iterator[Section | Step | ListItem]:
    yield section
    yield from _in_blocks(section.intro)
    yield from _in_items(section.steps)
    yield from _in_blocks(section.outro)
    for inner in section.sections:
        yield from _in_section(inner)


def _in_items(items: Sequence[Step | ListItem]) -> Iterator[Section | Step | ListItem]:
    for item in items:
        yield item
        yield from _in_blocks(item.content)


def _in_blocks(blocks: Sequence[Block]) -> Iterator[Section | Step | ListItem]:
    for block in blocks:
        match block.type:
            case "list":
                yield from _in_items(block.items)
            case "steps":
                yield from _in_items(block.steps)
            case "tabs":
                for tab in block.tabs:
                    yield from _in_blocks(tab.content)
            case _:
                yield from _in_blocks(getattr(block, "content", ()))
