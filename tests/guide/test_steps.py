"""Steps in each of their spellings."""

from __future__ import annotations

import re

import pytest

from compiling import guide_of, only, outline_of
from guidec import render
from guidec.guide.models import ParagraphBlock

SPELLINGS = {
    "a title": '<Steps>\n<Step title="Open the console">\nPress **New**.\n</Step>\n</Steps>',
    "a title of JSX": "<Steps>\n<Step title={<>Open the <b>console</b></>}>\nPress **New**.\n</Step>\n</Steps>",
    "a title that is a literal": '<Steps>\n<Step title={"Open the console"}>\nPress **New**.\n</Step>\n</Steps>',
    "a heading in the step": "<Steps>\n<Step>\n### Open the console\n\nPress **New**.\n</Step>\n</Steps>",
    "an HTML heading in the step": "<Steps>\n<Step>\n<h3>Open the console</h3>\nPress **New**.\n</Step>\n</Steps>",
    "a heading of level 2": "<Steps>\n## Open the console\n\nPress **New**.\n</Steps>",
    "a heading of level 3": "<Steps>\n\n### Open the console\n\nPress **New**.\n\n</Steps>",
    "a heading of level 6": "<Steps>\n\n###### Open the console\n\nPress **New**.\n\n</Steps>",
    "no wrapper": '<Step title="Open the console">\nPress **New**.\n</Step>',
}


@pytest.mark.parametrize("steps", SPELLINGS.values(), ids=SPELLINGS)
def test_should_find_a_titled_step(steps: str) -> None:
    guide = guide_of(f"---\ntitle: T\n---\n\n## App\n\n{steps}\n")
    assert outline_of(guide) == ["## App", "  * Open the console", "    - Press New."]
    assert guide.sections[0].steps[0].origin == "component"


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (
            "<Steps>\n<Step>\nPress **New**.\n</Step>\n<Step>Save it.</Step>\n</Steps>",
            [". Press New.", ". Save it."],
        ),
        ("<Steps>\n\n1. Press **New**.\n2. Save it.\n\n</Steps>", [". Press New.", ". Save it."]),
        # The contract gives items no title, also where one begins with a heading.
        ("<Steps>\n\n1. ### Open it\n\n   Press.\n\n</Steps>", [". Open it Press.", "  - Press."]),
        (
            "<Steps>\n\n1. Press **New**.\n\n   Wait.\n\n2. Save it.\n\n</Steps>",
            [". Press New. Wait.", "  - Wait.", ". Save it."],
        ),
        ("<Steps>\n\nJust do it.\n\n</Steps>", ["- Just do it."]),
        ("<Steps>\n\nFirst of all:\n\n### One\n\nA.\n\n</Steps>", ["- First of all:", "* One", "  - A."]),
        ("<Steps>\n<Step title='One'></Step>\n</Steps>", ["* One"]),
        ("<Steps>\n</Steps>", []),
        (
            "<Steps>\n### One\n\n#### Detail\n\nA.\n\n### Two\n\nB.\n</Steps>",
            ["* One", "  - Detail", "  - A.", "* Two", "  - B."],
        ),
        (
            (
                "<Steps>\n<Step title='Outer'>\nA.\n"
                "<Steps>\n<Step title='Inner'>\nB.\n</Step>\n</Steps>\nC.\n</Step>\n</Steps>"
            ),
            ["* Outer", "  - A.", "  * Inner", "    - B.", "  - C."],
        ),
        (
            "<Steps>\n\n1. Open it.\n\n   <Steps>\n   <Step title='Inner'>B.</Step>\n   </Steps>\n\n</Steps>",
            [". Open it. B.", "  * Inner", "    - B."],
        ),
    ],
)
def test_should_find_steps_in(content: str, lines: list[str]) -> None:
    guide = guide_of(f"---\ntitle: T\n---\n\n## App\n\n{content}\n")
    assert outline_of(guide) == ["## App", *("  " + line for line in lines)]


@pytest.mark.parametrize(
    ("wrapper", "kind"),
    [
        ("<Accordion title='Other way'>\n{}\n</Accordion>", "accordion"),
        ("<Tabs>\n<Tab title='Other way'>\n{}\n</Tab>\n</Tabs>", "tab"),
    ],
)
def test_should_make_a_section_of_what_holds_steps(wrapper: str, kind: str) -> None:
    steps = "<Steps>\n<Step title='One'>A.</Step>\n</Steps>"
    guide = guide_of("---\ntitle: T\n---\n\n## App\n\n" + wrapper.format(steps) + "\n")
    assert outline_of(guide) == ["## App", f"  [{kind}] Other way", "    * One", "      - A."]


def test_should_see_no_steps_where_only_their_tags_are() -> None:
    around = "<Accordion title='Other way'>\n{}\n</Accordion>\n\n1. Do."
    bare, tagged = (
        guide_of("---\ntitle: T\n---\n\n## App\n\n" + around.format(content))
        for content in ("Prose.", "<Steps>\n\nProse.\n\n</Steps>")
    )
    assert outline_of(tagged) == outline_of(bare)
    assert [len(section.steps) for section in tagged.sections] == [1]


def test_should_tell_the_level_of_the_heading_that_is_a_title() -> None:
    text = "## App\n\n<Steps>\n<Step>\n#### A\n</Step>\n<Step title='B'>\nb\n</Step>\n</Steps>"
    assert [step.title_level for step in guide_of(text).sections[0].steps] == [4, None]


def test_should_name_a_step_without_title_by_the_strong_line_that_it_begins_with() -> None:
    (section,) = guide_of("## A\n\n1. **Open it**\n\n   Press it.\n2. **Close** it now.").sections
    assert [step.id for step in section.steps] == ["a-open-it", "a-close-it-now"]


def test_should_keep_steps_in_a_list_item_as_a_block() -> None:
    text = (
        "---\ntitle: T\n---\n\n## App\n\n- Either:\n\n  <Steps>\n  <Step title='One'>A.</Step>\n  </Steps>\n"
    )
    block = only(guide_of(text).sections[0].intro)
    assert block.type == "list"
    inner = only(block.items[0].content)
    assert inner.type == "steps"
    assert [step.title for step in inner.steps] == ["One"]


def test_should_take_numbered_lists_below_a_heading_for_steps_where_there_is_no_component() -> None:
    guide = guide_of("# T\n\n1. Not below a heading.\n\n## App\n\n1. One\n2. Two\n\n- no step\n")
    assert outline_of(guide) == ["- Not below a heading.", "## App", "  . One", "  . Two", "  - no step"]
    assert {step.origin for step in guide.sections[0].steps} == {"list"}


@pytest.mark.parametrize(
    "cover", ["# Acme\n\n> About.\n\n", "---\ntitle: Acme\ndescription: About.\n---\n\n"]
)
def test_should_take_numbered_lists_below_the_title_for_steps_where_there_are_no_sections(cover: str) -> None:
    guide = guide_of(f"{cover}First.\n\n1. Open\n2. Save\n\nLast.\n")
    (section,) = guide.sections
    assert [block.text for block in guide.intro if isinstance(block, ParagraphBlock)] == ["First."]
    assert [(step.text, step.origin) for step in section.steps] == [("Open", "list"), ("Save", "list")]
    assert (section.title, len(section.outro)) == (None, 1)


def test_should_leave_numbered_lists_above_the_first_section_lists() -> None:
    guide = guide_of("# Acme\n\n1. One way\n2. Another way\n\n## First\n\nText.\n")
    assert [block.type for block in guide.intro] == ["list"]
    assert [section.steps for section in guide.sections] == [[]]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. One\n\n```sh\nls\n```\n\n2. Two\n3. Three\n\n![A page](a.png)\n\n4. Four", [None, 2, 4]),
        ("1. One\n\n```sh\nls\n```\n\n1. Two", [None, None]),
        ("7) Seven\n8) Eight", [7]),
        ("1. One\n\n## B\n\n2. Two", [None, 2]),
        ("1. One\n2) Two", [None]),
        ("0. None", [0]),
    ],
)
def test_should_keep_the_number_at_which_a_list_goes_on(text: str, numbers: list[int | None]) -> None:
    guide = guide_of(f"# T\n\n## A\n\n{text}\n")
    runs = [one for section in guide.sections for one in (section, *section.sections) if one.steps]
    assert [run.first_number for run in runs] == numbers
    shown = re.findall(r'<ol class="steps"(?: start="(\d+)")?>', render(guide, "html"))
    assert shown == ["" if number is None else str(number) for number in numbers]
    again = guide_of(render(guide, "mdx"))
    runs = [one for section in again.sections for one in (section, *section.sections) if one.steps]
    assert [run.first_number for run in runs] == numbers


@pytest.mark.parametrize("after", ["", "\n## Help\n\nWrite.\n", "\n## Go on\n\n1. Go.\n"])
def test_should_take_numbered_lists_in_tabs_below_the_title_for_steps(after: str) -> None:
    guide = guide_of(
        f"# T\n\n<Tabs>\n<TabItem value='a' label='A'>\n\n1. One\n\n</TabItem>\n</Tabs>\n{after}"
    )
    assert outline_of(guide)[:2] == ["[tab] A", "  . One"]


@pytest.mark.parametrize("heading", ["", "## Contents\n\n"])
def test_should_take_no_table_of_contents_for_steps(heading: str) -> None:
    contents = "1. [One](#one)\n   1. [**Two**](#two)\n2. **[Two](#two)**"
    guide = guide_of(f"# T\n\n{heading}{contents}\n\n## One\n\nText.\n")
    assert not any(section.steps for section in guide.sections)


@pytest.mark.parametrize("item", ["[One](/one)", "[One](#one) first", "Open [One](#one)", "`one`"])
def test_should_take_a_list_that_says_more_than_where_for_steps(item: str) -> None:
    guide = guide_of(f"# T\n\n## A\n\n1. [Two](#a)\n2. {item}\n")
    assert [len(section.steps) for section in guide.sections] == [2]


def test_should_take_no_list_for_steps_where_there_is_a_component() -> None:
    guide = guide_of("# T\n\n## App\n\n1. One\n\n<Steps><Step title='S'>A.</Step></Steps>\n")
    assert outline_of(guide) == ["## App", "  - One", "  * S", "    - A."]


def test_should_read_the_scopes_of_a_step_from_whatever_carries_them() -> None:
    text = (
        "---\ntitle: T\n---\n\n## App\n\n<Steps>\n<Step title='One' data-guide-scopes='a b'>\n"
        "<div data-guide-step data-guide-scopes='b, c' data-guide-display-scopes-list>\nText.\n</div>\n"
        "</Step>\n</Steps>\n"
    )
    (step,) = guide_of(text).sections[0].steps
    assert (step.scopes, step.show_scopes, step.text) == (["a", "b", "c"], True, "Text.")


@pytest.mark.parametrize(
    ("title", "optional"),
    [
        ("(Optional) Add a logo", True),
        ("Optionally, add a logo", True),
        ("Add a logo (optional)", True),
        ("Choose options", False),
        ("Set it", False),
    ],
)
def test_should_tell_optional_steps(title: str, optional: bool) -> None:
    guide = guide_of(f"---\ntitle: T\n---\n\n## App\n\n<Step title='{title}'>A.</Step>\n")
    assert guide.sections[0].steps[0].optional is optional


def test_should_leave_callouts_tabs_and_inner_steps_in_the_text_of_a_step() -> None:
    text = (
        "---\ntitle: T\n---\n\n## App\n\n<Step title='One'>\nA.\n\n<Note>B.</Note>\n\n"
        "<Tabs><Tab title='t'>C.</Tab></Tabs>\n\n"
        "![alt](x.png)\n\n<Step title='Two'>D.</Step>\n\n{/* E. */}\n</Step>\n"
    )
    assert guide_of(text).sections[0].steps[0].text == "A. B. C. D."
