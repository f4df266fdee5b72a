"""Strategies for syntax trees such as the parser gives, positions aside."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

from guidec.mdx import nodes as n
from guidec.mdx.text import join_texts

# No `www`, `://` or `@`: the parser makes links of them wherever they stand.
CHARACTERS = st.sampled_from("ab1 *_`[]{}<>&;!#-+.=:|~\\()\"'/é—\u00a0")
WORDS = st.text(CHARACTERS, min_size=1, max_size=12)
VALUES = st.sampled_from(["x", "1 + 1", "'a'", "`a\n  b`"])
EXPRESSIONS = VALUES | st.just("/* c */")
NAMES = st.sampled_from(["A", "b", "C.D", "e:f"])
URLS = st.sampled_from(["", "/a", "https://example.org/(a)?b=1&c;", "a b", "x)", "a|b", "\\*"])
TITLES = st.none() | st.sampled_from(["t", 'a "b"', "a\\", "&amp;"])

text = WORDS.map(lambda value: n.Text(None, value))
inline_code = st.text(st.sampled_from("a `|{<"), min_size=1, max_size=6).map(
    lambda value: n.InlineCode(None, value)
)
text_expression = EXPRESSIONS.map(lambda value: n.MdxTextExpression(None, value))
image = st.builds(n.Image, st.none(), URLS, WORDS, TITLES)
attribute = st.builds(
    n.MdxJsxAttribute,
    st.none(),
    st.sampled_from(["a", "data-b", "c:d"]),
    st.none() | WORDS | VALUES.map(lambda source: n.MdxJsxAttributeValueExpression(None, source)),
)
attributes = st.lists(attribute | st.just(n.MdxJsxExpressionAttribute(None, "...e")), max_size=2).map(tuple)


def _phrases(parts: st.SearchStrategy[n.Node]) -> st.SearchStrategy[tuple[n.Node, ...]]:
    return st.lists(parts, min_size=1, max_size=4).map(_apart)


def _apart(nodes: list[n.Node]) -> tuple[n.Node, ...]:
    """Keep code spans apart: no parser gives two side by side."""
    apart = [
        part
        for before, node in pairwise([n.Break(None), *join_texts(nodes)])
        for part in (
            (n.Text(None, "x"),)
            if isinstance(before, n.InlineCode) and isinstance(node, n.InlineCode)
            else ()
        )
        + (node,)
    ]
    return tuple(apart)


def _element(parts: st.SearchStrategy[n.Node]) -> st.SearchStrategy[n.Node]:
    return st.builds(n.MdxJsxTextElement, st.none(), _phrases(parts), NAMES, attributes)


def _mark(
    kind: type[n.Emphasis] | type[n.Strong], parts: st.SearchStrategy[n.Node]
) -> st.SearchStrategy[n.Node]:
    return st.builds(kind, st.none(), _phrases(parts))


# Strong text in strong text has no delimiters that tell it apart, and authors have no use for it.
plain = text | inline_code | text_expression | image
simple = plain | _element(plain)
emphasis = _mark(n.Emphasis, simple | _mark(n.Strong, simple))
strong = _mark(n.Strong, simple | _mark(n.Emphasis, simple))
words = simple | emphasis | strong | _element(emphasis | plain)
link = st.builds(n.Link, st.none(), _phrases(words), URLS, TITLES)
line = st.tuples(text, _phrases(words | link)).map(lambda pair: (pair[0], *pair[1]))


def _joined(lines: list[tuple[n.Node, ...]]) -> tuple[n.Node, ...]:
    parts = [node for following in lines for node in (n.Break(None), *following)]
    return tuple(join_texts(parts[1:]))


phrasing = st.lists(line, min_size=1, max_size=2).map(_joined)
one_line = line.filter(lambda nodes: r"\n" not in repr(nodes)).map(lambda nodes: tuple(join_texts(nodes)))

paragraph = st.builds(n.Paragraph, st.none(), phrasing)
heading = st.builds(n.Heading, st.none(), one_line, st.integers(1, 6))
code = st.builds(
    n.Code,
    st.none(),
    st.text(st.sampled_from("a `~\n\\"), max_size=12),
    st.sampled_from(["js", "a`b"]),
    TITLES,
)
flow_expression = EXPRESSIONS.map(lambda value: n.MdxFlowExpression(None, value))
definition = st.builds(n.Definition, st.none(), st.just("a b"), st.just("A b"), URLS, TITLES)
leaf = paragraph | heading | code | flow_expression | definition | st.just(n.ThematicBreak(None))


@st.composite
def table(draw: st.DrawFn) -> n.Node:
    align = draw(st.lists(st.sampled_from([None, "left", "right", "center"]), min_size=1, max_size=3))
    cell = st.builds(n.TableCell, st.none(), one_line)
    row = st.lists(cell, min_size=len(align), max_size=len(align)).map(
        lambda cells: n.TableRow(None, tuple(cells))
    )
    return n.Table(None, tuple(draw(st.lists(row, min_size=1, max_size=3))), tuple(align))


def _item(content: tuple[n.Node, ...], checked: bool | None) -> n.ListItem:
    spread = len(content) > 1 or (isinstance(content[0], n.MdxJsxFlowElement) and bool(content[0].children))
    return n.ListItem(None, content, checked if isinstance(content[0], n.Paragraph) else None, spread)


def _list(items: list[n.ListItem], start: int | None, spread: bool) -> n.List:
    return n.List(None, tuple(items), start is not None, start, spread and len(items) > 1)


def _is_plain(content: list[n.Node]) -> bool:
    """Leave out a container below a list: inside a quotation it makes the list loose, whatever is written."""
    return not any(
        isinstance(a, n.List) and isinstance(b, n.List | n.Blockquote) for a, b in pairwise(content)
    )


def _containers(parts: st.SearchStrategy[n.Node]) -> st.SearchStrategy[n.Node]:
    content = st.lists(parts, min_size=1, max_size=3).filter(_is_plain).map(tuple)
    items = st.lists(st.builds(_item, content, st.none() | st.booleans()), min_size=1, max_size=3)
    return (
        st.builds(n.Blockquote, st.none(), content)
        | st.builds(_list, items, st.none() | st.integers(0, 99), st.booleans())
        | st.builds(n.MdxJsxFlowElement, st.none(), content, NAMES, attributes)
    )


flow = st.recursive(leaf | table(), _containers, max_leaves=5)
root = st.lists(flow, min_size=1, max_size=4).map(lambda content: n.Root(None, tuple(content)))
