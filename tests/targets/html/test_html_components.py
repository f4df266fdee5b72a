"""Components that guidec knows no meaning for, and the titles of everything else."""

from __future__ import annotations

from typing import Any

import pytest
from pages import soup, words

from guidec.guide.models import AccordionBlock, Block, CodeBlock, ComponentBlock, TabItem, TabsBlock
from guides import REDIRECT_URL, guide, p, section, small_guide, step, table


def body(*blocks: Block, **options: object) -> Any:
    """Render a step of these blocks, and give what stands below its title."""
    return soup(guide(section("S", step("A", *blocks))), **options).select_one("li.step .body")


@pytest.mark.parametrize(
    ("name", "attributes", "shown"),
    [
        ("Card", {"title": "Next", "icon": "arrow"}, "Next"),
        ("ParamField", {"name": "page_size", "type": "string"}, "page_size"),
        ("Fragment", {"slot": "npm"}, "npm"),
        ("Code.Next", {}, "Next"),
        ("Code.Next", {"label": "Next.js"}, "Next.js"),
        ("Card", {"title": "Run `npm i`", "description": "Its `words`."}, "Run npm i Its words."),
        ("Frame", {"caption": "The tab", "hint": "Scroll down"}, "The tab Scroll down"),
        ("Card", {"title": "{props.title}", "label": 7}, ""),
        ("Box", {"className": "wide"}, ""),
        (None, {}, ""),
    ],
)
def test_a_component_shows_what_tells_it_apart(
    name: str | None, attributes: dict[str, Any], shown: str
) -> None:
    page = body(ComponentBlock(name=name, attributes=attributes, content=[p("Inside.")]))
    assert words(page) == f"{shown} Inside.".strip()


def test_a_component_without_any_words_leaves_no_trace() -> None:
    assert (
        body(ComponentBlock(name="Panel", content=[ComponentBlock(name="Icon")]), p("x")).select("div") == []
    )


@pytest.mark.parametrize("attribute", ["href", "to", "link", "url", "src"])
def test_a_component_leads_where_its_attribute_says(attribute: str) -> None:
    block = ComponentBlock(name="LinkCard", attributes={"title": "Read on", attribute: "/next"})
    assert body(block, base_url="https://docs.acme.example").a["href"] == "https://docs.acme.example/next"
    assert body(block).a is None


def test_a_component_without_address_leads_nowhere() -> None:
    block = ComponentBlock(name="ResponseField", attributes={"name": "id"}, content=[p("x")])
    assert body(block, base_url="https://docs.acme.example").a is None


def test_code_in_a_tab_of_its_name_is_named_once() -> None:
    code = CodeBlock(value="x", lang="js", meta="a.js")
    assert body(TabsBlock(tabs=[TabItem(title="a.js", content=[code])])).select(".file") == []
    assert words(body(TabsBlock(tabs=[TabItem(title="npm", content=[code])])).select_one(".file")) == "a.js"


def test_titles_show_their_code() -> None:
    titled = step("Run npm", p("x"), title_markdown="Run `npm`")
    page = soup(
        guide(
            section("Use it", titled, title_markdown="Use **it**"),
            description="Set up `acme`.",
        )
    )
    assert str(page.h2) == "<h2>Use <strong>it</strong></h2>"
    assert words(page.h3.code) == "npm"
    assert str(page.select_one(".lead")) == '<p class="lead">Set up <code>acme</code>.</p>'
    assert page.find("meta", attrs={"name": "description"})["content"] == "Set up `acme`."


def test_an_accordion_s_title_is_read_like_any_text() -> None:
    assert words(body(AccordionBlock(title="Use `x`?", content=[p("Yes.")])).code) == "x"


def test_a_redirect_url_in_code_has_its_button_right_behind_it() -> None:
    code = CodeBlock(value=f"A=1\nURL={REDIRECT_URL}\nB=2", lang="sh")
    page = soup(small_guide().model_copy(update={"sections": [section("S", step("A", code))]}))
    assert page.pre.get_text() == code.value
    slot = page.pre.select_one(".copy")
    assert slot["data-copy"] == REDIRECT_URL
    assert slot.previous_sibling.endswith(REDIRECT_URL)
    assert slot.next_sibling == "\nB=2"


def test_a_table_is_called_by_its_columns() -> None:
    assert body(table(["Field", "", "**Value**"], ["a", "b", "c"])).select_one(".table")["aria-label"] == (
        "Table: Field, Value"
    )
    assert body(table([""], ["a"])).select_one(".table")["aria-label"] == "Table"
