"""Files of JSON and YAML as models: what does not fit is named by its JSON Pointer and found at its place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guidec.data_file import read_data
from guidec.diagnostics import Diagnostic
from guidec.guide.models import Guide
from guidec.guide.models.draft import Draft
from guidec.model_fit import fit
from guidec.source import Source
from guides import rich_guide


def found(text: str, path: str, model: Any = Draft) -> list[tuple[str, str, str | None]]:
    """What is wrong with a file: the text at the place, the message, and what to write there instead."""
    data = read_data(Source(text, path))
    problems = [data] if isinstance(data, Diagnostic) else fit(data, model)
    assert isinstance(problems, (list, tuple))
    return [(text[one.start.offset : one.end.offset], one.message, one.suggestion) for one in problems]


def test_should_read_the_same_from_json_and_yaml() -> None:
    guide = rich_guide()
    text = guide.model_dump_json()
    for path in ("a.json", "a.yaml"):
        data = read_data(Source(text, path))
        assert not isinstance(data, Diagnostic)
        assert fit(data, Guide) == guide


@pytest.mark.parametrize("path", ["a.json", "a.yaml"])
def test_should_name_a_value_by_its_pointer_and_show_its_place(path: str) -> None:
    text = '{"sections": [{"title": "A", "steps": [{"title": 3, "txt": "B"}]}], "kind": "other"}'
    key = "txt" if path == "a.json" else '"txt"'
    assert set(found(text, path)) == {
        (
            '"other"',
            "Unexpected text `other` at `/kind`, expected 'connector-profile', 'account-link' or 'guide'",
            None,
        ),
        ("3", "Unexpected number at `/sections/0/steps/0/title`, expected a valid string", None),
        (key, "Unexpected key at `/sections/0/steps/0/txt`, expected `text`", "text"),
    }


def test_should_name_no_member_of_a_union_in_a_pointer() -> None:
    guide = json.loads(rich_guide().model_dump_json())
    guide["intro"][0]["text"] = 3
    guide["a/b~c"] = 1
    messages = [message for _, message, _ in found(json.dumps(guide), "a.json", Guide)]
    assert messages[0] == "Unexpected number at `/intro/0/text`, expected a valid string"
    assert messages[1].startswith("Unexpected key at `/a~1b~0c`, expected one of `schema_version`, ")


def test_should_find_what_is_missing_at_what_lacks_it() -> None:
    assert found("sections:\n- text: A\n", "a.yaml") == [
        ("t", "Unexpected absence of `/sections/0/title`, expected a value", None)
    ]


@pytest.mark.parametrize(
    ("path", "text", "at"),
    [
        ("a.json", "", 0),
        ("a.json", "{", 1),
        ("a.json", '\ufeff{"title": }', 11),
        ("a.json", '{"title": NaN}', 0),
        ("a.json", "[" * 100_000, 0),
        ("a.json", '{"a": ' + "[" * 300 + "]" * 300 + "}", 0),
        ("a.json", '{"a": ' + "1" * 5000 + "}", 0),
        ("a.yaml", "", 0),
        ("a.yaml", "a: [", 4),
        ("a.yaml", "- a", 0),
        ("a.yaml", "title: !!python/object:os.system x", 7),
        ("a.yaml", "title: a\ntitle: b", 9),
        ("a.yaml", "title: &a [*a]", 7),
        ("a.yaml", "a: &a [" + "x, " * 9 + "]\n" + "".join(f"k{n}: &b{n} [{f'*b{n - 1}, ' * 9}]\n" if n else "k0: &b0 [*a]\n" for n in range(9)), None),
        ("a.yaml", "a: " + "[" * 300 + "]" * 300, 0),
        ("a.yaml", "a: \x00", 3),
    ],
    ids=range(16),
)  # fmt: skip
def test_should_refuse_what_is_no_data(path: str, text: str, at: int | None) -> None:
    data = read_data(Source(text, path))
    assert isinstance(data, Diagnostic)
    assert data.rule.id == "data-syntax"
    assert at is None or data.start.offset == at


@pytest.mark.parametrize("title", [r"\ud800", r"x\udc00", r"\udc00\ud83d"])
def test_should_refuse_halves_of_characters_in_json(title: str) -> None:
    ((at, message, _),) = found(f'{{"title": "{title}"}}', "a.json")
    assert at.startswith("\\ud")
    assert "surrogate" in message


def test_should_read_characters_that_are_written_as_pairs() -> None:
    data = read_data(Source(r'{"title": "\ud83d\ude00"}', "a.json"))
    assert not isinstance(data, Diagnostic)
    assert data.value == {"title": "\U0001f600"}


def test_should_report_a_bounded_number_of_differences() -> None:
    draft: dict[str, Any] = {"sections": [{}] * 1000}
    assert len(found(json.dumps(draft), "a.json")) == 20
