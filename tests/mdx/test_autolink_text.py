"""Literal autolinks that are found in finished text."""

from __future__ import annotations

import pytest

from guidec.mdx.autolink_text import with_autolinks
from guidec.mdx.nodes import Link, Node, Text
from guidec.mdx.rules_inline.linkify import may_hold_autolinks


def shown(node: Node) -> str:
    return f"<{node.url}>" if isinstance(node, Link) else node.value  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see http://a.b/c d", ["see ", "<http://a.b/c>", " d"]),
        ("(www.a.b/c_(d))!", ["(", "<http://www.a.b/c_(d)>", ")!"]),
        ("http://a.b((c))))", ["<http://a.b((c))>", "))"]),
        ("www.a.b_c.d.e", ["<http://www.a.b_c.d.e>"]),
        ("www.a.b_c", ["www.a.b_c"]),
        ("www._a.www._b.www.c.d", ["<http://www._a.www._b.www.c.d>"]),
        ("www.a_www.b", ["www.a_", "<http://www.b>"]),
        ("http://-a.b", ["http://-a.b"]),
        ("http://.www.a.b", ["http://.", "<http://www.a.b>"]),
        ("a@b.c d@e.f1 g@h.i", ["<mailto:a@b.c>", " d@e.f1 ", "<mailto:g@h.i>"]),
        ("mailto:a@b.c xmpp:a@b.c/d", ["<mailto:a@b.c>", " ", "<xmpp:a@b.c/d>"]),
        ("xmpp:a@b.c/d@e.f", ["xmpp:a@b.c/", "<mailto:d@e.f>"]),
        ("éwww.a.b €www.a.b 😀www.a.b", ["éwww.a.b €", "<http://www.a.b>", " 😀www.a.b"]),
        ("no link", ["no link"]),
    ],
)
def test_links(text: str, expected: list[str]) -> None:
    assert [shown(node) for node in with_autolinks(Text(None, text))] == expected


def test_nothing_found_gives_the_text_itself() -> None:
    text = Text(None, "a @ b")
    assert list(with_autolinks(text)) == [text]


@pytest.mark.parametrize("text", ["HTTP://a.b", "WwW.a.b", "a@b.c", "xmpp:a@b.c"])
def test_what_may_hold_links_is_looked_at(text: str) -> None:
    assert may_hold_autolinks(text)
