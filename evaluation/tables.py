"""The scores of many guides, and how they are printed."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from agreement import Comparison, Tally
from record import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from record import Entry

SHOWN = 200
"""Characters of a line that are shown."""


class Scores:
    """The tallies of many guides, by dialect and field."""

    def __init__(self) -> None:
        self.guides: Counter[str] = Counter()
        self.by_dialect: defaultdict[str, defaultdict[str, Tally]] = defaultdict(lambda: defaultdict(Tally))

    def add(self, dialect: str, comparisons: Mapping[str, Comparison]) -> None:
        """Add one guide."""
        self.guides[dialect] += 1
        for field, comparison in comparisons.items():
            self.by_dialect[dialect][field] += comparison.tally

    def of(self, field: str) -> Tally:
        """Give the tally of a field over all dialects."""
        return sum((tallies[field] for tallies in self.by_dialect.values()), Tally())


def tables(half: str, scores: Scores) -> Iterator[str]:
    """Give the lines of the tables of one half, as Markdown."""
    yield from (f"## {half}: {scores.guides.total()} guides", "")
    head: tuple[str, ...] = ("field", "precision", "recall", "F1", "recorded", "found", "right")
    yield from _table(head, (_by_field(field, scores.of(field)) for field in FIELDS))
    yield ""
    head = ("F1 by dialect", "guides", *(field.replace("_", " ") for field in FIELDS))
    yield from _table(head, (_by_dialect(dialect, scores) for dialect in sorted(scores.guides)))


def differences(path: str, source: Path, comparisons: Mapping[str, Comparison]) -> Iterator[str]:
    """Give a line for each entry that was missed (-) and each fact that is surplus (+)."""
    lines = source.read_text(encoding="utf-8", errors="replace").splitlines()
    for field, comparison in comparisons.items():
        if comparison.missed or comparison.surplus:
            yield f"{path}: {field}"
        for entry in comparison.missed:
            yield f"  - {_shown_entry(entry, lines)}"[:SHOWN]
        for fact in comparison.surplus:
            yield f"  + {_shown(fact)}"[:SHOWN]


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    cells = [head, *rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    rule = "|".join(["", "-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:]), ""])
    for number, row in enumerate(cells):
        rest = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
        yield " | ".join(["| " + row[0].ljust(widths[0]), *rest]) + " |"
        if number == 0:
            yield rule


def _by_field(field: str, tally: Tally) -> tuple[str, ...]:
    counts = (tally.recorded, tally.found, tally.agreed)
    shares = (tally.precision, tally.recall, tally.f1)
    return (field.replace("_", " "), *(f"{share:.3f}" for share in shares), *map(str, counts))


def _by_dialect(dialect: str, scores: Scores) -> tuple[str, ...]:
    tallies = (scores.by_dialect[dialect][field] for field in FIELDS)
    shares = (f"{tally.f1:.3f}" if tally != Tally() else "–" for tally in tallies)
    return (dialect, str(scores.guides[dialect]), *shares)


def _shown_entry(entry: Entry, lines: list[str]) -> str:
    there = f"   at {entry.line}: {lines[entry.line - 1].strip()}" if entry.line else ""
    return _shown(entry.model_dump(exclude_unset=True, exclude={"line"})) + there


def _shown(said: Mapping[str, object]) -> str:
    return ", ".join(f"{key} {value}" for key, value in said.items())
