from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidec.targets.destinations import with_destinations


def resolve(url: str) -> str | None:
    """Know the web, and where `/known` is."""
    return url if url.startswith("https:") else {"/known": "https://acme.example/known it"}.get(url)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("plain [x] text", None),
        ("[a](https://a.example)", None),
        ('[a](https://a.example/(b) "a title")', None),
        ("[a](/known)", "[a](https://acme.example/known%20it)"),
        ('[a](</known> "t")', '[a](https://acme.example/known%20it "t")'),
        ("go [to **it**](/x), now", "go to **it**, now"),
        ("![Alt *text*](../a.png)", "Alt *text*"),
        ("![](a.png)\n\nText.", "Text."),
        ("[![Alt](/x.png)](https://a.example)", "[Alt](https://a.example)"),
        ("[![Alt](https://a.example/i.png)](/x)", "![Alt](https://a.example/i.png)"),
        ("[[x] y](/x)", "[x] y"),
        (r"\[a](/x) [b\](/x)](/x)", r"\[a](/x) b\](/x)"),
        ("`[a](/x)` and ``[a`](/x)``", None),
        ("```md\n[a](/x)\n```\n\n[b](/x)", "```md\n[a](/x)\n```\n\nb"),
        ("`[a](/x)", "`a"),
        ("[a](/x", None),
        ("[a](javascript:alert(1))", "a"),
        ("[a](<>)", "a"),
        ("] [a](/x)", "] a"),
    ],
)
def test_destinations_are_changed_and_nothing_else(markdown: str, expected: str | None) -> None:
    assert with_destinations(markdown, resolve) == (markdown if expected is None else expected)


@given(st.text('[]()!`<>\\ab /"', max_size=60))
def test_what_leads_to_the_same_place_stays_as_it_was(markdown: str) -> None:
    assert with_destinations(markdown, lambda url: url) in (markdown, markdown.strip("\n"))


@pytest.mark.parametrize(
    "pattern", ["[", "](", "[](", "![](<", "`", "` ``", "[a](b ", "[a](/x)", "](a(", '[](a "']
)
def test_hostile_patterns_take_linear_time(pattern: str) -> None:
    text = pattern * (200_000 // len(pattern))
    assert len(with_destinations(text, resolve)) <= len(text)
