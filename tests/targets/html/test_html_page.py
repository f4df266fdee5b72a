"""The page as it is written, before any script runs."""

from __future__ import annotations

import itertools
import re

import pytest
from pages import before, boxes, soup, words

from guidec.guide.models import FootnoteBlock, HeadingBlock, ImageBlock, ListItem, StepsBlock, TabsBlock
from guidec.targets.actions import for_actions
from guidec.targets.html import TARGET, render_page
from guidec.targets.html.code_names import code_name
from guidec.targets.html.document import csp_hash
from guidec.targets.target import Options
from guides import (
    REDIRECT_URL,
    actions_guide,
    admonition,
    guide,
    item,
    p,
    rich_guide,
    section,
    small_guide,
    step,
    tab,
    table,
    ul,
)


def test_gives_one_file_named_after_the_guide() -> None:
    assert list(TARGET.render(small_guide(), Options()).files) == ["html/acme/oauth.html"]


def test_is_the_same_every_time() -> None:
    assert render_page(rich_guide(), Options()) == render_page(rich_guide(), Options())


# Structure


def test_title_is_heading_and_document_title() -> None:
    page = soup(small_guide())
    assert [words(h) for h in page.select("h1")] == [words(page.title)] == [small_guide().title]


def test_a_guide_without_title_is_called_by_its_id() -> None:
    assert words(soup(small_guide(title="")).h1) == "acme/oauth"


def test_description_stands_between_the_title_and_the_first_section() -> None:
    page = soup(small_guide())
    lead = page.select_one(".lead")
    assert words(lead) == small_guide().description
    assert before(page, page.h1, lead)
    assert before(page, lead, page.h2)


@pytest.mark.parametrize("make", [small_guide, rich_guide, actions_guide])
def test_headings_skip_no_level_and_sections_are_h2(make) -> None:
    page = soup(make())
    levels = [int(h.name[1]) for h in page.find_all(re.compile("^h[1-6]$"))]
    assert levels[:2] == [1, 2]
    assert all(deeper - level <= 1 for level, deeper in itertools.pairwise(levels))
    assert [words(h) for h in page.select("h2")] == [s.title for s in make().sections if s.title]


def test_sections_deeper_than_html_has_headings_stay_h6() -> None:
    inner = section("Level 9", step("S"), level=6)
    for level in range(8, 1, -1):
        inner = section(f"Level {level}", level=min(level, 6), sections=[inner])
    assert [h.name for h in soup(guide(inner)).find_all(re.compile("^h[1-6]$"))][-2:] == ["h6", "h6"]


def test_steps_without_a_section_title_stand_below_a_heading() -> None:
    page = soup(guide(section(None, step("Do it"))))
    assert words(page.h2) == "Steps"
    assert before(page, page.h2, boxes(page)[0])


def test_steps_above_all_sections_stand_below_a_heading() -> None:
    page = soup(guide(section("Later", step("B")), intro=[StepsBlock(steps=[step("A")])]))
    assert [h.name for h in page.find_all(re.compile("^h[1-6]$"))] == ["h1", "h2", "h3", "h2", "h3"]
    assert before(page, page.h2, boxes(page)[0])


# Boxes


@pytest.mark.parametrize("make", [small_guide, rich_guide, actions_guide])
def test_each_step_and_each_item_of_a_step_has_one_labelled_box(make) -> None:
    page = soup(make())
    for part in page.select("li.step, li.step li"):
        own = [box for box in boxes(part) if box.find_parent("li") is part]
        assert len(own) == 1
        label = page.find("label", attrs={"for": own[0]["id"]})
        assert words(label)
        assert label.find_parent("li") is part
    assert len(boxes(page)) == len(page.select("li.step, li.step li"))


def test_lists_outside_steps_have_no_boxes() -> None:
    page = soup(guide(section("S", step("A"), intro=[ul("Bring a pen")], outro=[ul("Have a rest")])))
    assert len(boxes(page)) == 1


@pytest.mark.parametrize("make", [small_guide, rich_guide, actions_guide])
def test_there_is_no_field_but_boxes(make) -> None:
    assert soup(make()).select("input:not([type=checkbox]), textarea, select, form, [contenteditable]") == []


def test_all_ids_are_unique() -> None:
    twice = step("Twice", ul("Click **Save**", "Click **Save**", item("Then", ul("Click **Save**"))))
    page = soup(guide(section("S", twice, step("Once", ul("Click **Save**")))))
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_ids_of_boxes_stay_when_other_parts_change() -> None:
    def ids(*items: str) -> dict[str, str]:
        page = soup(guide(section("S", step("A", ul(*items), id="a"))))
        return {words(box.find_parent("li")): box["value"] for box in boxes(page)[1:]}

    first, second = ids("Open", "Save"), ids("Look first", "Save", "Close")
    assert first["Save"] == second["Save"]
    assert first["Save"].startswith("a_")


def test_a_step_without_title_is_named_by_its_first_paragraph() -> None:
    page = soup(guide(section("S", step(None, p("Open **Settings**."), p("Wait."), id="x"))))
    assert words(page.select_one("li.step label")) == "Open Settings."
    assert words(page.select_one("li.step .body")) == "Wait."


@pytest.mark.parametrize(
    ("entry", "label"),
    [
        (ListItem(text="", markdown="", content=[HeadingBlock(depth=4, text="Go", markdown="Go")]), "Go"),
        (ListItem(text="", markdown="", content=[ul("inner")]), "Item 1"),
        (ListItem(text="", markdown=""), "Item 1"),
    ],
)
def test_an_item_that_starts_with_no_paragraph_has_a_label(entry: ListItem, label: str) -> None:
    page = soup(guide(section("S", step("A", ul(entry)))))
    assert words(page.select_one(".items label")) == label


def test_a_step_that_starts_with_no_paragraph_has_a_label() -> None:
    page = soup(guide(section("S", step(None, ul("x"), id="x"))))
    assert words(page.select_one("li.step label")) == "Step 1"


def test_the_page_names_the_first_step_before_any_script_does() -> None:
    page = soup(guide(section("S", step("A"), step("B"), outro=[StepsBlock(steps=[step("C")])])))
    assert words(page.select_one(".bar")) == "0 of 3 done Next: A"
    assert page.select_one(".bar a")["href"] == "#a"
    assert not soup(guide(section("S", intro=[p("Nothing to do.")]))).select(".bar")


def test_only_a_step_that_does_not_say_so_itself_is_marked_optional() -> None:
    page = soup(guide(section("S", step("Add a logo", optional=True), step("Optional: rest", optional=True))))
    assert [words(h) for h in page.select("h3")] == ["Add a logo Optional", "Optional: rest"]


# Warnings


def test_page_level_warnings_stand_before_the_first_box() -> None:
    page = soup(small_guide())
    assert words(page.select_one(".callout .word")) == "Warning"
    assert before(page, page.select_one(".callout"), boxes(page)[0])


def test_a_step_starts_with_its_warnings_wherever_they_were_written() -> None:
    deep = ul(item("Click", admonition("danger", p("Deep."))))
    page = soup(guide(section("S", step("A", p("Do."), deep, admonition("warning", p("Last."))))))
    body = page.select_one("li.step .body")
    assert [words(part) for part in body.find_all(recursive=False)] == [
        "Danger Deep.",
        "Warning Last.",
        "Do.",
        "Click",
    ]


def test_warnings_of_a_step_without_title_stand_before_its_box() -> None:
    page = soup(guide(section("S", step(None, p("Do."), admonition("warning", p("Look out.")), id="x"))))
    assert before(page, page.select_one(".callout"), boxes(page)[0])


def test_warnings_below_the_steps_of_a_section_move_above_them() -> None:
    late = [p("Done."), admonition("warning", p("Keep it secret."))]
    page = soup(guide(section("S", step("A"), outro=late)))
    assert before(page, page.select_one(".callout"), boxes(page)[0])
    assert words(page.select(".part > p")[-1]) == "Done."


def test_a_warning_taken_out_of_a_tab_says_which() -> None:
    tabs = TabsBlock(tabs=[tab("Cloud", p("A")), tab("Server", admonition("warning", p("Old.")))])
    page = soup(guide(section("S", step("A", tabs))))
    assert words(page.select_one(".callout .word")) == "Warning (Server)"


@pytest.mark.parametrize(
    ("kind", "component", "title", "word", "urgent"),
    [
        ("warning", "Warning", None, "Warning", True),
        ("warning", ":::caution", None, "Caution", True),
        ("danger", "Aside type=danger", None, "Danger", True),
        ("info", "[!IMPORTANT]", None, "Important", True),
        ("warning", "Warning", "Warning: no way back", "Warning: no way back", True),
        ("warning", "Warning", "No way back", "Warning: No way back", True),
        ("note", "Note", None, "Note", False),
        ("success", "Check", None, "Success", False),
    ],
)
def test_a_callout_says_in_a_word_what_it_is(kind, component, title, word, urgent) -> None:
    page = soup(
        guide(section("S", step("A")), intro=[admonition(kind, p("x"), title=title, component=component)])
    )
    callout = page.select_one(".callout")
    assert words(callout.select_one(".word")) == word
    assert ("urgent" in callout["class"]) is urgent


# Blocks


def test_every_type_of_block_has_its_place() -> None:
    page = soup(rich_guide())
    for selector in (
        "h4",
        "ol.items[start='3']",
        "pre code",
        ".image",
        "table th",
        "blockquote",
        "hr",
        ".footnote",
    ):
        assert page.select_one(selector), selector
    text = words(page)
    for expected in (
        "props.name",
        "Tip: Handy",
        "Cloud",
        "Server",
        "What if it fails?",
        "Inside a card.",
        "Next",
    ):
        assert expected in text


def test_a_cell_that_no_column_has_is_shown() -> None:
    page = soup(guide(section("S", step("A", table(["Name"], ["Colour", "red"])))))
    assert [words(cell) for cell in page.select("tbody td")] == ["Colour", "red"]


def test_an_empty_cell_of_a_table_head_is_no_header() -> None:
    page = soup(guide(section("S", step("A", table(["", "Value"], ["Name", "x"])))))
    assert [cell.name for cell in page.select("thead tr > *")] == ["td", "th"]


def test_nothing_is_folded_away() -> None:
    page = soup(rich_guide())
    assert not page.select("details, [hidden], dialog, [role=tab]")


def test_an_image_is_its_alternative_text_and_leads_to_it_where_its_address_is_known() -> None:
    image = ImageBlock(url="/images/form.png", alt="The form", caption="Fill it in")
    plain, linked = (
        soup(guide(section("S", step("A", image)))),
        soup(guide(section("S", step("A", image))), base_url="https://docs.acme.example"),
    )
    assert (
        words(plain.select_one(".image")) == words(linked.select_one(".image")) == "Image The form Fill it in"
    )
    assert plain.select("img, .image a") == linked.select("img") == []
    assert linked.select_one(".image a")["href"] == "https://docs.acme.example/images/form.png"


def test_footnotes_are_named_in_the_text() -> None:
    page = soup(
        guide(section("S", step("A", p("See[^a] and [^b]."), FootnoteBlock(label="a", content=[p("Why.")]))))
    )
    assert [words(mark) for mark in page.select("sup")] == ["a", "a"]
    assert "[^b]" in words(page)


def test_two_hundred_levels_of_nesting_are_rendered() -> None:
    callout = admonition("note", p("core"))
    nested_list = ul("core")
    for _ in range(100):
        callout = admonition("note", admonition("tip", callout))
        nested_list = ul(item("x", nested_list))
    page = render_page(guide(section("S", step("A", callout, nested_list))), Options())
    assert page.count("core") == 2


# Links, copy buttons


def test_links_of_the_site_need_its_address() -> None:
    text = "Go to [profiles](/profiles), [mail](mailto:help@acme.example) or [this](#s)."
    acme = guide(section("S", step("A", p(text))))
    assert [a["href"] for a in soup(acme).select("section a")] == ["mailto:help@acme.example", "#s"]
    assert "Go to profiles" in words(soup(acme))
    assert (
        soup(acme, base_url="https://docs.acme.example").section.a["href"]
        == "https://docs.acme.example/profiles"
    )


def test_a_redirect_url_has_a_copy_button_outside_the_label() -> None:
    page = soup(small_guide())
    slots = {slot["data-copy"]: slot for slot in page.select(".copy[data-copy]")}
    assert list(slots) == ["Example", REDIRECT_URL]
    assert not slots[REDIRECT_URL].find_parent("label")


def test_words_behind_a_copy_button_belong_to_the_name_of_the_box() -> None:
    text = f"Add `{REDIRECT_URL}` to the list."
    acme = small_guide().model_copy(update={"sections": [section("S", step("A", ul(text)))]})
    page = soup(acme)
    box = boxes(page)[1]
    assert "".join(page.find(id=i).get_text() for i in box["aria-labelledby"].split()) == text.replace(
        "`", ""
    )


def test_a_redirect_url_that_no_text_shows_is_shown_above_the_steps() -> None:
    page = soup(small_guide().model_copy(update={"sections": [section("S", step("A"))]}))
    slot = page.header.select_one(".copy")
    assert slot["data-copy"] == REDIRECT_URL
    assert words(slot.parent) == f"Redirect URL: {REDIRECT_URL}"


# Policy


def test_the_policy_names_just_the_style_and_the_script_of_the_page() -> None:
    page = soup(rich_guide())
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert policy["content"] == (
        f"default-src 'none'; script-src '{csp_hash(page.script.string)}'; style-src '{csp_hash(page.style.string)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert before(page, policy, page.style)
    assert before(page, policy, page.script)
    assert len(page.find_all("script")) == len(page.find_all("style")) == 1


def test_every_page_has_the_same_script_and_style() -> None:
    one, other = soup(small_guide()), soup(rich_guide())
    assert one.script == other.script
    assert one.style == other.style


def test_without_script_there_is_no_button_and_no_progress() -> None:
    assert not soup(actions_guide()).select("button, progress, [aria-pressed]")


def test_a_page_weighs_tens_of_kilobytes() -> None:
    assert len(render_page(small_guide(), Options())) < 40_000


# Actions


def test_actions_and_scopes_are_data_of_the_page() -> None:
    page = soup(actions_guide())
    assert [(a["data-action"], a["data-scopes"]) for a in page.select("[data-action]")] == [
        ("list-files", "files.read"),
        ("save-file", "files.read files.write"),
        ("list users", "users.read"),
    ]
    assert page.select_one("#allow-writing")["data-scopes"] == "files.write"
    assert [s["data-scope"] for s in page.select(".actions [data-scope]")] == [
        "files.read",
        "files.write",
        "users.read",
    ]
    assert not page.select(".step li:not(.step) [data-scope]")


def test_a_page_for_some_actions_has_only_what_they_need() -> None:
    page = soup(for_actions(actions_guide(), ("list-files",)))
    assert [a["data-action"] for a in page.select("[data-action]")] == ["list-files"]
    assert [s["id"] for s in page.select(".part, .step")] == [
        "create-the-app",
        "open-the-console",
        "allow-reading",
        "grant-the-scopes",
    ]


def test_without_actions_nothing_depends_on_scopes() -> None:
    page = soup(actions_guide(actions=[]))
    assert not page.select("[data-scopes], .actions")


@pytest.mark.parametrize(
    ("meta", "name"),
    [
        (None, None),
        ('title="auth.ts"', "auth.ts"),
        ("filename='.env.local' {1,3}", ".env.local"),
        ("docs.json wrap", "docs.json"),
        ("Example", "Example"),
        ("{1,3} showLineNumbers", None),
        ("/token/ npm2yarn", None),
    ],
)
def test_should_name_a_block_of_code_as_its_info_string_does(meta: str | None, name: str | None) -> None:
    assert code_name(meta) == name
