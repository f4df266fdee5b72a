"""The block parser: line by line, with the open containers on a stack, so that nesting needs no recursion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from markdown_it.parser_block import ParserBlock

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.mdx import NESTING_LIMIT
from guidec.mdx.rules_block.blockquote import blockquote
from guidec.mdx.rules_block.esm import esm
from guidec.mdx.rules_block.fence import fence
from guidec.mdx.rules_block.footnote_definition import footnote_definition
from guidec.mdx.rules_block.front_matter import front_matter
from guidec.mdx.rules_block.heading import heading
from guidec.mdx.rules_block.hr import hr
from guidec.mdx.rules_block.jsx_flow import expression_flow, jsx_flow
from guidec.mdx.rules_block.list import ListContainer, list_block
from guidec.mdx.rules_block.paragraph import paragraph
from guidec.mdx.rules_block.table import table
from guidec.mdx.state import CLOSED, MdxStateBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, MutableMapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from guidec.mdx.state import BlockRule, RuleTable

NESTING: Final = 200
"""So many containers may be open at once."""

CONTAINERS: dict[Any, str] = {blockquote: ">", list_block: "*+-0123456789", footnote_definition: "["}
"""Rules that open a container, and the characters that a line must start with for them."""

BLOCKS: dict[Any, str] = {
    front_matter: "-",
    esm: "ei",
    fence: "`~",
    heading: "#",
    hr: "*-_",
    jsx_flow: "<",
    expression_flow: "{",
}
"""The same for rules that read a block; rules that are not listed are tried at every line."""


class MdxParserBlock(ParserBlock):
    """markdown-it's block parser with another loop; its ruler and the rules of other plugins are kept."""

    def __init__(self, parser: ParserBlock) -> None:
        self.ruler = parser.ruler
        self._compiled: tuple[Any, ...] = ()

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: MutableMapping[str, Any],
        outTokens: list[Token],  # noqa: N803
    ) -> list[Token] | None:
        """Write the block tokens of a text."""
        state = MdxStateBlock(src, md, env, outTokens)
        self.tokenize(state, 0, state.lineMax)
        state.feed(state.lineMax)
        state.leave(0, len(src))
        return state.tokens

    def tokenize(self, state: MdxStateBlock, startLine: int, endLine: int) -> None:  # type: ignore[override]  # noqa: N803
        """Read the lines from `startLine` up to `endLine`."""
        rules, always = self._tables(state)
        line = startLine
        while line < endLine:
            kind = state.feed(line)
            if kind or state.containers:
                state.take(line)
            if kind == CLOSED:
                self._open_containers(state, line)
            first = state.bMarks[line] + state.tShift[line]
            if first >= state.eMarks[line]:
                line = self._blank_lines(state, line, endLine)
                continue
            state.line = line
            for rule in rules.get(state.src[first], always):
                if rule(state, line, endLine, False):
                    break
            line = state.line
            state.endings.clear()
            if state.open_ended:
                state.open_ended = False
            elif state.has_ending(line - 1):
                state.endings.add(state.eMarks[line - 1])

    def _open_containers(self, state: MdxStateBlock, line: int) -> None:
        parent = state.parentType
        if state.interrupted:
            state.parentType = "paragraph"
        while len(state.containers) < NESTING and state.open_container(line):
            pass
        state.parentType = parent
        if len(state.containers) < NESTING or not state.opens_container(line):
            return
        start = state.bMarks[line]
        position = state.document.source.span(start, start)
        reason = f"Unexpected block quote or list in {NESTING} others, expected less nesting"
        state.document.diagnostics.append(Diagnostic.at(NESTING_LIMIT, reason, position))

    def _blank_lines(self, state: MdxStateBlock, line: int, end: int) -> int:
        """Take a blank line and those that follow it, and give the line behind them."""
        self._blank_line(state, line)
        line += 1
        return line

    def _blank_line(self, state: MdxStateBlock, line: int) -> None:
        if not state.has_ending(line):
            return
        offset = state.eMarks[line]
        if state.containers:
            innermost, holder = state.containers[-1], state.list_or_quote()
            if holder and not (isinstance(innermost, ListContainer) and innermost.marker.line == line):
                holder.see_blank(offset)
        state.endings.add(offset)

    def _tables(self, state: MdxStateBlock) -> tuple[RuleTable, list[BlockRule]]:
        active = self.ruler.getRules("")
        if not self._compiled or self._compiled[0] is not active:
            interrupting = _blocks(self.ruler.getRules("paragraph"))
            blocks = _blocks(active)
            containers = [rule for rule in active if rule in CONTAINERS]
            before_row = [rule for rule in blocks if rule not in (table, paragraph)]
            self._compiled = (
                active,
                _by_character(containers, CONTAINERS)[0],
                *_by_character(interrupting, BLOCKS),
                *_by_character(before_row, BLOCKS),
                *_by_character(blocks, BLOCKS),
            )
        (
            _,
            state.container_rules,
            state.interrupting,
            state.interrupting_always,
            state.before_row,
            state.before_row_always,
            rules,
            always,
        ) = self._compiled
        return rules, always


def _blocks(rules: Iterable[Any]) -> list[Any]:
    """Give the rules that open no container; a table starts like a paragraph, so it is tried next to last."""
    return sorted(
        (rule for rule in rules if rule not in CONTAINERS), key=lambda rule: rule in (table, paragraph)
    )


def _by_character(rules: Iterable[Any], characters: dict[Any, str]) -> tuple[RuleTable, list[BlockRule]]:
    """Give the rules to try at a line that starts with a character, and those for all other characters, in order."""
    listed = {character for rule in rules for character in characters.get(rule, "")}
    table = {c: [rule for rule in rules if c in characters.get(rule, c)] for c in listed}
    return table, [rule for rule in rules if rule not in characters]
