"""The line endings behind the last content: where containers and list items end depends on them."""

from __future__ import annotations


class Endings:
    """Two runs of line endings that reach up to the present place.

    A container ends before the first ending of the one, a list item before the first of the other. They differ because
    a `>` on a blank line breaks off the first run only.
    """

    __slots__ = ("count", "first", "item_count", "item_first")

    def __init__(self) -> None:
        self.first = self.count = 0
        self.item_first = self.item_count = 0

    def add(self, offset: int) -> None:
        """Take in a line ending at `offset`."""
        if not self.count:
            self.first = offset
        if not self.item_count:
            self.item_first = offset
        self.count += 1
        self.item_count += 1

    def clear(self) -> None:
        """Content comes between: both runs start anew."""
        self.count = self.item_count = 0

    def clear_own(self) -> None:
        """A `>` comes between: only the run of containers starts anew."""
        self.count = 0

    def forget_inner(self) -> None:
        """A container has ended before its run, so an item around it sees nothing further back."""
        self.item_first, self.item_count = self.first, self.count
