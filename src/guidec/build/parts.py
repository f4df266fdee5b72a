"""Pages that other guides include: they are parts of guides, and are not held to what makes a guide.

Whether a page is a part is known only when all guides were read, so what may be said only of a guide waits until then.
"""

from __future__ import annotations

from itertools import compress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from guidec.diagnostics.rules.guide import (
    CREDENTIAL_WITHOUT_STEP,
    EMPTY_GUIDE,
    MISSING_REDIRECT_URL,
    MISSING_TITLE,
    NO_STEPS,
    SKIPPED_HEADING_LEVEL,
)
from guidec.diagnostics.rules.links import BROKEN_ANCHOR
from guidec.diagnostics.rules.snippets import UNRESOLVED_EXPRESSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidec.diagnostics import Diagnostic

ABOUT_WHOLE_GUIDES = frozenset(
    rule.id
    for rule in (
        MISSING_TITLE,
        NO_STEPS,
        EMPTY_GUIDE,
        MISSING_REDIRECT_URL,
        CREDENTIAL_WITHOUT_STEP,
        SKIPPED_HEADING_LEVEL,
        BROKEN_ANCHOR,
        UNRESOLVED_EXPRESSION,
    )
)
"""What the guide around a part may have: the title, the heading above, the value of a name."""
SNIPPET_FOLDERS = frozenset({"snippets", "partials", "includes"})
"""Folders whose pages documentation systems never show by themselves; so are those that start with `_`."""


def snippet_folder(path: str) -> PurePosixPath | None:
    """Give the outermost folder for snippets that a page stands in, if it does."""
    folders = reversed(PurePosixPath(path).parents[:-1])
    return next((f for f in folders if f.name in SNIPPET_FOLDERS or f.name.startswith("_")), None)


class Parts:
    """Tells parts from guides while diagnostics come guide by guide, and says once what many guides include."""

    def __init__(self) -> None:
        self._included: set[str] = set()
        self._waiting: dict[str, list[Diagnostic]] = {}
        self._said: set[int] = set()
        """Hashes of what was said: of a hundred thousand guides there may be much."""

    def sift(self, path: str, inputs: Iterable[str], found: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Give what can be said at once about the guide at `path`, which was made of the files `inputs`."""
        self._included.update(file for file in inputs if file != path)
        waits = [one.path == path and one.rule.id in ABOUT_WHOLE_GUIDES for one in found]
        if any(waits):
            self._waiting[path] = list(compress(found, waits))
        return [one for one, wait in zip(found, waits, strict=True) if not wait and self._is_new(one)]

    def rest(self) -> list[Diagnostic]:
        """Give what had to wait and is about guides."""
        return [one for path, found in self._waiting.items() if not self._is_part(path) for one in found]

    def _is_part(self, path: str) -> bool:
        return path in self._included or snippet_folder(path) is not None

    def _is_new(self, one: Diagnostic) -> bool:
        identity = hash((one.rule.id, one.path, one.start.offset, one.end.offset, one.message))
        known = identity in self._said
        self._said.add(identity)
        return not known
