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
        """Start both runs anew: content comes between."""
        self.count = self.item_count = 0

    def clear_own(self) -> None:
        """Start only the run of containers anew: a `>` comes between."""
        self.count = 0

    def forget_inner(self) -> None:
        """Cut the run of items back: a container has ended before the other one, and hides what is further back."""
        self.item_first, self.item_count = self.first, self.count
