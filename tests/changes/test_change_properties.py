"""What holds for the comparison of any two guides."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from made_up import guides

from guidec.changes.folder import compare_sets, diff_of
from guidec.changes.guide import compare_guides
from guidec.changes.models import Change, Diff
from guidec.changes.report import Version
from guidec.changes.shown.markdown import to_markdown
from guidec.changes.shown.text import to_text
from guidec.guide.models import Guide

OPPOSITES = {
    "added": "removed",
    "split": "merged",
    "optional": "required",
    "secret": "not-secret",
    "scopes-shown": "scopes-not-shown",
}
OPPOSITES |= {after: before for before, after in OPPOSITES.items()}


def compared(old: Guide, new: Guide) -> list[Change]:
    return compare_guides(Version(old), Version(new))


def mirrored(kind: str) -> str:
    """Give the kind of the same change seen from the other side."""
    endings = sorted((end for end in OPPOSITES if kind.endswith(f"-{end}")), key=len)
    return kind.removesuffix(endings[-1]) + OPPOSITES[endings[-1]] if endings else kind


@settings(max_examples=50)
@given(guides())
def test_nothing_changed_between_a_guide_and_itself(made: Guide) -> None:
    moved = made.model_copy(update={"source": made.source.model_copy(update={"sha256": "1" * 64})})

    assert compared(made, moved) == []


@settings(max_examples=80)
@given(guides(), guides())
def test_what_came_one_way_goes_the_other(old: Guide, new: Guide) -> None:
    there, back = compared(old, new), compared(new, old)

    assert Counter(change.kind for change in there) == Counter(mirrored(change.kind) for change in back)
    # Which of two parts that changed places has moved is a matter of taste; all else has the same places.
    assert Counter(
        _values(change.new, change.old, mirrored(change.kind)) for change in _unmoved(there)
    ) == Counter(_values(change.old, change.new, change.kind) for change in _unmoved(back))


@settings(max_examples=30)
@given(guides(), guides())
def test_every_format_holds_every_change(old: Guide, new: Guide) -> None:
    diff = diff_of("old", "new", compared(old, new))

    assert Diff.model_validate_json(diff.model_dump_json(by_alias=True)) == diff
    assert to_text(diff).count("\n") >= len(diff.changes)
    assert to_markdown(diff).count("\n- ") == len(diff.changes)


@settings(max_examples=30)
@given(guides(), guides())
def test_a_guide_under_another_name_is_the_same(old: Guide, new: Guide) -> None:
    renamed = old.model_copy(update={"id": "other"})
    sides = {"acme": lambda: Version(old)}, {"other": lambda: Version(renamed)}

    assert [change.kind for change in compare_sets(*sides)] == ["guide-renamed"]


def _unmoved(changes: list[Change]) -> list[Change]:
    return [change for change in changes if not change.kind.endswith("-moved")]


def _values(one: object, other: object, kind: str) -> tuple[object, ...]:
    return kind, getattr(one, "value", None), getattr(other, "value", None)
