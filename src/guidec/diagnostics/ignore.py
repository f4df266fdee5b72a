"""Comments that silence rules: what they take out of the diagnostics, and which of them do nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from guidec.diagnostics.diagnostic import Diagnostic
from guidec.diagnostics.order import MAX_PER_GUIDE
from guidec.diagnostics.rules.ignores import IGNORE_WITHOUT_REASON, UNKNOWN_RULE, UNUSED_IGNORE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from guidec.source import Position

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Ignore:
    """One rule that a comment silences."""

    rule: str
    """The id as it was written; empty where the comment names none."""
    position: Position
    """Where the id stands."""
    start: int
    """The offset from which the rule is silent."""
    end: int
    """The offset at which it speaks again."""
    comment: Position
    """What the comment says."""
    reason: str = ""
    """Why, in the words of the comment."""


def without_ignored(
    diagnostics: Iterable[Diagnostic],
    ignores: Sequence[Ignore],
    own_path: str,
    looked_for: Collection[str] = (),
) -> list[Diagnostic]:
    """Give the diagnostics that no comment silences, and those about the comments in `own_path` themselves.

    A comment in a snippet may do nothing in one guide and something in the next, so it is not reported. What only some
    targets find does not count, unless it is among the rules `looked_for`.
    """
    if not ignores:
        return list(diagnostics)
    groups: defaultdict[tuple[str, str], list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        groups[diagnostic.path, diagnostic.rule.id].append(diagnostic)
    by_group: defaultdict[tuple[str, str], list[Ignore]] = defaultdict(list)
    for ignore in ignores:
        by_group[ignore.position.source.path, ignore.rule].append(ignore)
    unused: list[Ignore] = []
    for key, silencing in by_group.items():
        groups[key] = _left(sorted(groups[key], key=_offset), silencing, unused)
    left = [diagnostic for group in groups.values() for diagnostic in group]
    own = sorted(
        (ignore for ignore in unused if ignore.position.source.path == own_path),
        key=lambda one: one.position.start_offset,
    )
    idle = (ignore for ignore in own if ignore.rule in looked_for or not _is_found_by_target(ignore.rule))
    bare = dict.fromkeys(
        ignore.comment
        for ignore in ignores
        if ignore.rule and not ignore.reason and ignore.position.source.path == own_path
    )
    return [*left, *map(_idle, islice(idle, MAX_PER_GUIDE + 1)), *map(_bare, islice(bare, MAX_PER_GUIDE + 1))]


def _left(found: list[Diagnostic], silencing: list[Ignore], unused: list[Ignore]) -> list[Diagnostic]:
    """Give those of one rule's diagnostics, in order, that nothing silences; note what silences none."""
    offsets = [_offset(diagnostic) for diagnostic in found]
    changes = [0] * (len(found) + 1)
    for ignore in silencing:
        first, last = bisect_left(offsets, ignore.start), bisect_left(offsets, ignore.end)
        changes[first] += 1
        changes[last] -= 1
        if first == last:
            unused.append(ignore)
    return [diagnostic for diagnostic, depth in zip(found, accumulate(changes), strict=False) if not depth]


def _offset(diagnostic: Diagnostic) -> int:
    return diagnostic.start.offset


def _is_found_by_target(name: str) -> bool:
    from guidec.diagnostics.rules import all_rules

    return name in all_rules() and all_rules()[name].by_target


def _bare(comment: Position) -> Diagnostic:
    message = "Unexpected ignore without a reason, expected `guidec: ignore[rule] why`"
    return Diagnostic.at(IGNORE_WITHOUT_REASON, message, comment)


def _idle(ignore: Ignore) -> Diagnostic:
    from guidec.diagnostics.closest import closest
    from guidec.diagnostics.rules import all_rules

    rules, name = all_rules(), ignore.rule[:LONGEST_NAME]
    if not name:
        message = f"Unexpected `{ignore.position.text[:LONGEST_NAME]}`, expected `guidec: ignore[rule] why`"
        return Diagnostic.at(UNUSED_IGNORE, message, ignore.position)
    if name in rules:
        message = f"Unexpected ignore of `{name}`, expected something that it silences"
        return Diagnostic.at(UNUSED_IGNORE, message, ignore.position)
    nearest = closest(name, rules)
    expected = f"`{nearest}`" if nearest else "one that `guidec explain` lists"
    message = f"Unexpected rule `{name}`, expected {expected}"
    return Diagnostic.at(UNKNOWN_RULE, message, ignore.position, suggestion=nearest)
