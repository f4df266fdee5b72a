"""What is said otherwise in the sections and steps that both versions have."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from guidec.changes.matching import Matching, out_of_order
from guidec.changes.report import spot_in_part
from guidec.changes.similarity import without_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidec.changes.lines import Line
    from guidec.changes.outline import Outline, Part
    from guidec.changes.report import Report
    from guidec.changes.told import Told

ALIKE = 0.5
"""The share of words that two lines of the same part have in common if one was made of the other."""
TAKEN = 0.6
"""The share of the words that a line lost which stand in the part that was split from its own."""

MOST = 20
"""Parts split from one whose words are looked through for those that a line lost."""


def compare_texts(old: Outline, new: Outline, report: Report, told: Told) -> None:
    """Report lines that were added, removed, moved or reworded, unless the change is told already."""
    rest: Matching[Line] = Matching((), ())
    relatives = _relatives(old, new)
    for before in (old.root, *old.parts):
        if before.twin:
            matching = _match(before, before.twin)
            _compare_order(before, before.twin, matching, report)
            for one, other in matching.pairs:
                _compare(one, other, relatives.get(before, ()), report, told)
            rest.gone += matching.gone
            rest.added += matching.added
    rest.by(lambda line: line.text)
    for one, other in rest.pairs:
        _report(report, "moved", one, other)
        _compare(one, other, (), report, told)
    for line in rest.gone:
        if not told.is_gone(line) and not _is_in(line, relatives.get(line.part, ())):
            report.add(_kind("removed", line), spot_in_part(line.part, line.text), None, line.text)
    for line in rest.added:
        if not told.is_new(line) and not _is_in(line, relatives.get(_other(line.part), ())):
            report.add(_kind("added", line), None, spot_in_part(line.part, line.text), line.text)


def _match(old: Part, new: Part) -> Matching[Line]:
    matching = Matching(old.lines, new.lines)
    matching.by(lambda line: line.text)
    matching.by_words(lambda line: line.words, ALIKE)
    return matching


def _relatives(old: Outline, new: Outline) -> dict[Part, list[Part]]:
    """Give for parts of the old version what was split from them, and what was merged into their other form."""
    found: defaultdict[Part, list[Part]] = defaultdict(list)
    split = ((part.relative, part) for part in new.parts if part.relative)
    merged = ((part.relative.twin, part) for part in old.parts if part.relative and part.relative.twin)
    for home, part in (*split, *merged):
        if len(found[home]) < MOST:
            found[home].append(part)
    return found


def _other(part: Part) -> Part:
    return part.twin or part


def _compare_order(old: Part, new: Part, matching: Matching[Line], report: Report) -> None:
    numbers = {line: number for part in (old, new) for number, line in enumerate(part.lines)}
    pairs = sorted(matching.pairs, key=lambda pair: numbers[pair[0]])
    for index in out_of_order([numbers[after] for _, after in pairs]):
        _report(report, "moved", *pairs[index])


def _compare(old: Line, new: Line, relatives: Sequence[Part], report: Report, told: Told) -> None:
    if old.optional != new.optional and (old.part.step or new.part.step) and not told.is_optional(old):
        _report(report, "optional" if new.optional else "required", old, new)
    if old.text == new.text and old.codes == new.codes:
        return
    if told.is_changed(old, new) or _is_in_change(old, new, relatives):
        return
    if sorted(old.codes) != sorted(new.codes):
        report.add(
            "code-changed", spot_in_part(old.part, old.text), spot_in_part(new.part, new.text), new.text
        )
    elif old.text != new.text:
        _report(report, "changed", old, new)


def _is_in(line: Line, parts: Sequence[Part]) -> bool:
    """Tell whether most words of a line stand in one of some parts."""
    return bool(line.words) and any(len(line.words & part.words) >= TAKEN * len(line.words) for part in parts)


def _is_in_change(old: Line, new: Line, parts: Sequence[Part]) -> bool:
    """Tell whether a line only lost, or gained, words that stand in one of some parts."""
    words = without_numbers(old.words ^ new.words)
    return any(len(words & without_numbers(part.words)) >= TAKEN * len(words) for part in parts)


def _report(report: Report, event: str, old: Line, new: Line) -> None:
    before, after = spot_in_part(old.part, old.text), spot_in_part(new.part, new.text)
    report.add(_kind(event, old, new), before, after, new.text)


def _kind(event: str, *lines: Line) -> str:
    return f"{'instruction' if any(line.part.step for line in lines) else 'text'}-{event}"
