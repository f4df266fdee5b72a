"""Characters that nobody sees: reported however they are written, and no control character reaches the data."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiling import compiled

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
COVER = "---\ntitle: T\n---\n\n"


def hidden_in(text: str, path: str = "a.mdx") -> list[tuple[str, str]]:
    """Give the rules about hidden characters that a text breaks, each with the text at its place."""
    found = compiled(text, path).diagnostics
    rules = ("control-character", "invisible-character")
    return [(d.rule.id, text[d.start.offset : d.end.offset]) for d in found if d.rule.id in rules]


def strings_of(value: object) -> list[str]:
    """Give all strings in a value, keys included."""
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in strings_of(part)]
    if isinstance(value, list):
        return [text for item in value for text in strings_of(item)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize(
    ("text", "rule", "at"),
    [
        (COVER + "One&#0;two.", "control", "&#0;"),
        (COVER + "One&#x1b;two.", "control", "&#x1b;"),
        (COVER + "One&#xD800;two.", "control", "&#xD800;"),
        (COVER + "One&#x202E;two.", "invisible", "&#x202E;"),
        (COVER + "One&ZeroWidthSpace;two.", "invisible", "&ZeroWidthSpace;"),
        (COVER + "## One&rlm;two\n\nx", "invisible", "&rlm;"),
        ("# One&rlm;two\n\nx", "invisible", "&rlm;"),
        (COVER + '<Card title="a&#x202e;b">x</Card>', "invisible", "&#x202e;"),
        (COVER + "[a](https://a.example/&#x202e;b)", "invisible", "&#x202e;"),
        (COVER + "![a&#x202e;b](https://a.example/c.png)", "invisible", "&#x202e;"),
        (COVER + '{"a\\u202eb"}', "invisible", "\\u202e"),
        (COVER + '{"a\\u{202e}b"}', "invisible", "\\u{202e}"),
        (COVER + '{"a\\x1bb"}', "control", "\\x1b"),
        (COVER + '{"a\\ud800b"}', "control", "\\ud800"),
        (COVER + '<Card title={"a\\u0007b"}>x</Card>', "control", "\\u0007"),
        (COVER + 'export const a = "x\\u202ey"\n\n{a}', "invisible", "{a}"),
        ('---\ntitle: "a\\u202eb"\n---\n\nx', "invisible", "\\u202e"),
        ('---\ntitle: "a\\eb"\n---\n\nx', "control", "\\e"),
        ('---\ntitle: T\n"a\\0b": 1\n---\n\nx', "control", "\\0"),
        ("---\ntitle: a\0b\n---\n\nx", "control", "\0"),
        (
            COVER + '<Panel data-guide-actions-json=\'[{"id": "a\\u202eb"}]\' />',
            "invisible",
            "\\u202e",
        ),
    ],
)
def test_should_report_what_an_escape_hides(text: str, rule: str, at: str) -> None:
    assert hidden_in(text) == [(f"{rule}-character", at)]


@pytest.mark.parametrize(
    "text",
    [
        "`&#x202e;`",
        "```\n\\u202e\n```",
        "\\u202e and &amp;#0;",
        '{"\\ud83d\\ude00"}',
        "&zwj; &nbsp; &copy;",
        "\\0",
    ],
)
def test_should_leave_escapes_alone_that_hide_nothing(text: str) -> None:
    assert hidden_in(COVER + text) == []


def test_should_bound_how_many_it_reports() -> None:
    assert len(hidden_in(COVER + "a&#0;b\n\n" * 2000)) == 20


WORDS = st.sampled_from(
    [
        "&#0;",
        "&#7;",
        "&#x1b;",
        "\x00",
        "\x1b",
        "\x07",
        "\x0b",
        "\x0c",
        "\x7f",
        "\x85",
        "\x9b",
        "\\u0007",
        "\\x1b",
        "a",
        " ",
    ]
)
FORMS = (
    '---\ntitle: "{}"\nk: "{}"\n---\n\nx',
    "# {}\n\n> {}\n\n## {}\n\n{}",
    "{{'{}'}} `{}` [{}](<{}> '{}') ![{}](<{}>)",
    "```{} {}\n{}\n```",
    "<Card title=\"{}\" href=\"{}\" x={{['{}', {{a: '{}'}}]}}>{}</Card>",
    "export const a = '{}'\n\n{{a}}",
    '<Panel data-guide-actions-json=\'[{{"id": "{}", "label": "{}", "scopes": ["{}"]}}]\' />',
    "1. Redirect URL: `https://a.example/callback{}`\n2. App name: `{}`\n",
    '<Step title="{}">{}</Step>\n\n:::note[{}]\n{}\n:::\n',
    "| {} |\n| - |\n| {} |\n\n[^{}]: {}\n\nx[^{}]",
)


@given(
    st.sampled_from(FORMS),
    st.lists(WORDS, min_size=1, max_size=4).map("".join),
    st.sampled_from(["a.mdx", "a.md", "a.html"]),
)
def test_no_control_character_reaches_the_data(form: str, words: str, path: str) -> None:
    guide = compiled(form.format(*[words] * 9), path).guide
    if guide is not None:
        assert not [text for text in strings_of(guide.model_dump(mode="json")) if CONTROL.search(text)]
