"""What an output shows of a component that guidec knows no meaning for, besides its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.guide.models import ComponentBlock

NAMES = ("title", "label", "name", "question", "summary", "alt", "slot", "tab")
WORDS = ("description", "caption", "hint", "tip", "definition")
ADDRESSES = ("href", "to", "link", "url", "src")


def component_name(block: ComponentBlock) -> str:
    """Give what a component calls itself, else the member that tells it from its siblings: `Code.Next` is "Next"."""
    return _first(block, NAMES) or (block.name or "").rpartition(".")[2] * ("." in (block.name or ""))


def component_description(block: ComponentBlock) -> str:
    """Give the words that a component has in attributes."""
    return " ".join(filter(None, (_first(block, (key,)) for key in WORDS)))


def component_address(block: ComponentBlock) -> str:
    """Give where a component leads."""
    return _first(block, ADDRESSES)


def _first(block: ComponentBlock, keys: tuple[str, ...]) -> str:
    """Give the first of these attributes that is a string and no expression."""
    for key in keys:
        value = block.attributes.get(key)
        if isinstance(value, str) and value.strip() and not value.startswith("{"):
            return value
    return ""
