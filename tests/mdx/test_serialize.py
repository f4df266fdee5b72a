"""How a tree is written, construct by construct."""

from __future__ import annotations

import pytest

from guidec.mdx import nodes as n
from guidec.mdx.parse import parse_mdx
from guidec.mdx.serialize import to_mdx
from guidec.mdx.surroundings import EXPORTED

UNCHANGED = {
    "headings": "# One\n\n## Two _words_\n",
    "heading over lines": "One\\\ntwo\n===\n",
    "closing number signs": "# a \\#\n",
    "emphasis": "a _b_ **c** ~~d~~ `e`\n",
    "emphasis in a word": "a*b*c\n",
    "strong beside emphasis": "**a**_b_\n",
    "a letter between runs": "**a**_b_&#x63;\n",
    "code with backticks": "``a`b`` and `` `c` ``\n",
    "hard break": "a\\\nb\n",
    "links": '[a](/b "c \\"d\\"") [e](</f g>) [h]() [i](<> "j") [k](/l(m)n)\n',
    "bare link": "See https://example.org/a?b=c for more.\n",
    "link that would end too late": "(See [https://example.org](https://example.org).)\n",
    "images": "![a \\[b\\]](/c.png)\n",
    "references": '[a][b c] [B c][] [b C]\n\n[b C]: /d "e"\n',
    "exclamation before a link": "Hi\\![a](/b)\n",
    "tight list": "- a\n- b\n  - c\n",
    "loose list": "- a\n\n- b\n\n  c\n",
    "ordered list": "9. a\n10. b\n    1. c\n",
    "tasks": "- [ ] a\n- [x] b\n",
    "two lists in a row": "- a\n\n* b\n\n- c\n\n1. d\n\n1) e\n",
    "thematic break in the other list": "- a\n\n* ___\n",
    "thematic break": "***\n\na\n",
    "quotation": "> a\n>\n> > b\n",
    "code": "```js file.js\na\n\nb\n```\n",
    "code with a fence": "````\n```\n````\n",
    "code with a backtick in its info": "~~~a`b\nc\n~~~\n",
    "table": "| a    |  b  |\n| ---- | :-: |\n| `\\|` |  c  |\n",
    "footnote": "a[^1]\n\n[^1]: b\n\n    c\n",
    "frontmatter and ESM": "---\ntitle: a\n---\n\nimport A from 'a'\n\nb\n",
    "text that looks like ESM": "&#x69;mport a\n",
    "JSX": '<A b c="d &#x22;e&#x22;" f={g} {...h}>\n  i\n\n  <J.k />\n</A>\n',
    "JSX in a paragraph": "a <B c>d _e_</B> <f />\n",
    "fragment": "<>\n  a\n</>\n",
    "JSX in a tight list": "- <A>\n    a\n  </A>\n- b\n",
    "JSX in a loose list": "- <A>\n\n    a\n\n  </A>\n- b\n",
    "code over lines in JSX": "<A>\n  a `b\nc` d\n</A>\n",
    "template in JSX": "<A>\n  <B c />\n\n  {`d\n  e`}\n</A>\n",
    "expressions": "{a}\n\nb {c} {/* d */}\n",
    "block starts": "\\# a\n\n1\\. a\n\n\\- a\n\n\\> a\n\n\\*\\*\\* a\n",
    "inline escapes": "\\*a\\* \\_b\\_ \\`c\\` \\[d] \\<e> \\{f} \\&amp; \\~g \\\\!\n",
    "a backslash before an underscore": "\\\\\\_:_:_\n",
    "a backslash at the end": "a\\\\&#xA0;\n",
    "nothing to escape": "a < b & c > d * e snake_case (f) 5-6 1.2 #g }\n",
    "white space at the edges": "&#x20;a&#x9;\n",
}


@pytest.mark.parametrize("source", UNCHANGED.values(), ids=UNCHANGED)
def test_house_style_is_written_as_it_was_read(source: str) -> None:
    root = parse_mdx(source)
    assert root.diagnostics == ()
    assert to_mdx(root) == source


CHANGED = [
    ("*a* __b__", "_a_ **b**\n"),
    ("* a\n* b", "- a\n- b\n"),
    ("a\n---", "## a\n"),
    ("a  \nb", "a\\\nb\n"),
    ("~~~\na\n~~~", "```\na\n```\n"),
    ("1) a", "1. a\n"),
    ("<A b='c'></A>", '<A b="c" />\n'),
    ("| a |\n|-|", "| a   |\n| --- |\n"),
    ("a\r\nb `c\r\nd`\r\n\r\n```\r\ne\r\nf\r\n```", "a\nb `c\nd`\n\n```\ne\nf\n```\n"),
]


@pytest.mark.parametrize(("source", "written"), CHANGED)
def test_other_spellings_come_out_in_house_style(source: str, written: str) -> None:
    assert to_mdx(parse_mdx(source)) == written


def test_any_node_can_be_written_by_itself() -> None:
    assert to_mdx(n.Text(None, "a*b")) == "a\\*b"
    assert to_mdx(n.Strong(None, (n.Text(None, "a"),))) == "**a**"
    assert to_mdx(n.ListItem(None, (n.Paragraph(None, (n.Text(None, "a"),)),), None, spread=False)) == "- a"
    assert to_mdx(n.MdxJsxAttribute(None, "a", "b")) == 'a="b"'
    assert to_mdx(n.Root(None, ())) == ""


def test_one_long_cell_does_not_make_every_row_long() -> None:
    rows = ["| a | b |", "| - | - |", f"| {'c' * 5000} | d |", *["| e | f |"] * 200]
    assert len(to_mdx(parse_mdx("\n".join(rows)))) < 20_000


def test_a_deep_tree_is_written() -> None:
    node: n.Node = n.Paragraph(None, (n.Text(None, "a"),))
    for _ in range(200):
        node = n.MdxJsxFlowElement(None, (node,), "A", ())
    assert to_mdx(n.Root(None, (node,))).count("<A>") == 200


def test_should_escape_like_remark_stringify_where_an_exporter_wrote_the_page() -> None:
    source = "1 \\* 2 is client\\_id, R\\&D at [https://a.example](https://a.example) a \\< b\n"
    root = parse_mdx(source)
    assert to_mdx(root, EXPORTED) == source
    assert to_mdx(root) == "1 * 2 is client_id, R&D at https://a.example a < b\n"
    assert to_mdx(parse_mdx(to_mdx(root)), EXPORTED) == source
