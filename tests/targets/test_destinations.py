from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidec.mdx import nodes
from guidec.mdx.parse import parse_markdown
from guidec.targets.destinations import with_destinations
from guidec.targets.links import absolute_url


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
        ("![Alt *text*](../a.png)", "Alt text"),
        ('![A\\*](/known "t")', '![A\\*](https://acme.example/known%20it "t")'),
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
        ("[](/x)[](/known)", "[](https://acme.example/known%20it)"),
        ("---\n\n[a](/x)\n\n---", "---\n\na\n\n---"),
        ("| a |\n| --- |\n| [b\\|c](/x) |", "| a |\n| --- |\n| b\\|c |"),
        ("> - [a](/x)\n>   [b](/known)", "> - a\n>   [b](https://acme.example/known%20it)"),
    ],
)
def test_destinations_are_changed_and_nothing_else(markdown: str, expected: str | None) -> None:
    assert with_destinations(markdown, resolve) == (markdown if expected is None else expected)


@pytest.mark.parametrize(
    "destination",
    [
        "data:text/html,<b>",
        "DATA:text/html,<b>",
        "<data:text/html,\\<b\\>>",
        "data:text/html,&lt;b>",
        "javascript&#58;a<b",
        "javascript\\:a<b",
        "java&#10;script:a<b",
        "<java\tscript:a>",
        "javascript:a((b))",
        "javascript:" + "(" * 30 + ")" * 30,
        "vbscript:<",
        'file:///<a "title"',
        "data:a<b 'title'",
        "data:a<b (title)",
        "\ndata:a<b\n",
        "  data:a<b\t",
    ],
)
@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("[a]({})", "a"),
        ("![a]({})", "a"),
        ("**[a]({})**", "**a**"),
        ("[![a]({})](data:<)", "a"),
        ("> 1. [a]({})", "> 1. a"),
    ],
)
def test_no_spelling_saves_a_destination(form: str, text: str, destination: str) -> None:
    assert with_destinations(form.format(destination), resolve) == text


def test_what_is_nested_too_deep_leads_nowhere() -> None:
    deep = "**a *b " * 150 + "[a](data:x)" + " c* d**" * 150
    assert "\\[a\\](data:x)" in with_destinations(deep, resolve)


@given(st.text('[]()!`<>\\ab /"', max_size=60))
def test_what_leads_to_the_same_place_stays_as_it_was(markdown: str) -> None:
    assert with_destinations(markdown, lambda url: url) in (markdown, markdown.strip("\n"))


PIECES = ["[", "](", "![", "]", ")", "<", ">", "`", "\\", " ", "\n", '"t"', "a", "&#41;", "(", "/x", "data:"]
WEB = ["](https://a.example/b)", "](http://a.example) ", "](https://a.example/(b))", "](https://[::1]/)"]


@given(st.lists(st.sampled_from([*PIECES, *WEB]), max_size=12).map("".join))
def test_every_link_that_is_left_leads_to_the_web(markdown: str) -> None:
    written = with_destinations(markdown, lambda url: absolute_url(url) and url)
    pending: list[nodes.Node] = [parse_markdown("\n" + written)]
    while pending:
        node = pending.pop()
        pending += node.children if isinstance(node, nodes.Parent) else ()
        assert not isinstance(node, nodes.Link | nodes.Image) or absolute_url(node.url)


@pytest.mark.parametrize(
    "pattern",
    [
        "[",
        "](",
        "[](",
        "](https://a.",
        "](https://a/",
        "![](<",
        "`",
        "` ``",
        "[a](b ",
        "[a](/x)",
        "](a(",
        '[](a "',
    ],
)
def test_hostile_patterns_take_linear_time(pattern: str) -> None:
    text = pattern * (200_000 // len(pattern))
    assert len(with_destinations(text, resolve)) <= len(text)
