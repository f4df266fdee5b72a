"""Components among words keep their names, attributes and places, there and back again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiling import guide_of, only
from guidec.guide.models import Guide
from guidec.targets import TARGETS
from guidec.targets.target import Options

ATTRIBUTES = st.sampled_from(["", ' tip="a *b* `c`"', " size={20}", ' text="{x}"', ' icon="gear" flag'])
WORDS = st.sampled_from(
    ["word", "two words", "**bold**", "`code`", "[link](/u)", "a.", "(b)", "\\*", "1", ""]
)
SPACES = st.sampled_from(["", " "])


@st.composite
def lines(draw: st.DrawFn, depth: int = 2) -> str:
    """Words with components among them, some in each other."""
    pieces = []
    for number in range(draw(st.integers(1, 4))):
        inner = draw(lines(depth - 1)) if depth and draw(st.booleans()) else draw(WORDS)
        name = f"Part{number}"
        tag = f"<{name}{draw(ATTRIBUTES)}>{inner}</{name}>" if draw(st.booleans()) else inner
        pieces.append(draw(SPACES) + tag)
    return "".join(pieces)


def again(guide: Guide) -> Guide:
    (text,) = TARGETS["mdx"].render(guide, Options()).files.values()
    return guide_of(text)


def shown(line: object) -> list[tuple[object, ...]]:
    components, markdown = line.components, line.markdown  # type: ignore[attr-defined]
    return [(one.name, one.attributes, markdown[one.start : one.end]) for one in components]


def test_a_paragraph_says_where_its_components_stand() -> None:
    block = only(guide_of('A <Tooltip tip="t">**b** c</Tooltip>, <Icon icon="gear" /> d.').intro)
    assert (block.text, block.markdown) == ("A b c, d.", "A **b** c, d.")
    assert shown(block) == [("Tooltip", {"tip": "t"}, "**b** c"), ("Icon", {"icon": "gear"}, "")]
    assert block.markdown[block.components[1].start :] == "d."


def test_headings_items_cells_and_titles_have_them_too() -> None:
    guide = guide_of(
        "## <Icon a /> Title\n\n<Steps>\n<Step>\n\n### Go <Icon b />\n\n##### In <Icon c />\n\n- <Icon d /> x\n\n"
        "| <Icon e /> h |\n|-|\n| x |\n\n</Step>\n</Steps>"
    )
    (section,) = guide.sections
    (step,) = section.steps
    heading, items, table = step.content
    lines = [heading, items.items[0], table.head[0]]  # type: ignore[union-attr]
    found = [section.title_components, step.title_components, *(line.components for line in lines)]  # type: ignore[union-attr]
    assert [[one.attributes for one in components] for components in found] == [
        [{name: True}] for name in "abcde"
    ]
    assert (section.title, section.title_markdown) == ("Title", None)


def test_a_component_that_leads_somewhere_is_a_link() -> None:
    block = only(guide_of('See <Link href="/a">the page</Link> now.').intro)
    assert (block.markdown, block.components) == ("See [the page](/a) now.", [])


@pytest.mark.parametrize(
    "line", ["a <B>b <C/> c</B> d", "<B/> **<C/> a**", "x <B><C>y</C></B> z", "`<_0>` <B/>"]
)
def test_lines_read_back_as_they_were(line: str) -> None:
    guide = guide_of(line)
    assert only(guide.intro).components
    assert again(guide).intro == guide.intro


@given(lines())
def test_no_component_is_lost_and_all_read_back(line: str) -> None:
    guide = guide_of(f"Say {line} end")
    found = only(guide.intro).components
    assert len(found) == line.count("</")
    assert all(one.start <= one.end <= len(only(guide.intro).markdown) for one in found)
    assert [(one.name, one.attributes) for one in only(again(guide).intro).components] == [
        (one.name, one.attributes) for one in found
    ]


@pytest.mark.parametrize("line", ["<B>_a_</B>", "a<B>_b_</B>", "<B>**a**</B> _b_<B/>", "_a <B>**b**</B>_"])
def test_a_component_around_emphasis_keeps_its_place(line: str) -> None:
    block = only(guide_of(f"{line} end").intro)
    assert block.components[0].start < block.components[0].end
    assert again(guide_of(f"{line} end")).intro == [block]


@pytest.mark.parametrize(
    "line", ["<B>1\\. a</B> b", "a <B>* *</B> b", "<B>- </B>x", "a_<B>b_c</B>", "<B>\\\\</B>\\*"]
)
def test_a_component_keeps_its_place_where_other_characters_need_escapes(line: str) -> None:
    guide = guide_of(f"{line} end")
    assert only(guide.intro).components[0].start < only(guide.intro).components[0].end
    assert again(guide).intro == guide.intro


def test_a_heading_of_nothing_but_components_keeps_them() -> None:
    guide = guide_of(
        '## <Icon icon="gear" /> <a id="x"></a>\n\nx\n\n<Steps>\n<Step>\n\n### <Icon icon="b" />\n\ny\n\n</Step>\n</Steps>'
    )
    assert [one.name for one in guide.sections[0].title_components] == ["Icon", "a"]
    assert again(guide).sections[0].title_components == guide.sections[0].title_components
