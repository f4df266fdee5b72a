"""Markdown without MDX: what differs from MDX, and that the rest is the same."""

from __future__ import annotations

import pytest

from guidec.mdx import nodes
from guidec.mdx.parse import parse_markdown, parse_mdx
from guidec.mdx.unist import to_dict


def kinds(text: str) -> list[str]:
    """The types of the root's children, each with its value if it has one."""
    return [
        f"{n.type} {n.value!r}" if isinstance(n, nodes.Literal_) else n.type
        for n in parse_markdown(text).children
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("    a\n\n     b\n\nc\n", ["code 'a\\n\\n b'", "paragraph"]),
        ("\ta\n", ["code 'a'"]),
        ("a\n    b\n", ["paragraph"]),
        ("    # a\n", ["code '# a'"]),
        ("    ```\n    a\n", ["code '```\\na'"]),
        ("```\n    ```\n```\n", ["code '    ```'"]),
        ("<div>\n*a*\n\nb\n", ["html '<div>\\n*a*'", "paragraph"]),
        ("<!-- a\n\nb -->\nc\n", ["html '<!-- a\\n\\nb -->'", "paragraph"]),
        ("<pre>\n\na</pre> b\nc\n", ["html '<pre>\\n\\na</pre> b'", "paragraph"]),
        ("<?a\n\n?>\n", ["html '<?a\\n\\n?>'"]),
        ("<!A\n\n>\n", ["html '<!A\\n\\n>'"]),
        ("<![CDATA[\n\n]]>\n", ["html '<![CDATA[\\n\\n]]>'"]),
        ("<a>\nb\n", ["html '<a>\\nb'"]),
        ("b\n<a>\n", ["paragraph"]),
        ("b\n<p>\n", ["paragraph", "html '<p>'"]),
        ("{a}\n", ["paragraph"]),
        ("import a from 'b'\n", ["paragraph"]),
        ("---\na: b\n---\n\nc\n", ["yaml 'a: b'", "paragraph"]),
        ("| a |\n| - |\n| b |\n    c\n", ["table", "code 'c'"]),
    ],
)
def test_should_read_blocks(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <b c='d'>e</b>", ["text", "html", "text", "html"]),
        (
            "a <!-- b --> <?c?> <!D> <![CDATA[e]]>",
            ["text", "html", "text", "html", "text", "html", "text", "html"],
        ),
        ("<https://a.example/b?c> <me@a.example>", ["link", "text", "link"]),
        ("a <b c=d'> e", ["text"]),
        ("a < b", ["text"]),
        ("a <!-- b", ["text"]),
        ("`<b>`", ["inlineCode"]),
        ("\\<b>", ["text"]),
        ("{a}", ["text"]),
    ],
)
def test_should_read_text(text: str, expected: list[str]) -> None:
    (paragraph,) = parse_markdown(text).children
    assert isinstance(paragraph, nodes.Paragraph)
    assert [node.type for node in paragraph.children] == expected


@pytest.mark.parametrize(
    "text", ["- a\n\n      b\n", "> \tc\n>\n>     d\n", "1.  <b>\n    c\n", "- [ ] <a@b.example>\n"]
)
def test_should_place_every_node_at_its_own_text(text: str) -> None:
    pending: list[nodes.Node] = [parse_markdown(text)]
    while pending:
        node = pending.pop()
        assert node.position is not None
        if isinstance(node, nodes.Html) and "\n" not in node.value:
            assert node.position.text == node.value
        if isinstance(node, nodes.Parent):
            pending += node.children


def test_should_give_the_tree_of_mdx_where_neither_language_has_more() -> None:
    text = "---\na: b\n---\n\n# A\n\n1. *b*\n   - [x] c\n\n> d ~e~ www.f.example\n\n"
    text += "| g |\n| - |\n\n[^1]: h\n\n```i\nj\n```\n"
    assert to_dict(parse_markdown(text)) == to_dict(parse_mdx(text))
