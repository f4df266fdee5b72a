"""Text to nodes: what must hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from guidec.mdx import nodes
from guidec.mdx.parse import parse_mdx
from guidec.mdx.plugin import mdx_plugin

PIECES = st.sampled_from(
    [
        *"*_~`[]()!\\&<>{}ab \n\té€😀",
        *("**", "~~", "``", "![", "](", "][", "[a]", "[^a]", "](b)", "<a>", "</a>", "<b/>", "{a}"),
        *("&amp;", "\\\n", "  \n", "www.a.b", "https://a.b", "a@b.c", "\r\n", "> ", "- "),
    ]
)
TEXTS = st.lists(PIECES, max_size=24).map("".join)
DEFINITIONS = "\n\n[a]: b\n\n[^a]: c\n"


def walk(node: nodes.Node) -> list[nodes.Node]:
    return [node, *(inner for child in getattr(node, "children", ()) for inner in walk(child))]


@given(TEXTS)
def test_no_text_raises_and_children_stand_in_their_parents(text: str) -> None:
    root = parse_mdx(text + DEFINITIONS)
    if root.diagnostics:
        return
    for parent in walk(root):
        end = parent.position.start_offset if parent.position else 0
        for child in getattr(parent, "children", ()):
            if parent.position is None or child.position is None:
                continue
            assert (
                end <= child.position.start_offset <= child.position.end_offset <= parent.position.end_offset
            )
            end = child.position.end_offset


@given(TEXTS)
def test_the_place_of_a_node_holds_its_own_markup(text: str) -> None:
    root = parse_mdx(text + DEFINITIONS)
    marks = {"emphasis": "*_", "strong": "*_", "delete": "~", "inlineCode": "`", "mdxTextExpression": "{"}
    marks |= {"image": "!", "imageReference": "!", "linkReference": "[", "footnoteReference": "["}
    for node in walk(root):
        if node.position and node.type in marks and not root.diagnostics:
            assert node.position.text[0] in marks[node.type]
            assert node.position.text[-1] in {"{": "}", "!": ")]", "[": "]"}.get(
                marks[node.type], marks[node.type]
            )


@given(st.text(alphabet="ab é😀.,\n", max_size=60))
def test_plain_text_is_one_node(text: str) -> None:
    root = parse_mdx(f"x{text}x")
    first = root.children[0]
    assert isinstance(first, nodes.Paragraph)
    assert all(isinstance(child, (nodes.Text, nodes.Break)) for child in first.children)


HOSTILE = {
    "brackets": "[",
    "images": "![",
    "closing brackets": "]",
    "links": "[a](",
    "titles": '[a](b "',
    "parenthesized titles": "[a](b (",
    "references": "[a][b",
    "emphasis": "*a _b ",
    "strong": "**a *b ",
    "closers": "a* b_ ",
    "tildes": "~a ~~b ",
    "tags": "<a>",
    "closing tags": "</a>",
    "addresses": "a@",
    "domains": "www.a_",
    "later domains": "[www._",
    "references to characters": "&a;",
    "broken tags": "<a ",
    "broken expressions": "{",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_to_the_end(piece: str) -> None:
    root = parse_mdx("x" + piece * (20_000 // len(piece)) + "\n\nend")
    last = root.children[-1]
    assert isinstance(last, nodes.Paragraph)
    assert last.children == (nodes.Text(last.position, "end"),)


def test_code_spans_of_many_lengths_are_read_to_the_end() -> None:
    root = parse_mdx(" ".join("x" + "`" * size for size in range(1, 200)))
    assert [child.type for child in root.children[0].children] == ["text"]


def test_nesting_beyond_the_limit_is_reported_once_and_not_built() -> None:
    root = parse_mdx("*a **b " * 300 + "c" + "** d*" * 300)
    assert [found.rule.id for found in root.diagnostics] == ["nesting-limit"]


def test_deeply_nested_images_have_the_whole_text() -> None:
    root = parse_mdx("![" * 1000 + "a" + "](b)" * 1000)
    (image,) = root.children[0].children
    assert isinstance(image, nodes.Image)
    assert image.alt == "a"


def math(state, silent: bool) -> bool:
    """Take `$...$`: a rule of another plugin, which knows nothing of places."""
    end = state.src.find("$", state.pos + 1)
    if state.src[state.pos] != "$" or end < 0:
        return False
    if not silent:
        state.push("math_inline", "math", 0).content = state.src[state.pos + 1 : end]
    state.pos = end + 1
    return True


def test_rules_of_other_plugins_go_on_working() -> None:
    md = MarkdownIt().use(mdx_plugin)
    md.inline.ruler.after("escape", "math", math)
    inline = md.parse("a *b* $c*d$ {e}")[1]
    assert [token.type for token in inline.children] == [
        *("text", "em_open", "text", "em_close", "text", "math_inline", "text", "mdx_text_expression"),
    ]
    math_token = inline.children[5]
    assert math_token.content == "c*d"
    assert math_token.meta["span"] == (6, 11)


def test_common_markup_renders_as_ever() -> None:
    md = MarkdownIt().use(mdx_plugin)
    shown = md.renderInline('*a* **b** ~c~ `d` [e](f "g") ![h *i*](j) &amp; \\*')
    assert shown == (
        '<em>a</em> <strong>b</strong> <s>c</s> <code>d</code> <a href="f" title="g">e</a> '
        '<img src="j" alt="h i" /> &amp; *'
    )
