"""What changed between two sets of guides: which guide is which, and what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.changes.guide import compare_guides
from guidec.changes.kinds import KINDS
from guidec.changes.matching import Matching
from guidec.changes.models import Change, ChangeClass, Diff, DiffSummary, NotCompared
from guidec.changes.outline import Outline
from guidec.changes.report import Report, Spot, Version
from guidec.changes.similarity import words_of
from guidec.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from guidec.changes.sides.side import Side
    from guidec.diagnostics import Diagnostic

    Read = Callable[[], Version | None]
    """Gives a guide, or None where there is none to be had."""

ALIKE = 0.6
"""The share of words that two guides of different names have in common if they are the same one."""


def compare_sets(old: Mapping[str, Read], new: Mapping[str, Read]) -> list[Change]:
    """Give what changed between two sets of guides by their ids.

    A guide that cannot be read is neither gone nor new. Only guides without a partner of the same id are held in memory
    together.
    """
    changes: list[Change] = []
    for name in old.keys() & new.keys():
        before, after = old[name](), new[name]()
        if before and after:
            changes += compare_guides(before, after)
    return changes + _compare_rest(_read(old, new), _read(new, old))


def compare_sides(old: Side, new: Side) -> Diff:
    """Compare all guides of two sides, or the one guide of each; with a side that is missing, nothing."""
    changes: list[Change] = []
    if old.is_missing or new.is_missing:
        pass
    elif old.is_one and new.is_one:
        before, after = (next(iter(side.guides.values()))() for side in (old, new))
        changes = compare_guides(before, after) if before and after else []
    else:
        changes = compare_sets(old.guides, new.guides)
    return diff_of(old.name, new.name, changes, _not_compared(old, new))


def diff_of(old: str, new: str, changes: Iterable[Change], left: Iterable[NotCompared] = ()) -> Diff:
    """Give changes in the order in which they are to be read, with their numbers, and what could not be compared."""
    ordered = sorted(changes, key=_order)
    numbers = {class_.value: sum(one.class_ is class_ for one in ordered) for class_ in ChangeClass}
    return Diff(old=old, new=new, summary=DiffSummary(**numbers), changes=ordered, not_compared=list(left))


def _not_compared(*sides: Side) -> list[NotCompared]:
    """Give the first error of each file, by path."""
    errors = (one for side in sides for one in side.problems if one.severity is Severity.ERROR)
    first: dict[str, Diagnostic] = {}
    for error in sorted(errors, key=lambda one: (one.path, one.start.offset)):
        first.setdefault(error.path, error)
    return [
        NotCompared(
            path=path, line=one.start.line, column=one.start.column, rule=one.rule.id, message=one.message
        )
        for path, one in first.items()
    ]


def _read(side: Mapping[str, Read], other: Mapping[str, Read]) -> list[Version]:
    return [version for name in sorted(side.keys() - other.keys()) if (version := side[name]())]


def _compare_rest(old: list[Version], new: list[Version]) -> list[Change]:
    matching = Matching(old, new)
    texts = {id(version): _text(version) for version in (*old, *new)}
    matching.by(lambda version: texts[id(version)] or None)
    words = {key: words_of(text) for key, text in texts.items()}
    matching.by_words(lambda version: words[id(version)], ALIKE)
    changes = [change for pair in matching.pairs for change in _renamed(*pair)]
    changes += [_alone("guide-removed", version, None) for version in matching.gone]
    return changes + [_alone("guide-added", None, version) for version in matching.added]


def _text(version: Version) -> str:
    """Give the whole text of a guide, its rarest words first: the provider, the addresses, then what it says."""
    guide, outline = version.guide, Outline(version.guide)
    named = [guide.title, *(entry.url for entry in guide.redirect_urls)]
    parts = [outline.root, *outline.parts]
    lines = [text for part in parts for text in (part.title or "", *(line.text for line in part.lines))]
    return " ".join(filter(None, [*named, *lines]))


def _renamed(old: Version, new: Version) -> list[Change]:
    report = Report(old, new)
    report.add("guide-renamed", Spot(old.guide.id), Spot(new.guide.id), new.guide.title)
    return [*report.changes, *compare_guides(old, new)]


def _alone(kind: str, old: Version | None, new: Version | None) -> Change:
    version = new or old
    assert version is not None
    report = Report(version, version)
    spot = Spot(version.guide.id)
    report.add(kind, spot if old else None, spot if new else None, version.guide.id)
    return report.changes[0]


def _order(change: Change) -> tuple[object, ...]:
    place = change.new or change.old
    assert place is not None
    kinds = list(KINDS)
    return (
        list(ChangeClass).index(change.class_),
        place.guide,
        place.line,
        place.column,
        kinds.index(change.kind),
        change.message,
    )
