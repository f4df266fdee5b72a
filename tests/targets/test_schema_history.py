"""A schema that others rely on does not change in silence."""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import Any

import pytest
from schema_history import CHANGELOG, FOLDER, TO_SAY, breaking_changes, listed, present

from guidec.targets.schemas import FORMATS, json_schema

FORMS = listed(CHANGELOG.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FORMATS)
def test_the_changelog_knows_the_present_form(name: str) -> None:
    now = present(name)
    newest = next((form for form in FORMS if form.name == name), None)

    assert newest is not None, f"`{name}` is new: python3 tasks.py update-schemas"
    assert (newest.version, newest.digest) == (now.version, now.digest), (
        f"The schema of `{name}` has changed: python3 tasks.py update-schemas, then say in CHANGELOG.md what changed"
    )


def test_the_changelog_says_what_changed() -> None:
    assert not [form.name for form in FORMS if TO_SAY in form.what]


def test_every_form_is_kept_and_no_other() -> None:
    assert sorted(form.path for form in FORMS) == sorted(FOLDER.glob("*.json"))


@pytest.mark.parametrize("name", FORMATS)
def test_what_breaks_has_a_new_version(name: str) -> None:
    forms = [form for form in FORMS if form.name == name]
    for new, old in pairwise(forms):
        changes = breaking_changes(old.schema(), new.schema())
        assert new.version != old.version or not changes, (
            f"{changes}: `{name}` needs a new version in `FORMATS` and its model; or, if {old.digest} has been "
            "nowhere but here, take its line out of CHANGELOG.md"
        )


def changed(change: Any) -> list[str]:
    new = deepcopy(json_schema("guide"))
    change(new)
    return breaking_changes(json_schema("guide"), new)


def test_more_breaks_nothing() -> None:
    def more(schema: dict[str, Any]) -> None:
        schema["properties"]["extra"] = {"type": "string"}
        schema["required"].append("extra")
        schema["$defs"]["Extra"] = {"type": "object"}
        schema["$defs"]["Block"]["oneOf"].append({"$ref": "#/$defs/Extra"})
        schema["$defs"]["AdmonitionKind"]["enum"].append("extra")
        schema["properties"]["title"]["description"] = "Other words."

    assert changed(more) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda s: s["properties"].pop("title"), ".title is gone"),
        (lambda s: s["properties"]["title"].update(type="integer"), ".title has another type"),
        (
            lambda s: s["properties"]["links"]["items"].update({"$ref": "#/$defs/Image"}),
            ".links has another type",
        ),
        (lambda s: s["required"].remove("title"), ".title may be missing"),
        (lambda s: s["$defs"].pop("Step"), "Step is gone"),
        (lambda s: s["$defs"]["Step"]["properties"].pop("title"), "Step.title is gone"),
        (lambda s: s["$defs"]["AdmonitionKind"]["enum"].pop(), "AdmonitionKind has another type"),
        (lambda s: s["$defs"]["Block"]["oneOf"].pop(), "Block has another type"),
    ],
)
def test_less_or_other_does(change: Any, said: str) -> None:
    assert said in changed(change)
