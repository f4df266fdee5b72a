"""The state of the block rules: which line stands where, and which containers are open.

A line is *fed* once, in order: it is held against the open containers, and the rules for containers say whether a new
one starts on it. From then on `bMarks`, `tShift` and `sCount` of that line describe what is left of it, as
markdown-it's own rules and those of other plugins expect.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from guidec.mdx.cursor import NO_LIMIT, TAB_SIZE, Cursor
from guidec.mdx.document import TooLargeError, document_of
from guidec.mdx.endings import Endings
from guidec.mdx.lines import Lines
from guidec.mdx.token import PlainToken

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from guidec.mdx.containers import Container
    from guidec.mdx.rule_chains import RuleChains
    from guidec.mdx.rules_block.list import ListContainer
    from guidec.mdx.segments import Segment
    from guidec.mdx.token import Nesting

FLOW: Final = 0
"""The line goes on with the open containers."""
LAZY: Final = 1
"""Not all containers are kept open, and none starts: only a paragraph can go on here."""
CLOSED: Final = 2
"""A container or a list item starts, so the block before it has ended."""
END: Final = 3
"""There is no such line."""


class MdxStateBlock(Lines):
    """markdown-it's block state, with the open containers as a stack instead of nested calls."""

    def __init__(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token], chains: RuleChains
    ) -> None:
        self.src = src
        self.md = md
        self.env = env
        self.tokens = tokens
        self.document = document_of(env)
        self.is_full = False
        """Whether it was reported that no more containers can be open."""
        self.find_lines()
        self.origins = self.lineStarts.copy()
        """Where each line starts for the containers: later than in the source inside another plugin's container."""
        self.indents: dict[int, int] = {}
        """Columns of indent before these starts, there."""
        self.nested = False
        """Whether another plugin's rule has called the parser for the lines of its container."""
        self.extent: int | None = None
        self.blkIndent = 0
        self.line = 0
        self.tight = False
        self.ddIndent = -1
        self.listIndent = -1
        self.parentType = "root"
        self.level = 0
        self.result = ""
        self._code_enabled = "code" in md.block.ruler.get_active_rules()
        self.most_indent = TAB_SIZE - 1 if self._code_enabled else NO_LIMIT
        """Columns that may stand before a construct; more are indented code, where there is any."""
        self.containers: list[Container] = []
        self.matched = 0
        """How many containers the line fed last keeps open."""
        self.sibling: ListContainer | None = None
        """The list of which the line fed last starts a new item."""
        self.interrupted = False
        """Whether a container on the line fed last interrupts a paragraph; then this goes for those inside it, too."""
        self.fed = -1
        self.kinds = bytearray(self.lineMax + 2)
        self.endings = Endings()
        self.scanned: tuple[int, Any, Any] | None = None
        """A place and the flow tags and expressions found there, so that they are not scanned twice."""
        self.unclosed = 0
        """How many tags and expressions were found to have no end."""
        self.chains = chains
        self.open_ended = False
        """Whether the block read last ends behind the line ending of its last line."""
        self._cursor = Cursor(self)

    def push(self, ttype: str, tag: str, nesting: Nesting) -> Token:
        """Add a token that has no place of its own, such as a closing one."""
        return self.add(ttype, tag, nesting, {})

    def add(
        self,
        token_type: str,
        tag: str,
        nesting: Nesting,
        meta: dict[str, Any],
        lines: list[int] | None = None,
        content: str = "",
        markup: str = "",
    ) -> Token:
        """Add a token; `lines` are its first line and the one behind its last."""
        level = self.level
        if nesting < 0:
            level -= 1
            self.level = level
        elif nesting:
            self.level = level + 1
        if len(self.tokens) >= self.document.most_tokens:
            raise TooLargeError(self.lineStarts[min(self.line, self.lineMax - 1)])
        token = PlainToken(
            token_type, tag, nesting, None, lines, level, None, content, markup, "", meta, True
        )
        self.tokens.append(token)
        return token

    def release(self) -> None:
        """Let go of what points back here, so that the state is gone as soon as nobody needs it."""
        self.scanned = None
        del self._cursor

    @contextmanager
    def region(self, start: int, end: int) -> Iterator[None]:
        """Read only the lines of a container that another plugin's rule has found.

        Such rules tell by `tShift` and `sCount` where a line's content starts and how far it is indented.
        """
        kept = self.containers, self.endings, self.matched, self.nested, self.indents
        starts = self.origins[start:end]
        self.containers, self.endings, self.matched, self.nested = [], Endings(), 0, True
        self.origins[start:end] = [self.bMarks[line] + self.tShift[line] for line in range(start, end)]
        self.indents = {line: self.sCount[line] - self.blkIndent for line in range(start, end)}
        self.fed = start - 1
        yield
        self.leave(0, self.lineStarts[self.line])
        self.fed = self.line - 1
        self.containers, self.endings, self.matched, self.nested, self.indents = kept
        self.origins[start:end] = starts

    def prepare(self, line: int, end: int) -> int:
        """Set `bMarks`, `tShift` and `sCount` for the lines that a rule of another plugin may look at.

        Gives the line behind them, where the open containers end.
        """
        holder: Container | MdxStateBlock = self.containers[-1] if self.containers else self
        if holder.extent is None:
            memory, stop = self.remember(), line + 1
            while stop < end and self.feed(stop, concrete=True) == FLOW:
                stop += 1
            self.recall(memory)
            holder.extent = stop
        return min(holder.extent, end)

    def is_outdented(self, line: int) -> bool:
        """Say whether a line stands left of the container that another plugin's rule has found."""
        return self.nested and self.indents.get(line, 0) < 0

    # Lines

    @property
    def contiguous(self) -> bool:
        """Whether lines follow each other as in the source, without prefixes between."""
        return not (self.containers or self.nested)

    def text(self, first: int, last: int, start: int) -> tuple[str, list[Segment]]:
        """Give what is left of the lines from `first` to `last`, from offset `start` on, with the line endings between.

        The segments say where in the source the parts of the text stand.
        """
        end = self.eMarks[last]
        if first == last or self.contiguous:
            return self.src[start:end], [(0, start)]
        parts: list[str] = []
        segments: list[Segment] = []
        length = 0
        for line in range(first, last + 1):
            begin = start if line == first else self.bMarks[line]
            for _ in range(self.pads.get(line, 0) if line > first else 0):
                segments.append((length, begin))
                parts.append(" ")
                length += 1
            stop = end if line == last else self.lineStarts[line + 1]
            segments.append((length, begin))
            parts.append(self.src[begin:stop])
            length += stop - begin
        return "".join(parts), segments

    # Containers

    def feed(self, line: int, concrete: bool = False) -> int:
        """Hold the next line against the open containers and say how it goes on.

        `parentType` is "paragraph" while one can be interrupted. In a `concrete` block no container can start.
        """
        if line <= self.fed:
            return self.kinds[line]
        self.fed = line
        if line >= self.lineMax:
            kind = END
        elif self.nested and self.is_outdented(line) and self.origins[line] < self.eMarks[line]:
            self.begin(line, self.origins[line])
            self.matched, kind = 0, LAZY
        elif self.containers:
            kind = self._feed_contained(line, concrete)
        else:
            if self.nested or self.pads or self.bMarks[line] != self.origins[line]:
                self.begin(line, self.origins[line], self.indents.get(line, 0) if self.nested else 0)
            self.matched = 0
            kind = FLOW if concrete or not self.opens_container(line) else CLOSED
        self.kinds[line] = kind
        self.interrupted = (
            kind == CLOSED
            and self.parentType == "paragraph"
            and self.matched == len(self.containers)
            and self.sibling is None
        )
        return kind

    def _feed_contained(self, line: int, concrete: bool) -> int:
        cursor = self._cursor
        cursor.start(line, self.origins[line], max(self.indents.get(line, 0), 0))
        self.sibling = None
        self.matched = 0
        for container in self.containers:
            if not container.proceed(self, cursor):
                break
            self.matched += 1
            if self.sibling is not None:
                self.begin(line, cursor.pos, cursor.pad)
                return CLOSED
        self.begin(line, cursor.pos, cursor.pad)
        if self.matched == len(self.containers):
            return FLOW if concrete or not self.opens_container(line) else CLOSED
        parent, self.parentType = self.parentType, "root"
        opens = self.opens_container(line)
        self.parentType = parent
        return CLOSED if opens else LAZY

    def opens_container(self, line: int) -> bool:
        """Say whether a container starts at what is left of a line."""
        first = self.bMarks[line] + self.tShift[line]
        # For most lines the first character tells.
        return self.src[first : first + 1] in self.chains.containers.by_character and self._container(
            line, silent=True
        )

    def open_container(self, line: int) -> bool:
        """Open the container that starts at what is left of a line, if one does."""
        return self._container(line, silent=False)

    def _container(self, line: int, *, silent: bool) -> bool:
        first = self.bMarks[line] + self.tShift[line]
        if first >= self.eMarks[line]:
            return False
        rules = self.chains.containers.at(self.src[first])
        if not rules or self.is_code_block(line):
            return False
        for rule in rules:  # noqa: SIM110 - a generator would take as long as most rules do
            if rule(self, line, self.lineMax, silent):
                return True
        return False

    def remember(self) -> tuple[Any, ...]:
        """Give what `recall` needs to forget the lines fed from now on."""
        return self.fed, self.matched, self.sibling, [container.remember() for container in self.containers]

    def recall(self, memory: tuple[Any, ...]) -> None:
        """Forget the lines fed since `remember`."""
        self.fed, self.matched, self.sibling, containers = memory
        for container, remembered in zip(self.containers, containers, strict=True):
            container.recall(remembered)

    def enter(self, container: Container) -> None:
        """Put a container on the stack; it has written its opening token."""
        if self.containers:
            container.inherit(self.containers[-1])
        self.containers.append(container)
        self.endings.clear()

    def take(self, line: int) -> None:
        """Close the containers that a fed line has ended, before blocks are read from it."""
        kind, start = self.kinds[line], self.lineStarts[line]
        if kind == LAZY:
            if not self.is_only_prefix(line):
                self.leave(self.matched, start)
            self._pass_prefix(line, self.matched)
        elif self.sibling is not None and kind == CLOSED:
            self.leave(self.matched, start)
            self._pass_prefix(line, self.matched - 1)
            self.sibling.start_item(self)
            self.sibling = None
        else:
            kept = self.matched if kind == CLOSED else len(self.containers)
            self._pass_prefix(line, kept)
            self.leave(kept, self.bMarks[line])

    def _pass_prefix(self, line: int, count: int) -> None:
        if count:
            innermost = self.containers[count - 1]
            if innermost.in_quote:
                self.endings.clear_own()
            blank = self.isEmpty(line) and self.sibling is None and not innermost.quote_in_footnote
            if innermost.in_footnote and not blank:
                self.endings.clear()

    def leave(self, count: int, point: int) -> None:
        """Close all containers but the first `count`.

        They end before the line endings behind their last content, or else at `point`.
        """
        if len(self.containers) == count:
            return
        while len(self.containers) > count:
            container = self.containers.pop()
            container.close(self, self.endings.first if self.endings.count else point)
            self.endings.forget_inner()
        holder = self.list_or_quote()
        if holder and self.endings.count:
            holder.see_end(self.endings)

    def list_or_quote(self) -> Container | None:
        """Give the innermost list or block quote; footnote definitions do not hide what is in them from a list."""
        return next((container for container in reversed(self.containers) if container.hides_blank), None)
