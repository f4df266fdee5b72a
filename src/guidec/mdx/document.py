"""What the rules of one parse share: it travels in markdown-it's `env` under the key `mdx`."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

    from guidec.diagnostics import Diagnostic
    from guidec.source import Source

ENV_KEY = "mdx"
Language = Literal["mdx", "markdown"]


class TooLargeError(Exception):
    """Ends the parsing of a document of too many tokens, at an offset in it."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


@dataclass(slots=True)
class Document:
    """One document while it is parsed; the block rules complete it before the inline rules read it."""

    source: Source
    most_tokens: int = sys.maxsize
    autolinks: bool = True
    """Whether URLs without any markup are links (GFM)."""
    tokens: int = 0
    """How many there are outside of the text that is being read."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    references: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    """URL and title of each definition, by normalized label."""
    footnotes: set[str] = field(default_factory=set)
    """The normalized labels of all footnote definitions."""
    imported: list[str] = field(default_factory=list)
    """Names that import declarations bind: a later one of the same name is wrong."""


def document_of(env: MutableMapping[str, Any]) -> Document:
    """Give the document that an `env` carries."""
    document: Document = env[ENV_KEY]
    return document
