"""What open pages are told: which form of the page there is now, and what is wrong in the guide behind it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from threading import Condition
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PAGES = "html/"
INDEX = f"{PAGES}index.html"
KEPT = 32
"""Pages that are kept as they were last shown; people look at one or a few."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of a build."""

    path: str
    """The file that it is in, relative to the content root; empty for what concerns all pages."""
    severity: str
    text: str
    """As the terminal shows it, on one line."""


@dataclass(frozen=True, slots=True)
class State:
    """What the last build found."""

    number: int = 0
    """Of the build."""
    problems: tuple[Problem, ...] = ()
    inputs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The files behind each page, by its path below the output folder."""


class Live:
    """Carries the state from the thread that builds to those that serve."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.state = State()
        self._changed = Condition()
        self._kept: dict[str, bytes] = {}

    def publish(self, problems: Sequence[Problem], inputs: Mapping[str, frozenset[str]]) -> None:
        """Let everybody know what a build found."""
        with self._changed:
            self.state = State(self.state.number + 1, tuple(problems), inputs)
            self._changed.notify_all()

    def refuse(self, text: str) -> None:
        """Let everybody know why there is no build: what the last one made still stands."""
        self.publish([Problem("", "error", text)], self.state.inputs)

    def wait(self, number: int, seconds: float) -> State:
        """Wait for the state after that of build `number`, or so long; give the state that there is."""
        with self._changed:
            self._changed.wait_for(lambda: self.state.number != number, seconds)
            return self.state

    def digest(self, page: str) -> str | None:
        """Give what identifies the present form of a page; None where it is not there."""
        try:
            return hashlib.sha256((self.out / page).read_bytes()).hexdigest()
        except OSError:
            return None

    def read(self, page: str, file: Path) -> bytes:
        """Read the file that is a page, and keep it for as long as its guide may be broken."""
        content = file.read_bytes()
        with self._changed:
            self._kept.pop(page, None)
            self._kept[page] = content
            if len(self._kept) > KEPT:
                del self._kept[next(iter(self._kept))]
        return content

    def kept(self, page: str) -> bytes | None:
        """Give a page as it was shown last, while its guide is broken; None where it is not, or is gone."""
        is_broken = page in self.state.inputs and any(one.severity == "error" for one in self.about(page))
        return self._kept.get(page) if is_broken else None

    def about(self, page: str) -> list[Problem]:
        """Give what is wrong in the guide behind a page; for any other page everything that is wrong."""
        state = self.state
        behind = state.inputs.get(page)
        return [one for one in state.problems if behind is None or not one.path or one.path in behind]


def page_of(guide: str) -> str:
    """Give the path of the checklist of the guide at a path below the content root."""
    return f"{PAGES}{PurePosixPath(guide).with_suffix('.html')}"
