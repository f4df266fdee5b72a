"""Prepares the text: unlike markdown-it's own rule, this one keeps every offset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.document import ENV_KEY, Document
from guidec.source import Source

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore


def normalize(state: StateCore) -> None:
    """Replace NUL by U+FFFD; line endings and a byte order mark stay, because tokens carry source offsets."""
    state.env.setdefault(ENV_KEY, Document(Source(state.src)))
    state.src = state.src.replace("\0", "\ufffd")
