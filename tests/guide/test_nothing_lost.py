"""What once was lost on the way from a source to its guide, or read as something else."""

from __future__ import annotations

import pytest

from compiling import guide_of, only, outline_of
from guidec.guide.models import ComponentBlock, ParagraphBlock, TableBlock, TabsBlock
from guidec.targets import TARGETS
from guidec.targets.target import Options


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


def test_expressions_on_lines_of_their_own_are_paragraphs() -> None:
    guide = guide_of('{"one"}\n\n{"two"}\n\n{" "}\n\nx {"three"}{"four"}')
    assert outline_of(guide) == ["- one", "- two", "- x threefour"]


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


IMAGE = "![alt](a.png)"


def test_the_caption_of_a_frame_is_markdown() -> None:
    guide = guide_of(f'<Frame caption="See [the page](/p), `x` and **b**">\n{IMAGE}\n</Frame>')
    image = only(guide.intro)
    assert (image.caption, image.caption_markdown) == (
        "See the page, x and b",
        "See [the page](/p), `x` and **b**",
    )
    assert [(link.url, link.position.start.offset) for link in guide.links] == [("/p", 0)]


@pytest.mark.parametrize(
    "caption", ["Plain words", "1. step", "a &lt; b", "*", "{not = an expression", "# x"]
)
def test_a_plain_caption_has_no_other_form(caption: str) -> None:
    image = only(guide_of(f'<Frame caption="{caption}">\n{IMAGE}\n</Frame>').intro)
    assert (image.caption, image.caption_markdown) == (caption.replace("&lt;", "<"), None)


def test_a_caption_goes_to_the_last_of_several_images() -> None:
    guide = guide_of(f'<Frame caption="c">\n{IMAGE}\n{IMAGE}\n</Frame>')
    assert [block.caption for block in guide.intro] == [None, "c"]


@pytest.mark.parametrize(
    ("frame", "attributes"),
    [
        ('<Frame caption="c">\n<video src="v.mp4" />\n</Frame>', {"caption": "c"}),
        (f'<Frame hint="h" caption="c">\n{IMAGE}\n</Frame>', {"hint": "h", "caption": "c"}),
    ],
)
def test_a_frame_that_says_more_stays_a_component(frame: str, attributes: dict[str, str]) -> None:
    block = only(guide_of(frame).intro)
    assert (block.name, block.attributes) == ("Frame", attributes)


def test_a_frame_without_words_leaves_its_content() -> None:
    assert only(guide_of(f'<Frame className="wide">\n{IMAGE}\n</Frame>').intro).type == "image"


@pytest.mark.parametrize(
    "frame",
    [
        f'<Frame caption="See [a](/p) and `{{x}}`">\n{IMAGE}\n</Frame>',
        f'<Frame caption="1. a*b*c">\n{IMAGE}\n</Frame>',
        f'<Frame caption="2 &lt; 3 {{a}}">\n{IMAGE}\n{IMAGE}\n</Frame>',
        f'<Frame hint="h" caption="c">\n{IMAGE}\n</Frame>',
    ],
)
def test_frames_read_back_as_they_were(frame: str) -> None:
    guide = guide_of(frame)
    (text,) = TARGETS["mdx"].render(guide, Options()).files.values()
    assert guide_of(text).intro == guide.intro


def test_a_paragraph_that_shows_nothing_is_none() -> None:
    guide = guide_of('a\n\n**{" "}**\n\n<p><b></b></p>\n\n<Icon /> {""}\n\nb')
    assert outline_of(guide) == ["- a", "- component", "- b"]


def test_an_image_between_line_breaks_is_one() -> None:
    assert only(guide_of('<br />\n<img src="a.png" alt="A" />\n<br />').intro).type == "image"
    assert [block.type for block in guide_of("a<br />b").intro] == ["paragraph"]
