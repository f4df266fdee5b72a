"""What once was lost on the way from a source to its guide, or read as something else."""

from __future__ import annotations

import pytest

from compiling import guide_of, only, outline_of
from guidec.guide.models import ComponentBlock, ParagraphBlock, TableBlock, TabsBlock


def test_marked_headings_are_steps_until_the_next_heading_of_their_level() -> None:
    guide = guide_of(
        "## Setup\n\nintro\n\n### One [step]\n\na\n\n#### Inner\n\n### Two [step]\n\nb\n\n### Other\n\nc"
    )
    assert outline_of(guide) == [
        "## Setup",
        "  - intro",
        "  * One",
        "    - a",
        "    - Inner",
        "  * Two",
        "    - b",
        "  ### Other",
        "    - c",
    ]
    assert [step.position.start.line for step in guide.sections[0].steps] == [5, 11]


def test_marked_headings_of_deeper_levels_are_steps_within_the_step() -> None:
    guide = guide_of("## A\n\n### One [step]\n\n#### Sub **1** [step]\n\n#### Sub 2 [step]\n\nx")
    (one,) = guide.sections[0].steps
    inner = only(one.content).steps
    assert (one.title, [step.title for step in inner]) == ("One", ["Sub 1", "Sub 2"])


def test_a_heading_that_shows_the_mark_as_code_is_a_section() -> None:
    assert outline_of(guide_of("## Write `[step]`\n\nx")) == ["## Write [step]", "  - x"]


def test_members_with_code_are_tabs_named_after_them() -> None:
    guide = guide_of(
        "<Code>\n<Code.Next>\n\n```ts\na\n```\n\n</Code.Next>\n<Code.Qwik>\n\nb\n\n```ts\nc\n```\n\n</Code.Qwik>\n</Code>"
    )
    tabs = only(guide.intro)
    assert isinstance(tabs, TabsBlock)
    assert [(tab.title, [block.type for block in tab.content]) for tab in tabs.tabs] == [
        ("Next", ["code"]),
        ("Qwik", ["paragraph", "code"]),
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "<Box.Head>\n\na\n\n</Box.Head>\n<Box.Body>\n\nb\n\n</Box.Body>",
        "<Box.Row>\n\n```\na\n```\n\n</Box.Row>\n<Box.Row>\n\n```\nb\n```\n\n</Box.Row>",
        "<Box.Row id='x'>\n\n```\na\n```\n\n</Box.Row>",
        "```\na\n```",
    ],
)
def test_other_members_stay_components(inside: str) -> None:
    block = only(guide_of(f"<Box>\n{inside}\n</Box>").intro)
    assert isinstance(block, ComponentBlock)
    assert block.name == "Box"


def test_links_in_code_are_links_of_code() -> None:
    guide = guide_of('Type: <code>list of <a href="#item">Item</a>, n</code>')
    block = only(guide.intro)
    assert isinstance(block, ParagraphBlock)
    assert block.text == "Type: list of Item, n"
    assert block.markdown == "Type: `list of `[`Item`](#item)`, n`"
    assert [(link.url, link.text) for link in guide.links] == [("#item", "Item")]


def test_a_bare_url_in_code_is_no_link() -> None:
    guide = guide_of("Use <code>https://a.example/callback</code> here")
    assert only(guide.intro).markdown == "Use `https://a.example/callback` here"
    assert guide.links == []


def test_cells_keep_blocks_as_words_in_both_forms() -> None:
    table = only(
        guide_of(
            "<table>\n<tr>\n<td>\n```js\na()\n```\n</td>\n<td>\n- b\n- c\n\nd\n</td>\n</tr>\n</table>"
        ).intro
    )
    assert isinstance(table, TableBlock)
    assert [(cell.text, cell.markdown) for cell in table.head] == [("a()", "`a()`"), ("b c d", "b c d")]


@pytest.mark.parametrize(
    ("attribute", "links"),
    [
        ('url="owner/repo"', []),
        ('url="name"', []),
        ('url="https://a.example"', ["https://a.example"]),
        ('url="/a"', ["/a"]),
        ('url="./a"', ["./a"]),
        ('url="../a"', ["../a"]),
        ('url="#a"', ["#a"]),
        ('href="page"', ["page"]),
        ('to="page"', ["page"]),
    ],
)
def test_the_url_of_an_unknown_component_is_a_link_where_it_looks_like_one(
    attribute: str, links: list[str]
) -> None:
    guide = guide_of(f"<Repository {attribute}>\n\nx\n\n</Repository>")
    assert [link.url for link in guide.links] == links
    assert only(guide.intro).attributes
