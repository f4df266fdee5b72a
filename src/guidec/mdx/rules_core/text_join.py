"""The core rule that makes escapes and character references text like any other."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_TEXT = ("text", "text_special")


def text_join(state: StateCore) -> None:
    """Join text with the escapes beside it, as markdown-it does, and their places, too."""
    lists = [token.children for token in state.tokens if token.children]
    while lists:
        tokens = lists.pop()
        special = False
        for token in tokens:
            if token.type == "text_special":
                special = True
            elif token.children:
                lists.append(token.children)
        if special:
            tokens[:] = _joined(tokens)


def _joined(tokens: list[Token]) -> list[Token]:
    result: list[Token] = []
    for is_text, group in groupby(tokens, lambda token: token.type in _TEXT):
        members = list(group)
        result.extend([_join(members)] if is_text else members)
    return result


def _join(tokens: list[Token]) -> Token:
    first = tokens[0]
    first.type, first.info, first.markup = "text", "", ""
    first.content = "".join(token.content for token in tokens)
    first.meta["span"] = (first.meta["span"][0], tokens[-1].meta["span"][1])
    return first
