"""A frame looks at no more of a line than it shows, however long the line is."""

from __future__ import annotations

import pytest

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.guide import EMPTY_STEP
from guidec.diagnostics.text import to_text
from guidec.source import Source


class Watched(str):
    """A text that remembers how much of it was taken out."""

    taken = 0

    def __getitem__(self, key: object) -> str:
        found = super().__getitem__(key)  # type: ignore[index]
        Watched.taken += len(found)
        return found


def test_should_look_at_what_it_shows_only() -> None:
    source = Source(Watched("word " * 20_000 + "here" + " word" * 20_000), "a.mdx")
    Watched.taken = 0
    shown = to_text(
        Diagnostic.at(EMPTY_STEP, "m", source.span(100_000, 100_004)), {"a.mdx": source}.get, width=60
    )
    assert "word here word" in shown
    assert Watched.taken < 1000


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_should_give_lines_without_their_endings(ending: str) -> None:
    source = Source(f"\ufeffone{ending}{ending}two{ending}")
    lines = [source.text[start : source.line_end(n + 1)] for n, start in enumerate(source.line_starts)]
    assert lines == ["one", "", "two", ""]
