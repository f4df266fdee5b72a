"""What the indexes tell about already, so that the text around it is not reported once more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.changes.outline import Line, Part

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

    def change(self, part: Part, before: str | None, after: str | None) -> None:
        """Note that a value became another one."""
        if before:
            self.changed[part].append((before, after or ""))

    def is_changed(self, old: Line, new: Line) -> bool:
        """Tell whether a line differs by nothing else than values that are reported."""
        if old.codes != new.codes and set(old.codes) ^ set(new.codes) <= self.scopes:
            return True
        text = old.text
        for before, after in self.changed.get(old.part, ())[:MOST]:
            if before in text:
                text = text.replace(before, after)
        return text == new.text != old.text

    def is_gone(self, line: Line) -> bool:
        """Tell whether a line that is gone held something that is reported as gone."""
        return _holds(line, self.gone)

    def is_new(self, line: Line) -> bool:
        """Tell whether a new line holds something that is reported as new."""
        return _holds(line, self.new)


def _holds(line: Line, entries: defaultdict[Part, list[tuple[str, ...]]]) -> bool:
    return any(all(text in line.text for text in texts) for texts in entries.get(line.part, ())[:MOST])
