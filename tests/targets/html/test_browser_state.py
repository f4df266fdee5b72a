"""Ticking, counting, remembering and resetting, in a real browser."""

from __future__ import annotations

import json

import pytest
from served import Open, Site, wait_until

from guides import item, p, section, small_guide, step, ul

pytestmark = pytest.mark.browser

BOXES = "input[type=checkbox]"
KEY = "guidec:small"
REFUSED = (
    "Object.defineProperty(window, 'localStorage', {get() {throw new DOMException('no', 'SecurityError')}})"
)
UNWRITABLE = "Storage.prototype.setItem = () => {throw new DOMException('full', 'QuotaExceededError')}"


def ticked(page) -> list[str]:
    return page.eval_on_selector_all(BOXES, "boxes => boxes.filter(b => b.checked).map(b => b.value)")


def progress(page) -> tuple[str, int, int]:
    bar = page.locator("progress")
    return page.locator(".count").inner_text(), bar.evaluate("p => p.value"), bar.evaluate("p => p.max")


def test_progress_is_told_in_words_and_shown(site: Site, open_page: Open) -> None:
    page = open_page(site.file("small"))
    assert progress(page) == ("0 of 16", 0, 16)
    for number in range(3):
        page.locator(BOXES).nth(number).check()
    assert progress(page) == ("3 of 16", 3, 16)
    page.locator(BOXES).nth(1).uncheck()
    assert progress(page) == ("2 of 16", 2, 16)
    assert (
        page.get_by_role("status")
        .filter(has=page.get_by_role("progressbar", name="Boxes ticked"))
        .is_visible()
    )


def test_a_label_ticks_its_box(site: Site, open_page: Open) -> None:
    page = open_page(site.file("small"))
    page.get_by_text("Note: Acme may take a minute").click()
    assert len(ticked(page)) == 1
    assert page.get_by_role("checkbox", name="Note: Acme may take a minute").is_checked()


def test_the_page_says_what_comes_next(site: Site, open_page: Open) -> None:
    page = open_page(site.file("small"))
    assert page.locator(".next").inner_text() == "Next: Open the console"
    page.locator(BOXES).first.check()
    assert page.locator(".next a").get_attribute("href") == "#fill-in-the-form"
    assert page.locator("[aria-current=step]").get_attribute("id") == "fill-in-the-form"
    for box in page.locator(BOXES).all():
        box.check()
    assert page.locator(".next").inner_text() == "All done."
    assert page.locator("[aria-current]").count() == 0
    assert progress(page) == ("16 of 16", 16, 16)


@pytest.mark.parametrize("address", ["file", "http", "plain"])
def test_ticks_are_kept_at_once_and_over_reloads(site: Site, open_page: Open, address: str) -> None:
    page = open_page(getattr(site, address)("small"))
    page.locator(BOXES).nth(2).check()
    kept = ticked(page)
    assert json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))["done"] == kept
    page.reload()
    assert ticked(page) == kept
    assert progress(page) == ("1 of 16", 1, 16)


def test_state_depends_on_neither_fragment_nor_query(site: Site, open_page: Open) -> None:
    page = open_page(site.http("small"))
    page.locator(BOXES).nth(4).check()
    kept = ticked(page)
    for suffix in ("?a=b", "#create-the-app", "?x#y"):
        page.goto(site.http("small") + suffix)
        page.reload()
        assert ticked(page) == kept
    assert page.evaluate("Object.keys(localStorage)") == [KEY]


@pytest.mark.parametrize("script", [REFUSED, UNWRITABLE])
def test_refused_storage_harms_nothing(site: Site, open_page: Open, script: str) -> None:
    page = open_page(site.file("small"), script=script)
    page.locator(BOXES).first.check()
    assert progress(page) == ("1 of 16", 1, 16)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Reset").click()
    assert progress(page) == ("0 of 16", 0, 16)


@pytest.mark.parametrize(
    "damaged",
    [
        "{",
        "null",
        "3",
        '"x"',
        "[]",
        "{}",
        '{"done": 7, "actions": {}}',
        '{"done": [null, {}, "no-such-box"], "actions": "x"}',
    ],
)
def test_damaged_state_harms_nothing(site: Site, open_page: Open, damaged: str) -> None:
    page = open_page(site.http("small"))
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, damaged])
    page.reload()
    assert progress(page) == ("0 of 16", 0, 16)
    page.locator(BOXES).first.check()
    page.reload()
    assert ticked(page) == ["open-the-console"]


def test_reset_asks_and_clears_only_this_guide(site: Site, open_page: Open) -> None:
    page = open_page(site.http("small"))
    page.evaluate("localStorage.setItem('guidec:other', 'kept')")
    page.locator(BOXES).first.check()
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.get_by_role("button", name="Reset").click()
    assert len(asked) == 1
    assert progress(page)[0] == "1 of 16"
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Reset").click()
    assert ticked(page) == []
    assert page.evaluate("Object.entries(localStorage)") == [["guidec:other", "kept"]]
    page.reload()
    assert ticked(page) == []


def test_two_tabs_agree(site: Site, open_page: Open) -> None:
    one = open_page(site.http("small"))
    other = open_page(site.http("small"), beside=one)
    one.locator(BOXES).nth(3).check()
    wait_until(other, "document.querySelector('.count').textContent === '1 of 16'")
    assert ticked(other) == ticked(one)
    other.once("dialog", lambda dialog: dialog.accept())
    other.get_by_role("button", name="Reset").click()
    wait_until(one, "document.querySelector('.count').textContent === '0 of 16'")


def test_a_page_that_comes_back_takes_over_what_happened_meanwhile(site: Site, open_page: Open) -> None:
    page = open_page(site.http("small"))
    page.locator(BOXES).nth(0).check()
    page.evaluate(
        """key => {
      localStorage.setItem(key, '{"done": ["fill-in-the-form"]}');
      dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
    }""",
        KEY,
    )
    assert ticked(page) == ["fill-in-the-form"]
    assert progress(page) == ("1 of 16", 1, 16)


@pytest.mark.parametrize("script", [REFUSED, UNWRITABLE])
def test_a_page_that_comes_back_keeps_what_no_storage_holds(site: Site, open_page: Open, script: str) -> None:
    page = open_page(site.file("small"), script=script)
    page.locator(BOXES).nth(0).check()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert ticked(page) == ["open-the-console"]


def test_a_regenerated_guide_keeps_the_ticks_of_what_did_not_change(site: Site, open_page: Open) -> None:
    site.write(small_guide(id="regenerated"))
    page = open_page(site.http("regenerated"))
    for name in ("Open the profiles", "Copy the Client ID.", "Note: Acme may take a minute"):
        page.get_by_role("checkbox", name=name).check()
    create, profile = small_guide().sections
    form = create.steps[1].model_copy(
        update={"content": [ul("New: `x`", item("Note: Acme may take a minute to show the app."))]}
    )
    steps = [
        step("A new step", p("First.")),
        form,
        create.steps[2],
        step("And another", ul("Copy the **Client ID**.")),
    ]
    site.write(small_guide(id="regenerated", sections=[section("Else", *steps, id="else"), profile]))
    page.reload()
    names = page.eval_on_selector_all(
        BOXES, "boxes => boxes.filter(b => b.checked).map(b => b.labels[0].textContent)"
    )
    assert names == [
        "Note: Acme may take a minute to show the app.",
        "Copy the Client ID.",
        "Open the profiles",
    ]


def test_the_page_of_all_guides_shows_how_far_each_is(site: Site, open_page: Open) -> None:
    page = open_page(site.http("small"))
    index = open_page(site.http("index"), beside=page)
    row = index.locator("li", has=index.get_by_role("link", name="Acme OAuth 2.0 connector profile"))
    assert row.locator(".count").inner_text() == "0 of 16"
    page.locator(BOXES).nth(0).check()
    page.locator(BOXES).nth(5).check()
    row.get_by_text("2 of 16").wait_for()
    assert row.get_by_role("progressbar", name="Progress of Acme OAuth").evaluate(
        "p => [p.value, p.max]"
    ) == [2, 16]
    for damaged in ("{", "null", '{"progress": [5, 3]}', '{"progress": "x"}', '{"progress": [1, 99]}'):
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, damaged])
        index.reload()
        assert row.locator(".count").inner_text() == "0 of 16"
    refused = open_page(site.file("index"), script=REFUSED)
    assert refused.locator(".count").first.inner_text().startswith("0 of")


def test_the_page_of_all_guides_filters_by_text(site: Site, open_page: Open) -> None:
    page = open_page(site.file("index"))
    field = page.get_by_label("Filter")
    field.fill("everything ACME")
    assert page.locator("[data-guide]:visible a").all_inner_texts() == ["Everything about Acme"]
    assert page.locator("h2:visible").all_inner_texts() == ["deep"]
    assert page.get_by_role("status").inner_text() == "1 of 4 shown"
    field.fill("nothing like it")
    assert page.locator("[data-guide]:visible").count() == 0
    field.fill("")
    assert page.locator("[data-guide]:visible").count() == 4


def test_every_link_of_the_page_of_all_guides_leads_to_a_page(site: Site, open_page: Open) -> None:
    page = open_page(site.file("index"))
    for link in page.locator("a").all():
        assert (site.folder / link.get_attribute("href")).is_file()
