"""What opens a section, what it holds, and in which order."""

from __future__ import annotations

import pytest

from compiling import guide_of, outline_of

COVER = "---\ntitle: T\n---\n\n"
STEPS = "<Steps><Step title='{}'>x</Step></Steps>\n\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("## A\n\nx\n\n### B\n\ny\n\n## C\n\nz\n", ["## A", "  - x", "  ### B", "    - y", "## C", "  - z"]),
        ("#### A\n\nx\n\n## B\n\ny\n", ["#### A", "  - x", "## B", "  - y"]),
        ("A\n---\n\nx\n", ["## A", "  - x"]),
        ("<h2>A</h2>\n\nx\n", ["## A", "  - x"]),
        ("# A\n\nx\n\n# B\n\ny\n", ["- A", "- x", "- B", "- y"]),
        ("##### A\n\nx\n\n###### B\n\ny\n", ["- A", "- x", "- B", "- y"]),
        ("**A**\n\nx\n", ["- A", "- x"]),
        ("> ## A\n\nx\n", ["- quote", "- x"]),
        ("- ## A\n\nx\n", ["- ", "- x"]),
        ("## A\n\n## A\n", ["## A", "## A"]),
        ("## \n\nx\n", ["## -", "  - x"]),
        (
            '<section data-guide-section data-guide-scopes="a, b">\n<h2>A</h2>\n<p>x</p>\n</section>\n\ny\n',
            ["## A", "  - x", "## -", "  - y"],
        ),
        ("<section data-guide-section>\n\n### A\n\nx\n\n</section>\n", ["### A", "  - x"]),
        ("<section>\n\n## A\n\nx\n\n</section>\n", ["## A", "  - x"]),
        ("<div>\n\n## A\n\nx\n\n</div>\n", ["## A", "  - x"]),
        (
            "## A\n\n<Step title='S'>\n\n## Not one\n\nx\n\n</Step>\n",
            ["## A", "  * S", "    - Not one", "    - x"],
        ),
        ("## A\n\n<Note>\n\n## Not one\n\n</Note>\n", ["## A", "  - Not one"]),
        (
            "## A\n\n<Tabs>\n<Tab title='One'>\n\n### B\n\nx\n\n</Tab>\n<Tab title='Two'>\ny\n</Tab>\n</Tabs>\n",
            ["## A", "  [tab] One", "    ### B", "      - x", "  [tab] Two", "    - y"],
        ),
        (
            "## A\n\n<Tabs items={['One', 'Two']}>\n<Tab>\n1. x\n</Tab>\n<Tab>\n1. y\n</Tab>\n</Tabs>\n",
            ["## A", "  [tab] One", "    . x", "  [tab] Two", "    . y"],
        ),
        ("## A\n\n<Tabs>\n<Tab title='One'>x</Tab>\n</Tabs>\n", ["## A", "  - tabs"]),
        ("## A\n\n<Accordion title='One'>\n1. x\n</Accordion>\n", ["## A", "  [accordion] One", "    . x"]),
        ("## A\n\n<Accordion title='One'>x</Accordion>\n", ["## A", "  - accordion"]),
        (
            "## A\n\n<details>\n<summary>One</summary>\n\n1. x\n\n</details>\n",
            ["## A", "  [accordion] One", "    . x"],
        ),
    ],
)
def test_should_find_the_sections_of(text: str, lines: list[str]) -> None:
    assert outline_of(guide_of(COVER + text)) == lines


def test_should_open_untitled_sections_so_that_reading_order_is_kept() -> None:
    text = "## A\n\nbefore\n\n" + STEPS.format("1") + "between\n\n" + STEPS.format("2") + "after\n"
    assert outline_of(guide_of(COVER + text)) == [
        "## A",
        "  - before",
        "  * 1",
        "    - x",
        "  ### -",
        "    - between",
        "    * 2",
        "      - x",
        "    - after",
    ]


def test_should_join_two_runs_of_steps_with_nothing_between() -> None:
    guide = guide_of(COVER + "## A\n\n" + STEPS.format("1") + STEPS.format("2"))
    assert [step.title for step in guide.sections[0].steps] == ["1", "2"]


def test_should_open_an_untitled_section_for_steps_above_the_first_heading() -> None:
    guide = guide_of(COVER + "before\n\n" + STEPS.format("1") + "## A\n\nx\n")
    assert outline_of(guide) == ["- before", "## -", "  * 1", "    - x", "## A", "  - x"]
    assert guide.sections[0].origin == "implied"


def test_should_open_an_untitled_section_for_what_stands_behind_a_tab() -> None:
    text = "## A\n\n<Tabs>\n<Tab title='One'>\n1. x\n</Tab>\n</Tabs>\n\nafter\n"
    assert outline_of(guide_of(COVER + text)) == ["## A", "  [tab] One", "    . x", "  ### -", "    - after"]


def test_should_keep_a_rich_heading_as_markdown_too() -> None:
    (section,) = guide_of(COVER + "## The `id` of [Acme](https://acme.example/)\n\nx\n").sections
    assert section.title == "The id of Acme"
    assert section.title_markdown == "The `id` of [Acme](https://acme.example/)"
    assert guide_of(COVER + "## Plain\n\nx\n").sections[0].title_markdown is None


def test_should_read_the_scopes_of_a_section() -> None:
    text = '<section data-guide-section data-guide-scopes="a, b\n a">\n<h2>A</h2>\n</section>\n'
    assert guide_of(COVER + text).sections[0].scopes == ["a", "b"]


def test_should_nest_sections_no_more_deeply_than_readers_of_json_bear() -> None:
    text = "<Accordion title='a'>\n" * 90 + "\n1. x\n\n" + "</Accordion>\n" * 90
    guide = guide_of(COVER + "## A\n\n" + text)
    assert type(guide).model_validate_json(guide.model_dump_json()) == guide
    assert '"x"' in guide.model_dump_json()
