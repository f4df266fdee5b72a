"""A URL that is no link comes back as none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compiling import guide_of
from targets.mdx.test_mdx_source import render, without_place

PIECES = [
    "https://acme.example",
    "http://localhost:8",
    "www.acme.example",
    "a@b.example",
    "/x?y=1",
    "é",
    "mailto:",
]
WORDS = st.lists(st.sampled_from([*PIECES, *" .,()[]*_~`|{}<>&\"'\\#-"]), min_size=1, max_size=8).map("".join)


def test_a_url_of_an_expression_is_written_as_one() -> None:
    guide = guide_of('See {"https://acme.example/a"}, or write to {"me@acme.example"}.')
    assert guide.links == []
    assert render(guide) == 'See {"https://acme.example/a"}, or write to {"me@acme.example"}.\n'


def test_a_url_of_a_page_of_html_is_written_as_an_expression() -> None:
    guide = guide_of("<h1>A</h1><p>At https://acme.example/a.</p>", "guide.html")
    assert guide.links == []
    assert render(guide).endswith('At {"https://acme.example/a"}.\n')


def test_a_link_that_shows_a_url_stays_as_it_was() -> None:
    text = "At https://acme.example/a or [https://acme.example](/b).\n"
    assert render(guide_of(text)) == text


@pytest.mark.parametrize(
    "frame", ["{}", "## {}\n\nx", "- a {}", "| a |\n|---|\n| {} |", "<Note>**{}**</Note>"]
)
@settings(max_examples=60)
@given(WORDS)
def test_text_with_urls_comes_back_equal(frame: str, words: str) -> None:
    guide = guide_of(frame.format("{" + json.dumps(words).replace("|", "\\u007c") + "}"))
    assert without_place(guide_of(render(guide)).model_dump()) == without_place(guide.model_dump())


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<p>Callback:<br>https://acme.example/a</p>", 'Callback:<br />{"https://acme.example/a"}\n'),
        ("<p>Press<br><kbd>A</kbd> or<br>b</p>", "Press<br /><kbd>A</kbd> or\\\nb\n"),
        ("<p>Press <kbd>A<br></kbd>b</p>", "Press <kbd>A<br /></kbd>b\n"),
    ],
)
def test_a_break_leaves_no_line_of_markup_alone(html: str, written: str) -> None:
    guide = guide_of(f"<h1>A</h1>{html}", "guide.html")
    assert render(guide) == f"# A\n\n{written}"
    assert guide_of(render(guide)).intro == guide.intro
