"""What the inline rules of MDX know about the text that they walk over, besides what markdown-it's rules know."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markdown_it.rules_inline import StateInline

from guidec.mdx.document import TooLargeError
from guidec.mdx.rules_inline.linkify import Domain, find_candidates
from guidec.mdx.segments import Segments
from guidec.mdx.token import PlainToken

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

    from guidec.mdx.problem import Problem
    from guidec.mdx.rules_inline.runs import Run

INDENT = re.compile(r"[ \t]*")


@dataclass(slots=True)
class Bracket:
    """A `[` or `![` that waits for its `]`."""

    image: bool
    start: int
    """Offset of its first character."""
    end: int
    """Offset behind it, where the label starts."""
    token: int
    """Index of its text token."""
    runs: int
    """How many runs of `*`, `_` and `~` came before it."""


@dataclass(slots=True)
class Brackets:
    """The open brackets, innermost last."""

    open: list[Bracket] = field(default_factory=list)
    inactive: int = 0
    """How many of them, from the outermost, stand around a finished link: a `[` there starts no link any more."""
    footnote_image: Bracket | None = None
    """The last bracket of all, if it was a `![`: with `^` behind it, it may still be a footnote reference."""

    def push(self, bracket: Bracket) -> None:
        """Add the innermost bracket."""
        self.open.append(bracket)
        self.footnote_image = bracket if bracket.image else None

    def pop(self) -> None:
        """Close the innermost bracket."""
        self.open.pop()
        self.inactive = min(self.inactive, len(self.open))

    def innermost(self) -> Bracket | None:
        """Give the bracket that the next `]` closes, if any."""
        return self.open[-1] if self.open else None

    def can_start_link(self) -> bool:
        """Whether the innermost bracket may still become a link or an image."""
        return self.open[-1].image or len(self.open) > self.inactive


class MdxStateInline(StateInline):
    """The state of one `inline` token.

    Offsets are those of `src`; `token.meta["span"]` holds the start and end of every token, which the last rule turns
    into offsets of the source.
    """

    terminators: re.Pattern[str]
    """Finds the next character that is not plain text."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        document: Any = env.get("mdx")
        self.references: Mapping[str, tuple[str, str | None]] = document.references if document else {}
        self.footnotes: Collection[str] = document.footnotes if document else ()
        self.room = document.most_tokens - document.tokens if document else sys.maxsize
        """How many tokens there may be."""
        self.segments = Segments([(0, 0)])
        self.source = src
        """The text that `segments` lead to."""
        self.column_of: Callable[[int], int] | None = None
        self._taken: list[str] = []
        """Pieces, since many may come before the next token: to put each to a string would take quadratic time."""
        self.pending_start = -1
        self.pending_end = -1
        self.autolinks = find_candidates(src) if document is None or document.autolinks else []
        """Where an autolink may start, in order."""
        self.domain: Domain | None = None
        self.backtick_runs: dict[int, list[int]] | None = None
        """Where the runs of each length start; made when the first backtick is met."""
        self.looked_to = 0
        """How far a construct that may have come to nothing has read; see `add_line_ending`."""
        self.brackets = Brackets()
        self.titles: dict[str, tuple[int, int, int]] = {}
        """For each marker the last title that was scanned: its start, its end, and the end of its resource or 0."""
        self.runs: list[Run] = []
        self.first_marker = ""
        """The kind of run that came first; it is paired first."""
        self.unclosed: dict[str, int] = {}
        """The ends of raw HTML that do not come any more, and from which place on that is known."""
        self.heading_id = -1
        """Where the id of a heading starts, which is no expression; -1 for none."""
        self.problems: list[Problem] = []
        """What was wrong with a tag or an expression; behind it `<` and `{` are text."""

    @property
    def pending(self) -> str:
        """The text that was taken and is no token yet, under the name by which markdown-it's rules add to it."""
        return "".join(self._taken)

    @pending.setter
    def pending(self, value: str) -> None:
        self._taken = [value] if value else []

    def add_text(self, end: int) -> None:
        """Take the text from the current place up to `end` as it is."""
        if self.pending_start < 0:
            self.pending_start = self.pos
        self._taken.append(self.src[self.pos : end])
        self.pending_end = self.pos = end

    def flush(self) -> None:
        """Make a token of the text that was taken, if any."""
        if self._taken:
            self.pushPending()

    def pushPending(self) -> Token:  # noqa: N802 - markdown-it's name
        """Make a token of the text that was taken."""
        content, self._taken = "".join(self._taken), []
        start = self.pos if self.pending_start < 0 else self.pending_start
        span = (start, max(start, self.pending_end))
        token = PlainToken(
            "text", "", 0, None, None, self.pendingLevel, None, content, "", "", {"span": span}
        )
        self.tokens.append(token)
        self.pending_start = -1
        return token

    def add(self, token_type: str, end: int, content: str = "", markup: str = "") -> Token:
        """Add a token for the text from the current place up to `end`, and go on there."""
        if self._taken:
            self.pushPending()
        meta = {"span": (self.pos, end)}
        token = PlainToken(token_type, "", 0, None, None, 0, None, content, markup, "", meta)
        self.tokens.append(token)
        if len(self.tokens) > self.room:
            raise TooLargeError(self.segments.offset(self.pos))
        self.pos = end
        return token

    def is_rest_of_tab(self, offset: int) -> bool:
        """Whether a space stands for what a container's prefix has left of a tab; it is no space in the source."""
        return self.src[offset] == " " != self.source[self.segments.offset(offset)]

    def look_to(self, offset: int) -> None:
        """Note that the text up to `offset` has been read."""
        self.looked_to = max(self.looked_to, offset)

    def add_line_ending(self, token_type: str, end: int, content: str = "") -> None:
        """Add a soft or hard break that ends behind a line ending, and go on behind the next line's indent.

        The reference has it end where the next line's text starts if it has already seen that line, else where the
        line itself starts, before the prefixes of containers.
        """
        token = self.add(token_type, end, content)
        token.tag = "br"
        token.meta["ends_behind_prefix"] = self.looked_to >= end
        self.pos = INDENT.match(self.src, end).end()  # type: ignore[union-attr]  # always matches

    def add_run(self, run: Run) -> None:
        """Add a run of `*`, `_` or `~`."""
        token = self.add("text", run.start + run.size, content=run.marker * run.size)
        token.meta["run"] = run
        self.runs.append(run)
        self.first_marker = self.first_marker or run.marker

    def add_bracket(self, end: int, *, image: bool) -> None:
        """Add a `[` or `![` that ends at `end`."""
        start = self.pos
        self.add("text", end, content=self.src[start:end])
        self.brackets.push(Bracket(image, start, end, len(self.tokens) - 1, len(self.runs)))

    def drop_since(self, bracket: Bracket) -> None:
        """Go back to the place of a bracket, and forget it and all tokens behind it."""
        self.flush()
        del self.tokens[bracket.token :]
        del self.runs[bracket.runs :]
        self.pos = bracket.start

    def next_autolink(self) -> int:
        """Give the next place at which an autolink may start, the end of the text if there is none."""
        index = bisect_left(self.autolinks, self.pos)
        return self.autolinks[index] if index < len(self.autolinks) else self.posMax
