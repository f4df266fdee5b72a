"""What the indexes tell about already, so that the text around it is not reported once more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guidec.guide.optional import FIRST, MARK, REACH

if TYPE_CHECKING:
    from guidec.changes.lines import Line
    from guidec.changes.outline import Part

MOST = 50
"""Changes of one part that its text is held against; a part with more is reported twice rather than slowly."""


@dataclass(slots=True)
class Told:
    """The values that changed, by the part that they stand in."""

    changed: defaultdict[Part, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    """Values before and after, by the old part."""
    gone: defaultdict[Part, list[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(list))
    """What the text of something that is gone holds, by the old part."""
    new: defaultdict[Part, list[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(list))
    """What the text of something that is new holds, by the new part."""

    scopes: set[str] = field(default_factory=set)
    """Scopes that are to be granted by one version only."""

    everywhere: list[tuple[str, str]] = field(default_factory=list)
    """Names before and after that stand in all parts."""
    optional: defaultdict[Part, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Labels of what became optional or required, by the old part."""

    def change(self, part: Part, before: str | None, after: str | None) -> None:
        """Note that a value became another one."""
        if before:
            self.changed[part].append((before, after or ""))

    def is_changed(self, old: Line, new: Line) -> bool:
        """Tell whether a line differs by nothing else than values that are reported."""
        if old.codes != new.codes and set(old.codes) ^ set(new.codes) <= self.scopes:
            return True
        became_optional = old.optional != new.optional or self.is_optional(old)
        if became_optional and _required(old.text) == _required(new.text):
            return True
        return self.is_same(old.text, new.text, old.part)

    def is_same(self, old: str, new: str, part: Part | None = None) -> bool:
        """Tell whether a text of an old part is the new one but for values and names that are reported."""
        for before, after in (*self.everywhere, *(self.changed.get(part, ())[:MOST] if part else ())):
            if before in old:
                old = old.replace(before, after)
        return old == new

    def is_optional(self, line: Line) -> bool:
        """Tell whether that a line became optional, or required, is reported for what it is about."""
        return any(label in line.text for label in self.optional.get(line.part, ())[:MOST])

    def is_gone(self, line: Line) -> bool:
        """Tell whether a line that is gone held something that is reported as gone."""
        return _holds(line, self.gone)

    def is_new(self, line: Line) -> bool:
        """Tell whether a new line holds something that is reported as new."""
        return _holds(line, self.new)


def _holds(line: Line, entries: defaultdict[Part, list[tuple[str, ...]]]) -> bool:
    return any(all(text in line.text for text in texts) for texts in entries.get(line.part, ())[:MOST])


def _required(text: str) -> str:
    """Give the letters of a text without the words that make it optional."""
    text = FIRST.sub("", MARK.sub("", text[:REACH]), count=1) + text[REACH:]
    return "".join(character for character in text if character.isalnum()).casefold()
