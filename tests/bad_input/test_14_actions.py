"""The JSON of a guide's actions."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest
from stranger import OUTPUTS, Stranger

ACTION = {"id": "a", "label": "A", "scopes": ["x"]}


@pytest.mark.parametrize(
    ("actions", "rule"),
    [
        ("[", "actions-json"),
        ("[{id: 1}]", "actions-json"),
        ("[NaN]", "actions-json"),
        ("[" * 100_000, "actions-json"),
        ("{}", "actions-schema"),
        ("[1]", "actions-schema"),
        (json.dumps([ACTION | {"id": 1}]), "actions-schema"),
        (json.dumps([ACTION | {"scopes": [1]}]), "actions-schema"),
        (json.dumps([{"label": "A"}]), "actions-schema"),
        (json.dumps([ACTION, ACTION]), "action-duplicate"),
        ("[]", None),
        ("null", None),
        (json.dumps([ACTION]), None),
    ],
    ids=range(13),
)
def test_should_follow_the_schema(tmp_path: Path, actions: str, rule: str | None) -> None:
    project = Stranger(tmp_path)
    panel = f'<Panel data-guides-scope-selector data-guide-actions-json="{escape(actions)}">\n\nx\n\n</Panel>'
    project.write("bad.mdx", f"# A\n\n{panel}\n\n## B\n\nText.\n")
    found = project.build()

    assert {one for one in found.rules if one.startswith("actions-") or one == "action-duplicate"} == (
        {rule} if rule else set()
    )
    assert len(project.outputs("bad")) == len(OUTPUTS)


@pytest.mark.parametrize(
    "odd", ["</script><script>alert(1)</script>", "__proto__", "a\nb: c", "\ud83d\ude00"]
)
def test_odd_words_stay_words(tmp_path: Path, odd: str) -> None:
    project = Stranger(tmp_path)
    carried = escape(json.dumps([{"id": odd, "label": odd, "scopes": [odd.replace("\n", "")]}]))
    panel = f'<Panel data-guides-scope-selector data-guide-actions-json="{carried}">\n\nx\n\n</Panel>'
    project.write("bad.mdx", f"# A\n\n{panel}\n\n## B\n\nText.\n")
    project.build()

    assert "<script>alert(1)" not in project.page()
    assert len(json.loads(project.text("json/bad.json"))["actions"]) == 1
