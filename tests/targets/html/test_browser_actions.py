"""Choosing actions, in a real browser."""

from __future__ import annotations

import pytest
from served import Open, Site, wait_until
from test_browser_copy import pasted

pytestmark = pytest.mark.browser


def shown(page) -> list[str]:
    return page.locator(".step:visible, .part:visible").evaluate_all("parts => parts.map(part => part.id)")


def scopes(page) -> list[str]:
    return page.locator(".actions [data-scope]:visible").all_inner_texts()


def pressed(page) -> list[str]:
    return page.locator("[aria-pressed=true]").all_inner_texts()


def choose(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


ALL = [
    "create-the-app",
    "open-the-console",
    "allow-reading",
    "allow-writing",
    "grant-the-scopes",
    "invite-the-directory",
    "add-the-users-scope",
]


def test_no_list_of_scopes_is_empty(site: Site, open_page: Open) -> None:
    page = open_page(site.file("actions"))
    choose(page, "List users, with roles")
    assert page.locator("[data-grant]:visible").count() == 2
    page.emulate_media(media="print")
    assert page.locator("#allow-writing:visible").count() == 1
    assert page.locator("#allow-writing [data-grant]:visible").count() == 0
    page.emulate_media(media="screen")
    choose(page, "List users, with roles")
    assert page.locator("[data-grant]:visible").count() == 3


def test_nothing_chosen_means_all(site: Site, open_page: Open) -> None:
    page = open_page(site.file("actions"))
    assert page.locator("[aria-pressed=false]").count() == 3
    assert shown(page) == ALL
    assert scopes(page) == ["files.read", "files.write", "users.read"]
    assert page.locator(".count").inner_text() == "0 of 8"


def test_what_no_chosen_action_needs_leaves_page_and_count(site: Site, open_page: Open) -> None:
    page = open_page(site.file("actions"))
    choose(page, "List files")
    assert shown(page) == ["create-the-app", "open-the-console", "allow-reading", "grant-the-scopes"]
    assert scopes(page) == ["files.read"]
    assert page.locator("#grant-the-scopes [data-scope]:visible").all_inner_texts() == ["files.read"]
    assert page.locator(".count").inner_text() == "0 of 4"
    assert page.locator("progress").evaluate("p => p.max") == 4
    choose(page, "List users, with roles")
    assert shown(page) == [part for part in ALL if part != "allow-writing"]
    choose(page, "List files")
    choose(page, "List users, with roles")
    assert shown(page) == ALL


def test_hidden_ticks_are_kept_but_not_counted(site: Site, open_page: Open) -> None:
    page = open_page(site.file("actions"))
    page.get_by_role("checkbox", name="Allow writing").check()
    choose(page, "List files")
    assert page.locator(".count").inner_text() == "0 of 4"
    choose(page, "List files")
    assert page.locator(".count").inner_text() == "1 of 8"


def test_the_choice_is_part_of_the_state(site: Site, open_page: Open) -> None:
    page = open_page(site.http("actions"))
    choose(page, "Save a file")
    page.reload()
    assert pressed(page) == ["Save a file"]
    assert page.locator(".count").inner_text() == "0 of 7"
    index = open_page(site.http("index"), beside=page)
    assert index.locator("li", has_text="Acme, by actions").locator(".count").inner_text() == "0 of 7"
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Reset").click()
    assert pressed(page) == []


def test_a_link_chooses(site: Site, open_page: Open) -> None:
    page = open_page(site.http("actions") + "#actions=list%20users,list-files,unknown")
    assert pressed(page) == ["List files", "List users, with roles"]
    choose(page, "List files")
    assert page.evaluate("location.hash") == "#actions=list%20users"
    page.goto(site.http("actions"))
    page.reload()
    assert pressed(page) == ["List users, with roles"]
    page.evaluate("location.hash = '#actions=save-file'")
    wait_until(page, "document.querySelector('.count').textContent === '0 of 7'")
    for broken in ("#actions=", "#actions=%zz", "#actions=,,", "#other"):
        page.goto(site.http("actions") + broken)
        page.reload()
        assert page.locator(".count").is_visible()


@pytest.mark.parametrize(
    "link", ["#actions=", "#actions=bogus", "#actions=,,", "#actions=bogus,other", "#actions=%zz"]
)
def test_a_link_that_chooses_nothing_changes_nothing(site: Site, open_page: Open, link: str) -> None:
    page = open_page(site.http("actions"))
    choose(page, "Save a file")
    page.goto(site.http("actions") + link)
    page.reload()
    assert pressed(page) == ["Save a file"]
    page.goto(site.http("actions"))
    page.reload()
    assert pressed(page) == ["Save a file"]


@pytest.mark.parametrize("address", ["http", "plain"])
def test_scopes_and_the_link_can_be_copied(site: Site, open_page: Open, address: str) -> None:
    page = open_page(getattr(site, address)("actions"))
    choose(page, "Save a file")
    page.locator(".actions").get_by_role("button", name="Copy scopes").click()
    page.get_by_role("status").filter(has_text="Copied scopes").wait_for(state="attached")
    assert pasted(page) == "files.read files.write"
    page.get_by_role("button", name="Copy link to this choice").click()
    page.get_by_role("status").filter(has_text="Copied").wait_for(state="attached")
    assert pasted(page) == getattr(site, address)("actions") + "#actions=save-file"


def test_paper_has_every_step_whatever_was_chosen(site: Site, open_page: Open) -> None:
    page = open_page(site.file("actions"))
    choose(page, "List files")
    page.emulate_media(media="print")
    assert shown(page) == ALL
    assert page.locator(".chosen").inner_text() == "List files"
    said = "part => getComputedStyle(part, '::before').content"
    left_out = [part.get_attribute("id") for part in page.locator("[hidden]:visible").all()]
    assert left_out == ["allow-writing", "invite-the-directory"]
    assert all("Not needed" in page.locator(f"#{id_}").evaluate(said) for id_ in left_out)
    granted = page.locator("[data-grant]:visible").evaluate_all(
        "all => all.map(one => one.closest('.step')?.id)"
    )
    assert granted == [None, "grant-the-scopes"]
    choose_none = page.locator("[aria-pressed=true]")
    page.emulate_media(media="screen")
    choose_none.click()
    page.emulate_media(media="print")
    assert page.locator(".chosen:visible").count() == 0


def test_two_tabs_agree_on_the_choice(site: Site, open_page: Open) -> None:
    one = open_page(site.http("actions"))
    other = open_page(site.http("actions"), beside=one)
    choose(one, "List files")
    wait_until(other, "document.querySelector('.count').textContent === '0 of 4'")
    assert pressed(other) == ["List files"]
