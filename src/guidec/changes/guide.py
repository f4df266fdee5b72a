"""What changed between two versions of one guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.changes.indexes import compare_indexes
from guidec.changes.matching import Matching
from guidec.changes.outline import Outline
from guidec.changes.parts import compare_parts, match_parts
from guidec.changes.report import Report, Spot
from guidec.changes.scopes import compare_scopes
from guidec.changes.similarity import words_of
from guidec.changes.texts import compare_texts
from guidec.changes.told import Told

if TYPE_CHECKING:
    from guidec.changes.models import Change
    from guidec.changes.report import Version
    from guidec.guide.models import Action, Guide

ALIKE = 0.5
"""The share of words that two actions have in common if one was made of the other."""


def compare_guides(old: Version, new: Version) -> list[Change]:
    """Give what changed between two versions of a guide, whatever they are called."""
    if old.guide == new.guide:
        return []
    report, told = Report(old, new), Told()
    before, after = Outline(old.guide), Outline(new.guide)
    match_parts(before, after)
    _compare_head(report, told)
    _compare_actions(report)
    compare_parts(before, after, report, told)
    compare_indexes(before, after, report, told)
    compare_scopes(before, after, report, told)
    compare_texts(before, after, report, told)
    return report.changes


def _compare_head(report: Report, told: Told) -> None:
    """Report what changed in the fields that the guide has as a whole."""
    old, new = report.old.guide, report.new.guide
    if old.provider and new.provider and old.provider.name != new.provider.name:
        told.everywhere.append((old.provider.name, new.provider.name))
    pairs: list[tuple[str, str | None, str | None]] = [
        ("guide-title-changed", old.title, new.title),
        ("guide-kind-changed", old.kind, new.kind),
        ("provider-changed", _key(old), _key(new)),
        ("auth-method-changed", _auth(old)[0], _auth(new)[0]),
    ]
    if _auth(old)[0] == _auth(new)[0]:
        pairs.append(("auth-label-changed", _auth(old)[1], _auth(new)[1]))
    if not told.is_same(old.description or "", new.description or ""):
        pairs.append(("guide-description-changed", old.description, new.description))
    for kind, before, after in pairs:
        if before != after:
            report.add(kind, Spot(before), Spot(after), new.title)


def _key(guide: Guide) -> str | None:
    return guide.provider.key if guide.provider else None


def _auth(guide: Guide) -> tuple[str | None, str | None]:
    """Give the method by which a guide's connection authenticates, and what the guide calls it."""
    return (guide.auth.method, guide.auth.label) if guide.auth else (None, None)


def _compare_actions(report: Report) -> None:
    matching = Matching(report.old.guide.actions, report.new.guide.actions)
    matching.by(lambda action: action.id)
    matching.by(lambda action: action.label)
    matching.by_words(lambda action: words_of(action.label), ALIKE)
    for before, after in matching.pairs:
        _compare_action(before, after, report)
    for action in matching.gone:
        report.add("action-removed", Spot(action.id), None, action.label)
    for action in matching.added:
        report.add("action-added", None, Spot(action.id), action.label)


def _compare_action(old: Action, new: Action, report: Report) -> None:
    if old.id != new.id:
        report.add("action-renamed", Spot(old.id), Spot(new.id), new.label)
    if old.label != new.label:
        report.add("action-label-changed", Spot(old.label), Spot(new.label), new.label)
    if sorted(old.scopes) != sorted(new.scopes):
        before, after = " ".join(sorted(old.scopes)), " ".join(sorted(new.scopes))
        report.add("action-scopes-changed", Spot(before), Spot(after), new.label)
