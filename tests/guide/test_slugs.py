"""Ids are slugs: readable, unique, and the same on every machine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiling import guide_of
from guidec.guide.slugs import LONGEST, Slugs, slug


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Create the App", "create-the-app"),
        ("Don't stop", "dont-stop"),
        ("Ça & là – 2.0", "ca-la-2-0"),
        ("  ", "step"),
        ("---", "step-cb3f91d5"),
        ("x" * 200, "x" * LONGEST),
        ("日本", "step-9b7b3fcd"),
    ],
)
def test_should_make_a_slug(text: str, wanted: str) -> None:
    if wanted.startswith("step-"):
        assert slug(text, "step").startswith("step-")
        assert len(slug(text, "step")) == len("step-") + 8
        assert slug(text, "step") == slug(text, "step") != slug(text + "!", "step")
    else:
        assert slug(text, "step") == wanted


@given(st.text())
def test_should_be_a_slug_whatever_the_text(text: str) -> None:
    made = slug(text)
    assert made == slug(made)
    assert made.strip("-") == made != ""
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@given(st.lists(st.sampled_from(["a", "a-2", "a-2-2", "b"])))
def test_should_hand_out_each_once(wanted: list[str]) -> None:
    slugs = Slugs()
    given_out = [slugs.take(one) for one in wanted]
    assert len(set(given_out)) == len(given_out)


def test_should_keep_ids_when_other_parts_change() -> None:
    before = guide_of("# T\n\n## A\n\n1. One\n2. Two\n\n## B\n\n1. One\n")
    after = guide_of("# T\n\n## New\n\n1. Zero\n\n## A\n\n1. One\n2. Between\n3. Two\n\n## B\n\n1. One\n")
    ids = [step.id for section in before.sections for step in section.steps]
    assert ids == ["a-one", "a-two", "b-one"]
    assert set(ids) < {step.id for section in after.sections for step in section.steps}
