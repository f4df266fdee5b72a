"""The block parser: line by line, with the open containers on a stack, so that nesting needs no recursion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from markdown_it.parser_block import ParserBlock

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.mdx import NESTING_LIMIT
from guidec.mdx.cursor import NO_LIMIT
from guidec.mdx.state import CLOSED, LAZY, MdxStateBlock

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from markdown_it import MarkdownIt
    from markdown_it.ruler import Ruler
    from markdown_it.token import Token

    from guidec.mdx.rule_chains import RuleChains

NESTING: Final = 200
"""So many containers may be open at once."""


class MdxParserBlock(ParserBlock):
    """markdown-it's block parser with another loop; its ruler and the rules of other plugins are kept."""

    def __init__(self, ruler: Ruler[Any], chains: RuleChains) -> None:
        super().__init__()
        self.ruler = ruler
        self.chains = chains

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: MutableMapping[str, Any],
        outTokens: list[Token],  # noqa: N803
    ) -> list[Token] | None:
        """Write the block tokens of a text."""
        self.chains.update()
        state = MdxStateBlock(src, md, env, outTokens, self.chains)
        self._read(state, 0, state.lineMax)
        state.feed(state.lineMax)
        state.leave(0, len(src))
        state.release()
        return state.tokens

    def tokenize(self, state: MdxStateBlock, startLine: int, endLine: int) -> None:  # type: ignore[override]  # noqa: N803
        """Read the lines of a container that another plugin's rule has found; it has set their `bMarks`."""
        with state.region(startLine, endLine):
            self._read(state, startLine, endLine)

    def _read(self, state: MdxStateBlock, line: int, end: int) -> None:
        blocks, anywhere = self.chains.blocks.by_character, self.chains.blocks.anywhere
        has_code = state.most_indent < NO_LIMIT
        after_blank = False
        while line < end:
            kind = state.feed(line)
            if kind or state.containers:
                state.take(line)
                if kind == LAZY and state.is_outdented(line):
                    break
            if kind == CLOSED:
                self._open_containers(state, line)
            first = state.bMarks[line] + state.tShift[line]
            if first >= state.eMarks[line]:
                line = self._blank_lines(state, line, end) if state.containers else line + 1
                after_blank = not state.containers
                continue
            state.line = line
            if after_blank:
                state.tight = False  # read by other plugins' lists
            in_code = has_code and state.is_code_block(line)
            for rule in anywhere if in_code else blocks.get(state.src[first], anywhere):
                if rule(state, line, end, False):
                    break
            line = state.line
            if state.containers:
                self._note_ending(state, line - 1)
            state.open_ended = False
        state.line = line

    def _note_ending(self, state: MdxStateBlock, line: int) -> None:
        """Note the line ending behind a block that was read in a container."""
        state.endings.clear()
        if not state.open_ended and state.has_ending(line):
            state.endings.add(state.eMarks[line])

    def _open_containers(self, state: MdxStateBlock, line: int) -> None:
        parent = state.parentType
        if state.interrupted:
            state.parentType = "paragraph"
        while len(state.containers) < NESTING and state.open_container(line):
            pass
        state.parentType = parent
        if len(state.containers) < NESTING:
            state.is_full = False
        if len(state.containers) < NESTING or state.is_full or not state.opens_container(line):
            return
        state.is_full = True  # every line of what stands too deep opens it anew
        start = state.bMarks[line]
        position = state.document.source.span(start, start)
        reason = f"Unexpected block quote or list in {NESTING} others, expected less nesting"
        state.document.diagnostics.append(Diagnostic.at(NESTING_LIMIT, reason, position))

    def _blank_lines(self, state: MdxStateBlock, line: int, end: int) -> int:
        """Take a blank line and those behind it, and give the line that follows them.

        The third blank line and all others change nothing, so they are not held against the containers: in deep lists
        that would cost more than linear time.
        """
        self._blank_line(state, line)
        line += 1
        if state.fed >= line or state.src[state.lineStarts[line - 1] : state.eMarks[line - 1]].strip(" \t"):
            return line
        seen = 1
        while line < end and not state.src[state.lineStarts[line] : state.eMarks[line]].strip(" \t"):
            if seen < 2:
                state.feed(line)
                state.take(line)
            state.fed = line
            self._blank_line(state, line)
            seen += 1
            line += 1
        return line

    def _blank_line(self, state: MdxStateBlock, line: int) -> None:
        if not state.has_ending(line):
            return
        offset = state.eMarks[line]
        innermost, holder = state.containers[-1], state.list_or_quote()
        if holder and not innermost.starts_on(line):
            holder.see_blank(offset)
        state.endings.add(offset)
