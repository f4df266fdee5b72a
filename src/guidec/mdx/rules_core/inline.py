"""The core rule that has all inline content parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.document import document_of
from guidec.mdx.parser_inline import MdxParserInline

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore


def inline(state: StateCore) -> None:
    """Parse the content of each `inline` token, whose `meta["segments"]` say where it comes from."""
    parser = state.md.inline
    assert isinstance(parser, MdxParserInline)
    parser.update()
    document = document_of(state.env)
    document.tokens = len(state.tokens)
    for token in state.tokens:
        if token.type == "inline":
            parser.parse_token(token, state.md, state.env)
            document.tokens += len(token.children or ())
