"""Where what is written stands: what is around a piece of phrasing content, and around a block."""

from __future__ import annotations

from typing import NamedTuple


class Surroundings(NamedTuple):
    """Where a piece of phrasing content stands; one is made for each node, so it is a tuple."""

    before: str = "\n"
    """The character before it; a line ending at the start of a block."""
    after: str = "\n"
    """The character behind it."""
    one_line: bool = False
    """In a table cell or a heading with number signs no line ending can be written."""
    in_cell: bool = False
    """In a table cell a bar would end the cell."""
    bare_links: bool = False
    """Whether a link whose text is its URL may stand bare, as GFM reads it and CommonMark does not."""
    eager: bool = False
    """Whether characters are escaped that are no markup where they stand, as remark-stringify does."""
    in_label: bool = False
    """Between brackets a closing one would end the label."""
    marker: str = ""
    """The delimiter run around it, if any."""
    refer_first: bool = False
    """Whether the first character has to be a reference, so that a delimiter run before it counts."""
    refer_last: bool = False
    """The same for the last character and a run behind it."""


PLAIN = Surroundings(bare_links=True)
EXPORTED = Surroundings(eager=True)
"""How remark-stringify writes phrasing content, and so the pages that documentation systems export."""


class Flow(NamedTuple):
    """Where flow content stands; one is made for each block, so it is a tuple."""

    tight: bool = False
    """In a tight list item no blank line may stand between blocks."""
    at_root: bool = False
    """Only at the root of a document the start of a paragraph can look like ESM."""
    other_marker: bool = False
    """Whether a list has to use its second marker, because one with the first stands right before it."""
    in_star_list: bool = False
    """Between items marked `*`, three stars would continue the list."""
    padded: bool = False
    """Whether JSX keeps blank lines between its tags and its content."""
    marker: str = "-"
    """What a list item stands behind."""
    words: Surroundings = PLAIN
    """How phrasing content is written."""

    def within(self, *, tight: bool = False, padded: bool = False, in_star_list: bool = False) -> Flow:
        """Give the flow inside of a container."""
        return Flow(tight=tight, padded=padded, in_star_list=in_star_list, words=self.words)
