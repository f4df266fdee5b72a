"""HTML without the end tags that its authors may leave away gives the same guide as with them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiling import guide_of
from guidec.guide.formats.html_end_tags import OpenElements

WRITTEN = [
    "<ul><li>a</li><li>b<ul><li>c</li><li>d</li></ul></li><li>e</li></ul>",
    "<ol><li><p>a</p></li><li><p>b</p><p>c</p></li></ol>",
    "<p>a</p><p>b <b>c</b></p><ul><li>d</li></ul><p>e</p>",
    "<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd><p>d</p></dd></dl>",
    (
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr>"
        "<tr><td>e</td><td>f</td></tr></tbody></table>"
    ),
    "<table><tr><td><ul><li>a</li><li>b</li></ul></td><td><p>c</p></td></tr><tr><td>d</td></tr></table>",
    "<h2>s</h2><p>a</p><h2>t</h2><p>b</p><div><p>c</p></div><p>d</p>",
    "<details><summary>a</summary><p>b</p></details><p>c</p>",
]
OPTIONAL = re.compile(r"</(?:li|p|dt|dd|tr|td|th|thead|tbody)>")


def content(html: str, path: str) -> object:
    guide = guide_of(html, path).model_dump(mode="json")
    return without_places({key: guide[key] for key in ("intro", "sections")})


def without_places(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_places(item) for key, item in value.items() if key != "position"}
    return [*map(without_places, value)] if isinstance(value, list) else value


@pytest.mark.parametrize("path", ["page.html", "page.md"])
@pytest.mark.parametrize("html", WRITTEN)
def test_end_tags_may_be_left_away(html: str, path: str) -> None:
    assert content(OPTIONAL.sub("", html), path) == content(html, path)


@given(st.sampled_from(WRITTEN), st.data())
def test_any_of_them_may_be_left_away(html: str, data: st.DataObject) -> None:
    some = OPTIONAL.sub(lambda tag: data.draw(st.sampled_from(["", tag[0]])), html)
    assert content(some, "page.html") == content(html, "page.html")


def test_items_stand_where_they_are_written() -> None:
    text = "<h1>t</h1><h2>s</h2>\n<ol>\n<li>one\n<li>two\n</ol>"
    steps = guide_of(text, "page.html").sections[0].steps
    assert [text[s.position.start.offset : s.position.end.offset].strip() for s in steps] == [
        "<li>one",
        "<li>two",
    ]


def test_a_paragraph_of_html_goes_on_around_markdown() -> None:
    guide = guide_of("<p align='center'>\n\n**a**\n\n</p>\n\nb", "page.md")
    assert [block.text for block in guide.intro] == ["a", "b"]


@given(
    st.lists(st.sampled_from(["ul", "li", "p", "table", "tr", "td", "b", "/ul", "/li", "/p", "/td", "/x"]))
)
def test_whatever_is_written_the_open_elements_are_counted(tags: list[str]) -> None:
    around = OpenElements()
    for tag in tags:
        if tag.startswith("/"):
            around.end(tag[1:])
        else:
            around.start(tag)
            assert around.names[-1] == tag
        assert sum(map(len, around.places.values())) == len(around.names)
