"""Strategies for guides that no parser gave: models made up from the model itself, every block in every other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from guidec.guide import models as m
from guidec.guide.dialects import DIALECTS
from guidec.guide.text import collapse, markdown, plain_text
from guidec.mdx.nodes import Paragraph
from guidec.mdx.parse import parse_mdx
from guides import HERE, guide

if TYPE_CHECKING:
    from guidec.guide.models import Block, Guide

Blocks = st.SearchStrategy[list["Block"]]
WORD = st.sampled_from(
    ["Copy", "the", "**key**", "[x]", "{y}", "<z>", "1.", "-", "#", ":::note", "[!NOTE]", "a_b", "é"]
)
PLAIN = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
TITLE = st.none() | PLAIN
URL = st.sampled_from(["/a", "https://acme.example/a?b=c", "b(c)", "d e"])
KINDS = st.sampled_from(m.AdmonitionKind)
SPELLINGS = st.sampled_from(
    [
        "Warning",
        "Note",
        "Callout type=warn",
        "Callout",
        ":::caution",
        "[!NOTE]",
        "Hint",
        "Steps",
        "",
        "no name",
        "<",
    ]
)
NAMES = st.sampled_from(["Card", "Own", "video", "A.B", None])
VALUES = st.sampled_from(
    ["a", 'b "c"', "{d + 1}", "{'e'}", True, False, None, 1.5, [1, "f"], {"g-h": "i", "j": []}]
)
ATTRIBUTES = st.dictionaries(st.sampled_from(["title", "href", "data-a", "b"]), VALUES, max_size=3)
PHRASES = (
    "Copy the **key**",
    "_a_ `b|c` [d](/e) ![f](/g)",
    "h \\\n i",
    "{x} \\{y}",
    "\\# 1. - \\[ ] https://acme.example",
    "[!NOTE]",
    ":::note",
    "a*b*c~~d~~",
    "&lt; <b>bold</b> > &amp;",
)


def both(phrase: str) -> tuple[str, str]:
    """Give a phrase as the two fields that a model has for it."""
    (paragraph,) = parse_mdx(phrase).children
    assert isinstance(paragraph, Paragraph)
    return plain_text(paragraph.children), markdown(paragraph.children)


words = st.sampled_from([both(phrase) for phrase in PHRASES])


def said(kind: Any, **fields: Any) -> st.SearchStrategy[Any]:
    """Make a model whose `text` and `markdown` say the same."""
    return words.flatmap(
        lambda both: st.builds(kind, text=st.just(both[0]), markdown=st.just(both[1]), **fields)
    )


def lists(item: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[list[Any]]:
    return st.lists(item, min_size=least, max_size=3)


cell = said(m.TableCell)
leaves = st.one_of(
    said(m.ParagraphBlock),
    said(m.HeadingBlock, depth=st.integers(2, 6)),
    st.builds(
        m.CodeBlock,
        value=st.sampled_from(["", "a", "```\nb\n```", "  c\n\nd", "~~~"]),
        lang=st.sampled_from([None, "js", "a`b"]),
        meta=st.just(None),
    ),
    st.builds(m.ImageBlock, url=URL, alt=PLAIN | st.just(""), title=TITLE, caption=TITLE),
    st.just(m.DividerBlock()),
    st.builds(m.ExpressionBlock, value=st.sampled_from(["props.a", "b + 1", "f(`\n  c`)"])),
    st.lists(cell, min_size=2, max_size=2).flatmap(
        lambda head: st.builds(
            m.TableBlock,
            align=st.lists(st.sampled_from([None, "left", "center", "right"]), min_size=2, max_size=2),
            head=st.just(head),
            rows=lists(st.lists(cell, min_size=1, max_size=3)),
        )
    ),
)


def around(blocks: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Give the blocks that hold others."""
    content = lists(blocks)
    items = lists(said(m.ListItem, content=content, checked=st.sampled_from([None, None, True, False])), 1)
    return st.one_of(
        items.map(lambda all_of: m.ListBlock(ordered=False, items=all_of)),
        st.tuples(items, st.integers(0, 3)).map(lambda p: m.ListBlock(ordered=True, start=p[1], items=p[0])),
        st.builds(m.QuoteBlock, content=lists(blocks, 1)),
        st.builds(
            m.AdmonitionBlock, kind=KINDS, title=TITLE, text=st.just(""), content=content, component=SPELLINGS
        ),
        st.builds(m.TabsBlock, tabs=lists(st.builds(m.TabItem, title=TITLE, content=content), 1)),
        st.builds(m.AccordionBlock, title=TITLE, content=content),
        st.builds(m.ComponentBlock, name=NAMES, attributes=ATTRIBUTES, content=content),
        st.builds(m.StepsBlock, steps=lists(steps(content), 1)),
    )


def steps(content: Blocks) -> st.SearchStrategy[m.Step]:
    return st.builds(
        m.Step,
        id=st.just("a"),
        title=TITLE,
        text=st.just(""),
        scopes=st.lists(st.sampled_from(["read", "write"]), unique=True, max_size=2),
        show_scopes=st.booleans(),
        content=content,
        position=st.just(HERE),
    ).filter(lambda step: step.title or not any(block.type == "heading" for block in step.content))


def section(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[m.Section]:
    return st.builds(
        m.Section,
        id=st.just("a"),
        title=TITLE,
        level=st.integers(2, 6),
        kind=st.sampled_from(["section", "section", "tab", "accordion"]),
        origin=st.sampled_from(["heading", "component", "implied"]),
        scopes=st.lists(st.sampled_from(["read"]), max_size=1),
        intro=lists(BLOCK),
        steps=lists(steps(lists(BLOCK))),
        outro=lists(BLOCK),
        sections=inner,
        position=st.just(HERE),
    )


BLOCK = st.recursive(leaves, around, max_leaves=6)
SECTIONS = lists(section(lists(section(st.just([])))))


def source(dialect: str, cover: str) -> m.GuideSource:
    return m.GuideSource(path="a.mdx", sha256="0" * 64, dialect=dialect, cover=cover)  # type: ignore[arg-type]


SOURCES = st.builds(
    source, st.sampled_from([*DIALECTS]), st.sampled_from(["frontmatter", "exported", "none"])
)
guides: st.SearchStrategy[Guide] = st.builds(
    lambda sections, intro, source, title: guide(
        *sections, intro=intro, source=source, title=title, description=None
    ),
    SECTIONS,
    lists(BLOCK),
    SOURCES,
    PLAIN.map(collapse),
)
