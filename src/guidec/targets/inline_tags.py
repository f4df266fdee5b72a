"""Where the components among the words of a line start and end in its Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidec.guide.models import InlineComponent


class Tag(NamedTuple):
    """One end of a component."""

    offset: int
    """Where it stands in the Markdown."""
    number: int
    """Which of the line's components it is."""
    opens: bool


def inline_tags(markdown: str, components: Sequence[InlineComponent]) -> Iterator[Tag]:
    """Give both ends of all components in order; what starts in another one ends there."""
    open_ones: list[Tag] = []
    for number, component in enumerate(components):
        while open_ones and open_ones[-1].offset <= component.start:
            yield open_ones.pop()
        around = open_ones[-1].offset if open_ones else len(markdown)
        yield Tag(component.start, number, opens=True)
        end = min(max(component.end, component.start), around)
        open_ones.append(Tag(end, number, opens=False))
    yield from reversed(open_ones)
