"""Elements of HTML among words that Markdown has no form for, and anchors: kept, and written again."""

from __future__ import annotations

import pytest

from compiling import guide_of, only, outline_of, rules_of
from guidec.guide.html_elements import PHRASES
from guidec.guide.models import Guide
from targets.mdx.test_mdx_source import render, without_place

NAMES = sorted(PHRASES)


def comes_back(guide: Guide) -> bool:
    return without_place(guide_of(render(guide)).model_dump()) == without_place(guide.model_dump())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("path", ["guide.mdx", "guide.md"])
def test_an_element_that_markdown_has_no_form_for_is_a_component_among_words(name: str, path: str) -> None:
    guide = guide_of(f'A <{name} title="t">b</{name}>c.', path)
    block = only(guide.intro)
    (one,) = block.components
    assert (block.text, one.name, one.attributes, one.start, one.end) == ("A bc.", name, {"title": "t"}, 2, 3)
    assert render(guide) == f'A <{name} title="t">b</{name}>c.\n'


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "text", ["<{0}>b</{0}>", "<{0}>\nb\n</{0}>", "<{0}>\n\nb\n\n</{0}>", "<p><{0}>b</{0}></p>"]
)
def test_alone_it_is_a_paragraph(name: str, text: str) -> None:
    guide = guide_of(text.format(name))
    block = only(guide.intro)
    assert (block.type, block.text, [one.name for one in block.components]) == ("paragraph", "b", [name])
    assert comes_back(guide)


def test_around_blocks_it_says_nothing() -> None:
    assert outline_of(guide_of("<small>\n\n- a\n- b\n\nc\n\n</small>")) == ["- a / b", "- c"]


def test_others_have_a_form_in_markdown() -> None:
    block = only(guide_of("<q>a **b**</q> <samp>c</samp> <var>d</var> <b>e</b> <i>f</i> <s>g</s>").intro)
    assert block.markdown == "“a **b**” `c` _d_ **e** _f_ ~~g~~"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('<a id="x"></a>\n\n## T\n\ny', '## <a id="x" />T\n\ny\n'),
        ('## <a name="x"></a>T\n\ny', '## <a name="x" />T\n\ny\n'),
        ('a <span id="x">b</span>', 'a <span id="x">b</span>\n'),
        ('<a id="x"></a>\n\na', '<a id="x" />a\n'),
        ('<a id="x"></a> <a id="y"></a>\n\n- a', '- <a id="x" /><a id="y" />a\n'),
        ('a\n\n<a id="x"></a>\n\n```\nb\n```', 'a<a id="x" />\n\n```\nb\n```\n'),
        ('- a\n\n<a id="x"></a>', '- a<a id="x" />\n'),
        ('<a id="x"></a>\n\n```\nb\n```', "```\nb\n```\n"),
        ("a <a>b</a> <span>c</span>", "a b c\n"),
    ],
)
def test_an_anchor_stays_with_the_words_beside_it(text: str, written: str) -> None:
    guide = guide_of(text)
    assert render(guide) == written
    assert comes_back(guide)


def test_an_anchor_before_a_component_is_its_own() -> None:
    guide = guide_of(
        '<Steps>\n<a id="x"></a>\n\n<Step title="A">b</Step>\n\n<a id="y"></a>\n<Step title="B" id="z">b</Step>\n'
        '</Steps>\n\n<a id="n"></a>\n<Note>c</Note>'
    )
    (section,) = guide.sections
    assert [step.anchor for step in section.steps] == ["x", "z"]
    assert only(section.outro).anchor == "n"


def test_no_link_to_an_anchor_is_broken_in_what_is_written() -> None:
    text = (
        '# T\n\n[a](#x) [b](#y) [c](#z)\n\n<a id="x"></a>\n\n## U\n\n1. <span id="y" /> b\n\n<a name="z"/>\n'
    )
    assert "broken-anchor" not in rules_of(text)
    assert "broken-anchor" not in rules_of(render(guide_of(text)))
