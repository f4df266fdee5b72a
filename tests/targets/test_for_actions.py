from __future__ import annotations

import pytest

import guidec
from guidec.guide.models import Action, Guide, Image, Step, StepsBlock
from guidec.targets import TARGETS
from guidec.targets.actions import for_actions
from guidec.targets.target import Options
from guidec.targets.walk import walk
from guides import HERE, actions_guide, admonition, guide, p, section, small_guide, step

ACTIONS = actions_guide().actions


def ids(made: Guide) -> list[str]:
    return [part.id for part in walk([*made.intro, *made.sections]) if hasattr(part, "id")]


def test_what_no_chosen_action_needs_is_left_out() -> None:
    made = for_actions(actions_guide(), ["list-files"])

    assert [action.id for action in made.actions] == ["list-files"]
    assert ids(made) == ["create-the-app", "open-the-console", "allow-reading", "grant-the-scopes"]


def test_one_of_its_scopes_is_enough_and_only_needed_ones_stay() -> None:
    actions = [Action(id="read", label="Read", scopes=["r"]), Action(id="write", label="Write", scopes=["w"])]
    made = guide(section("One", step("Both", scopes=["r", "w"]), scopes=["r", "w"]), actions=actions)
    [only] = for_actions(made, ["read"]).sections

    assert (only.scopes, only.steps[0].scopes) == (["r"], ["r"])


def test_all_actions_or_none_to_choose_from_change_nothing() -> None:
    made = actions_guide(actions=[])

    assert for_actions(made, ["list-files"]) is made
    assert for_actions(actions_guide(), None) == actions_guide()
    assert for_actions(actions_guide(), [a.id for a in actions_guide().actions]) == actions_guide()


def test_steps_inside_steps_go_too_and_their_words_with_them() -> None:
    inner = StepsBlock(steps=[step("Keep", p("This.")), step("Drop", p("That."), scopes=["files.write"])])
    outer = step("Outer", p("Before."), admonition("note", inner), id="outer")
    text = "Before. Keep This. Drop That."
    outer = outer.model_copy(update={"text": text})
    made = for_actions(guide(section("One", outer), actions=ACTIONS), ["list-files"])
    steps = [part for part in walk(made.sections) if isinstance(part, Step)]

    assert [part.id for part in steps] == ["outer", "keep"]
    assert steps[0].text == "Before. Keep This."


def test_indexes_name_only_what_stays() -> None:
    made = small_guide()
    scoped = made.sections[0].model_copy(update={"scopes": ["files.write"]})
    where = {"section": scoped.id, "step": scoped.steps[0].id, "position": HERE}
    made = guide(
        scoped,
        *made.sections[1:],
        actions=ACTIONS,
        images=[Image(url="/a.png", **where), Image(url="/b.png", position=HERE)],
        **{name: getattr(made, name) for name in ("redirect_urls", "settings", "credentials")},
    )
    left = for_actions(made, ["list-files"])

    assert [image.url for image in left.images] == ["/b.png"]
    assert left.redirect_urls == left.settings == []
    # The profile's list names them again, and the index knows first places only.
    assert [(entry.key, entry.section) for entry in left.credentials] == [
        ("client_id", None),
        ("client_secret", None),
    ]


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_means_the_same(name: str) -> None:
    chosen = Options(actions=("list-files",))
    files = guidec.render_files(actions_guide(), name, chosen)

    assert files == dict(TARGETS[name].render(for_actions(actions_guide(), ("list-files",)), Options()).files)
    assert not any("files.write" in text or "Save a file" in text for text in files.values())
