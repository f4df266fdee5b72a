"""The blocks that hold other blocks: what a line must start with so that they stay open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from markdown_it.token import Token

    from guidec.mdx.cursor import Cursor
    from guidec.mdx.endings import Endings
    from guidec.mdx.state import MdxStateBlock


class Container:
    """An open block quote, list or footnote definition."""

    __slots__ = ("extent", "in_footnote", "in_quote", "opening", "quote_in_footnote")

    closing_type: ClassVar[str]
    tag: ClassVar[str]
    hides_blank: ClassVar[bool] = True
    """Whether blank lines inside are nothing to a list around."""

    def __init__(self, opening: Token) -> None:
        self.opening = opening
        self.extent: int | None = None
        """The line at which the container ends, where a rule of another plugin has asked."""
        self.in_quote = False
        """Whether this or a container around it is a block quote."""
        self.in_footnote = False
        """Whether this or a container around it is a footnote definition."""

        self.quote_in_footnote = False
        """Whether there is a block quote inside a footnote definition, so that even blank lines are indented."""

    def inherit(self, parent: Container) -> None:
        """Take over what is known of the containers around."""
        self.quote_in_footnote = parent.quote_in_footnote or (self.in_quote and parent.in_footnote)
        self.in_quote |= parent.in_quote
        self.in_footnote |= parent.in_footnote

    def proceed(self, state: MdxStateBlock, cursor: Cursor) -> bool:
        """Move over what keeps the container open on the cursor's line, or say that the line does not."""
        raise NotImplementedError

    def remember(self) -> tuple[Any, ...]:
        """Give what `proceed` changes."""
        return ()

    def recall(self, memory: tuple[Any, ...]) -> None:
        """Undo what `proceed` has changed since `remember`."""

    def starts_on(self, line: int) -> bool:  # noqa: ARG002
        """Say whether an item's marker stands on a line."""
        return False

    def see_blank(self, offset: int) -> None:
        """Take note of a blank line whose ending stands at `offset`."""

    def see_end(self, endings: Endings) -> None:
        """Take note that a container in here has ended before these line endings."""

    def close(self, state: MdxStateBlock, end: int) -> None:
        """Write the closing token; `end` is the source offset behind the container."""
        self.opening.meta["span"] = (self.opening.meta["span"][0], end)
        end_lines(self.opening, state)
        state.push(self.closing_type, self.tag, -1)


def end_lines(opening: Token, state: MdxStateBlock) -> None:
    """Let the lines of a container or list item end behind the block that was read last."""
    if opening.map:
        opening.map[1] = max(opening.map[0] + 1, state.line)
