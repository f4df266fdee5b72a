"""Copy buttons, in a real browser, on addresses that it trusts and on others."""

from __future__ import annotations

import pytest
from served import Open, Site

from guidec.guide.models import CodeBlock
from guides import REDIRECT_URL, section, small_guide, step

pytestmark = pytest.mark.browser

NEAREST = """url => {
  const texts = [...document.querySelectorAll('code')].filter(code => code.textContent === url);
  const buttons = [...document.querySelectorAll('button')].filter(b => b.textContent.includes('Copy'));
  const gap = (a, b) => Math.hypot(Math.max(0, a.left - b.right, b.left - a.right),
                                   Math.max(0, a.top - b.bottom, b.top - a.bottom));
  return texts.map(text => Math.min(...[...text.getClientRects()].flatMap(
    rect => buttons.map(button => gap(rect, button.getBoundingClientRect())))));
}"""


GAPS_IN_CODE = """url => {
  const text = document.querySelector('pre code').firstChild, range = document.createRange();
  range.setStart(text, text.data.indexOf(url));
  range.setEnd(text, text.data.length);
  const button = document.querySelector('pre button').getBoundingClientRect();
  return [...range.getClientRects()].map(rect => Math.hypot(
    Math.max(0, button.left - rect.right), Math.max(0, button.top - rect.bottom, rect.top - button.bottom)));
}"""


def pasted(page) -> str:
    """Give what the clipboard holds, by pasting it."""
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), {id: 'PASTE'}))")
    page.locator("#PASTE").focus()
    page.keyboard.press("Control+V")
    text = page.locator("#PASTE").input_value()
    page.evaluate("document.getElementById('PASTE').remove()")
    return text


@pytest.mark.parametrize("address", ["http", "plain", "file"])
def test_a_redirect_url_is_one_click_away(site: Site, open_page: Open, address: str) -> None:
    page = open_page(getattr(site, address)("small"))
    assert page.evaluate("!!navigator.clipboard") is (address != "plain")
    button = page.get_by_role("button", name="Copy Redirect URL")
    button.click()
    page.get_by_role("status").filter(has_text="Copied Redirect URL").wait_for(state="attached")
    assert (
        button.or_(page.get_by_role("button", name="Copied Redirect URL")).inner_text().startswith("Copied")
    )
    assert page.locator("input:checked").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    assert pasted(page) == REDIRECT_URL
    assert page.locator("textarea").count() == 0


def test_the_fallback_is_used_where_the_clipboard_is_refused(site: Site, open_page: Open) -> None:
    page = open_page(
        site.http("small"), script="navigator.clipboard.writeText = () => Promise.reject(new Error('no'))"
    )
    page.get_by_role("button", name="Copy App name").click()
    page.get_by_role("status").filter(has_text="Copied App name").wait_for(state="attached")
    assert pasted(page) == "Example"


def test_a_failed_copy_is_not_called_copied(site: Site, open_page: Open) -> None:
    page = open_page(site.plain("small"), script="document.execCommand = () => false")
    page.get_by_role("button", name="Copy App name").click()
    page.get_by_role("status").filter(has_text="could not be copied").wait_for(state="attached")
    assert page.get_by_role("button", name="Failed App name").is_visible()
    assert page.get_by_role("button", name="Copied").count() == 0


@pytest.fixture(scope="module")
def settings(site: Site) -> str:
    """Write a page that shows the redirect URL amid a long block of code."""
    lines = [f"SETTING_{number}=value" for number in range(60)]
    code = CodeBlock(value="\n".join([*lines[:30], f"REDIRECT_URL={REDIRECT_URL}", *lines[30:]]), lang="sh")
    site.write(small_guide(id="settings", sections=[section("Settings", step("Set them", code))]))
    return "settings"


def test_a_url_amid_code_has_its_button_beside_it(site: Site, open_page: Open, settings: str) -> None:
    page = open_page(site.http(settings))
    assert max(page.evaluate(GAPS_IN_CODE, REDIRECT_URL)) <= 160
    page.locator("pre").get_by_role("button", name="Copy Redirect URL").click()
    page.get_by_role("status").filter(has_text="Copied Redirect URL").wait_for(state="attached")
    assert pasted(page) == REDIRECT_URL
    assert page.locator("input:checked").count() == 0


@pytest.mark.parametrize("name", ["small", "deep/rich"])
@pytest.mark.parametrize("width", [1000, 320])
def test_the_button_stands_beside_the_url(site: Site, open_page: Open, name: str, width: int) -> None:
    page = open_page(site.file(name), viewport={"width": width, "height": 800})
    gaps = page.evaluate(NEAREST, REDIRECT_URL)
    assert gaps
    assert max(gaps) <= 160


def test_buttons_keep_their_width_when_they_say_copied(site: Site, open_page: Open) -> None:
    page = open_page(site.http("small"))
    button = page.locator(".copy button").first
    width = button.bounding_box()["width"]
    button.click()
    page.get_by_text("Copied", exact=False).first.wait_for()
    assert button.bounding_box()["width"] == width
