"""Components among words as a checklist shows them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from compiling import guide_of
from guidec.guide.html_elements import PHRASES
from guidec.guide.models import InlineComponent
from guidec.targets import TARGETS
from guidec.targets.html.markdown import InlineRenderer
from guidec.targets.html.phrases import TAGS
from guidec.targets.links import absolute_url
from guidec.targets.target import Options

TIP = '<Hover tip="t <i>">{}</Hover>'


def html_of(markdown: str, *components: InlineComponent) -> str:
    return "".join(part.html for part in InlineRenderer(absolute_url).parts(markdown, None, components))


def line(text: str) -> str:
    """Give the HTML of a line of MDX."""
    (block,) = guide_of(text).intro
    return html_of(block.markdown, *block.components)  # type: ignore[union-attr]


def test_pages_know_what_stays_an_element_among_words() -> None:
    assert TAGS == PHRASES


@pytest.mark.parametrize("name", sorted(TAGS))
def test_what_html_marks_is_marked_so(name: str) -> None:
    assert line(f"A <{name} onclick='x' class='y'>b</{name}>c") == f"A <{name}>b</{name}>c"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<abbr title='A \"<B>\"'>a</abbr>", '<abbr title="A &#34;&lt;B&gt;&#34;">a</abbr>'),
        ("**H<sub>2</sub>O**", "<strong>H<sub>2</sub>O</strong>"),
        ("a<b><sup>1</sup></b>b", "a<strong><sup>1</sup></strong>b"),
        ("a<sup>**1**</sup> <sub>_b_ c</sub>", "a<sup><strong>1</strong></sup> <sub><em>b</em> c</sub>"),
        ("<kbd>A<sup>1</sup></kbd>", "<kbd>A<sup>1</sup></kbd>"),
        ("[<kbd>a</kbd>](javascript:b)", "<kbd>a</kbd>"),
        ("<kbd>{'<i>'}</kbd>", "<kbd>&lt;i&gt;</kbd>"),
        ("A " + TIP.format("_b_") + ".", "A <em>b</em> (t &lt;i&gt;)."),
        ("A <Hover tip={b}>c</Hover>", "A c"),
        ("A<Badge text='New' />b", "A New b"),
        ("A (<Badge text='New' />).", "A (New)."),
        ("<Icon icon='gear' label='Settings' /> a <a id='x'></a>", "a"),
    ],
)
def test_a_line_shows_its_components(text: str, html: str) -> None:
    assert line(text).strip() == html


@pytest.mark.parametrize(
    ("markdown", "start", "end"), [("a **b** c", 0, 5), ("a `b` c", 3, 4), ("[a](https://b.example)", 1, 10)]
)
def test_a_component_that_would_not_nest_is_left_out(markdown: str, start: int, end: int) -> None:
    odd = InlineComponent(name="kbd", start=start, end=end)
    assert html_of(markdown, odd) == html_of(markdown)


PIECES = st.sampled_from(
    ["a", " ", "**", "_", "`", "~~", "[b](/c)", "\\*", "é", "&", "<kbd>", "</kbd>", ".", "😀"]
)


@given(st.lists(PIECES, max_size=10).map("".join), st.lists(st.integers(0, 14), min_size=2, max_size=6))
def test_pages_stay_whole_whatever_components_say(markdown: str, places: list[int]) -> None:
    components = [InlineComponent(name="kbd", start=min(pair), end=max(pair)) for pair in pairwise(places)]
    html = html_of(markdown, *components)
    assert html.replace("<kbd>", "").replace("</kbd>", "") == html_of(markdown)
    assert html.count("<kbd>") == html.count("</kbd>")


def test_a_link_leads_to_the_step_or_section_that_holds_its_anchor() -> None:
    guide = guide_of(
        "[1](#a) [2](#b) [3](#c) [4](#d) [5](#e) [6](#two) [7](#f)\n\n"
        '## One {#a}\n\nx <span id="b" />\n\n<a name="c"></a>\n\n## Two\n\n<Steps>\n<Step title="S" id="d">\n\n'
        '- y <a id="e"></a>\n\n</Step>\n</Steps>'
    )
    page = TARGETS["html"].render(guide, Options()).files["html/guide.html"]
    links = BeautifulSoup(page, "html.parser").select("header a")
    assert [(link.text, link["href"]) for link in links] == [
        ("1", "#one"), ("2", "#one"), ("3", "#two"), ("4", "#two-s"), ("5", "#two-s"), ("6", "#two"),
    ]  # fmt: skip
