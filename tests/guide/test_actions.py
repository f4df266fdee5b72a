"""The actions that a reader can choose from, as a panel carries them."""

from __future__ import annotations

import html
import json
import re

import pytest

from compiling import compiled, guide_of


def panel(value: str) -> str:
    return f'# T\n\n<Panel data-guides-scope-selector data-guide-actions-json="{html.escape(value)}" />\n'


def test_should_read_actions() -> None:
    actions = [
        {"id": "a", "label": "A & B", "scopes": ["x", "y", "x"]},
        {"id": "b", "label": "B", "scopes": []},
    ]
    guide = guide_of(panel(json.dumps(actions)))
    assert [(action.id, action.label, action.scopes) for action in guide.actions] == [
        ("a", "A & B", ["x", "y"]),
        ("b", "B", []),
    ]


def test_should_read_actions_from_an_expression() -> None:
    guide = guide_of('# T\n\n<Panel data-guide-actions-json={[{id: "a", label: "A", scopes: ["x"]}]} />\n')
    assert [action.id for action in guide.actions] == ["a"]


@pytest.mark.parametrize("value", ["", "  ", "null", "[]"])
def test_should_find_nothing_wrong_with_no_actions(value: str) -> None:
    found = compiled(panel(value))
    assert found.guide is not None
    assert found.guide.actions == []
    assert not [d for d in found.diagnostics if d.rule.id.startswith("action")]


@pytest.mark.parametrize(
    ("value", "rule", "ids"),
    [
        ("[", "actions-json", []),
        ("[{]", "actions-json", []),
        ("[NaN]", "actions-json", []),
        ("[" * 100_000, "actions-json", []),
        ('[{"id": "a", "id": "b"}]', "actions-json", []),
        ('[{"id": 1' + "0" * 5000 + "}]", "actions-json", []),
        ("{}", "actions-schema", []),
        ("true", "actions-schema", []),
        ('"a"', "actions-schema", []),
        ("1", "actions-schema", []),
        ("[1]", "actions-schema", []),
        ('[{"label": "A"}]', "actions-schema", []),
        ('[{"id": "a"}]', "action-without-label", ["a"]),
        ('[{"id": "a", "label": " "}]', "action-without-label", ["a"]),
        ('[{"id": 1, "label": "A"}]', "actions-schema", []),
        ('[{"id": "a", "label": 1}]', "actions-schema", ["a"]),
        ('[{"id": "a", "label": null, "scopes": [1]}]', "actions-schema", ["a"]),
        ('[{"id": "a", "label": "A", "scopes": ""}]', "actions-schema", ["a"]),
        ('[{"id": "a", "label": "A", "scopes": [" "]}]', "actions-schema", ["a"]),
        ('[{"id": "a", "label": "A", "more": 1}]', "actions-schema", ["a"]),
        ('[{"id": "a", "label": "A"}, {"id": "a", "label": "B"}]', "action-duplicate", ["a"]),
    ],
)
def test_should_report_wrong_actions_and_keep_the_others(value: str, rule: str, ids: list[str]) -> None:
    found = compiled(panel(value))
    wrong = [d for d in found.diagnostics if d.rule.id.startswith("action")]
    assert [d.rule.id for d in wrong] == [rule]
    assert len(wrong[0].message) < 300
    assert found.guide is not None
    assert [action.id for action in found.guide.actions] == ids


@pytest.mark.parametrize(
    ("attribute", "places"),
    [
        ("""'[{"id": "read"}, {"id": "b", "scopes": ["read"]}]'""", ["read"]),
        ('"[{&quot;id&quot;:&#x22;b&#x22;,&quot;scopes&quot;:[&quot;a&amp;b&quot;]}]"', ["a&amp;b"]),
        ("""'[{"id": "b", "scopes": "read, write"}]'""", ['{"id": "b", "scopes": "read, write"}'] * 2),
        ("""'[{"id": "b", "scopes": ["\\u0041"]}]'""", ["\\u0041"]),
        ('{[{id: "b", scopes: ["read"]}]}', ["<Panel"]),
    ],
)
def test_should_know_where_each_scope_stands(attribute: str, places: list[str]) -> None:
    text = f"# T\n\n<Panel data-guides-scope-selector data-guide-actions-json={attribute} />\n"
    found = [d for d in compiled(text).diagnostics if d.rule.id == "action-scope-not-granted"]
    shown = [text[d.start.offset : d.end.offset] for d in found]
    assert [span if span in places else span[:6] for span in shown] == places


def test_should_place_what_is_wrong_at_the_action() -> None:
    text = """# T\n\n<Panel data-guide-actions-json='[{"id": "a"}, {"id": 1}, {"id": "a"}]' />\n"""
    found = {d.rule.id: text[d.start.offset : d.end.offset] for d in compiled(text).diagnostics}
    assert found["actions-schema"] == '{"id": 1}'
    assert found["action-duplicate"] == '{"id": "a"}'


def test_should_report_an_attribute_without_a_value() -> None:
    found = compiled("# T\n\n<Panel data-guide-actions-json />\n")
    assert [d.rule.id for d in found.diagnostics] == ["actions-schema"]


@pytest.mark.parametrize(
    "value", ["[{id: 1}]", '["a" "b"]', "[1" + "0" * 5000 + "]", "[" * 9999, "[NaN]", "[] x", '["\t"]', "[{]"]
)
def test_should_say_what_is_wrong_with_json_in_its_own_words(value: str) -> None:
    (found,) = (d for d in compiled(panel(value)).diagnostics if d.rule.id == "actions-json")
    assert not re.search(r"Expecting|delimiter|recursion|digits|limit|line \d|char \d", found.message)


def test_should_place_what_is_wrong_in_json() -> None:
    text = panel('[{"id": "a"},, {"id": "b"}]')
    (found,) = (d for d in compiled(text).diagnostics if d.rule.id == "actions-json")
    assert text[found.start.offset :].startswith(", {")


GRANTS = """# T

<Panel data-guide-actions-json='[{{"id": "a", "label": "A", "scopes": ["n:read"]}}]' />

<Steps>
<Step title="Grant">
<div data-guide-step data-guide-scopes="{scopes}" data-guide-display-scopes-list="{shown}">

{body}

</div>
</Step>
</Steps>
"""


@pytest.mark.parametrize(
    ("scopes", "shown", "body", "is_reported"),
    [
        ("", "", "Tick what you need.", True),
        ("n:read", "", "Tick what you need.", False),
        # Without scopes of its own, such a step lists those of the chosen actions.
        ("", "true", "Tick these.", False),
        ("n:write", "true", "Tick these.", True),
        # What a step says in words it grants, too.
        ("", "", "Tick `n:read`.", False),
        ("", "", "Enter `n:write n:read`.", False),
        ("", "", "Tick **n:read**.", False),
        ("", "", "Tick:\n\n- n:read\n- n:write", False),
        ("", "", "Tick `n:readers`.", True),
        ("", "", "- Tick n:read, if you may.", True),
        ("", "", "You may have read n:read elsewhere.", True),
    ],
)
def test_should_know_which_scopes_steps_grant(scopes: str, shown: str, body: str, is_reported: bool) -> None:
    text = GRANTS.format(scopes=scopes, shown=shown, body=body)
    rules = [diagnostic.rule.id for diagnostic in compiled(text).diagnostics]
    assert ("action-scope-not-granted" in rules) is is_reported
