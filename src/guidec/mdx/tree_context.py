"""What the two halves of the tree share: blocks are made in `tree.py`, and the text in them in `tree_inline.py`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.diagnostics import Diagnostic
    from guidec.source import Source


@dataclass(slots=True)
class OpenTag:
    """A flow tag that waits for its closing tag."""

    name: str | None
    start: int
    end: int


@dataclass(slots=True)
class Context:
    """What surrounds a text while the tree is built."""

    source: Source
    diagnostics: list[Diagnostic]
    autolinks: bool = True
    """Whether URLs without any markup are links."""
    open_tags: list[OpenTag] = field(default_factory=list)
    """The flow tags that are open around the present place, the innermost last."""
