"""Keyboard, screen reader, validity, policy, and life without JavaScript."""

from __future__ import annotations

import itertools
import json
import subprocess
from pathlib import Path

import pytest
from served import Open, Site, wait_until
from tools import AXE, NU_CHECKER, java, npm_packages

pytestmark = pytest.mark.browser

PAGES = ["small", "deep/rich", "actions", "index"]
RUN_AXE = """() => axe.run(document, {rules: {'target-size': {enabled: true}}}).then(result =>
  result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`)))"""
WAYS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "contrast": {"color_scheme": "dark", "contrast": "more"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "ticked": {"color_scheme": "dark"},
    "no script": {},
}
FOCUS = """() => {
  const part = document.activeElement, style = getComputedStyle(part), box = part.getBoundingClientRect();
  const bar = part.closest('.bar') ? null : document.querySelector('.bar')?.getBoundingClientRect();
  const covered = bar && bar.top <= 0 ? bar.bottom : 0;
  return {id: [...document.querySelectorAll('*')].indexOf(part), y: box.top + scrollY, bar: !!part.closest('.bar'),
          seen: box.top >= covered && box.bottom <= innerHeight + 1,
          outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth), colour: style.outlineColor,
          page: getComputedStyle(document.documentElement).backgroundColor};
}"""


@pytest.fixture(scope="session")
def packages() -> Path:
    """Give the folder of the npm packages."""
    return npm_packages()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(site: Site, open_page: Open, packages: Path, name: str, way: str) -> None:
    address = site.without_script(name) if way == "no script" else site.file(name)
    page = open_page(address, **WAYS[way])
    if way == "ticked":
        for box in page.locator("input[type=checkbox]").all():
            box.check()
        for action in page.locator("[data-action]").all()[:1]:
            action.click()
    page.evaluate((packages / AXE).read_text(encoding="utf-8") + ";0")
    assert page.evaluate(RUN_AXE) == []


def test_the_nu_html_checker_finds_nothing(site: Site, packages: Path) -> None:
    files = [str(site.folder / f"{name}.html") for name in PAGES]
    run = subprocess.run(
        [java(), "-jar", str(packages / NU_CHECKER), "--format", "json", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(run.stderr)["messages"]
    assert [
        (m["url"], m["message"]) for m in messages if m["type"] == "error" or m.get("subType") == "warning"
    ] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_everything_in_reading_order(
    site: Site, open_page: Open, name: str, scheme: str
) -> None:
    page = open_page(site.file(name), color_scheme=scheme, viewport={"width": 1000, "height": 600})
    expected = page.locator("a[href], button, input, [tabindex='0']").count()
    stops = []
    for _ in range(expected):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    assert [stop["id"] for stop in stops] == sorted({stop["id"] for stop in stops})
    assert len(stops) == expected
    rows = [stop["y"] for stop in stops if not stop["bar"]]
    assert all(later > earlier - 20 for earlier, later in itertools.pairwise(rows))
    for stop in stops:
        assert stop["outline"] >= 2
        assert stop["colour"] != stop["page"]
        assert stop["seen"]


def test_the_keyboard_operates_boxes_and_buttons(site: Site, open_page: Open) -> None:
    page = open_page(site.file("actions"))
    page.get_by_role("button", name="List files").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name="List files").get_attribute("aria-pressed") == "true"
    page.get_by_role("checkbox", name="Open the console").focus()
    page.keyboard.press("Space")
    assert page.locator(".count").inner_text() == "1 of 4"
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Reset").focus()
    page.keyboard.press("Space")
    assert page.locator(".count").inner_text() == "0 of 8"


@pytest.mark.parametrize("name", PAGES)
def test_without_script_a_page_is_readable_and_tickable(site: Site, open_page: Open, name: str) -> None:
    page = open_page(site.file(name), java_script_enabled=False)
    assert page.locator("button, progress, [aria-pressed], input[type=search]").count() == 0
    assert page.locator("h1").is_visible()
    for box in page.locator("input[type=checkbox]").all()[:3]:
        box.check()
        assert box.is_checked()


@pytest.mark.parametrize("name", PAGES)
def test_no_request_leaves_the_page(site: Site, open_page: Open, name: str) -> None:
    page = open_page("about:blank")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(site.file(name))
    for control in page.locator("input[type=checkbox], button:not(.bar button)").all():
        control.click()
    page.wait_for_timeout(200)
    assert requests == [site.file(name)]


def test_the_policy_stops_what_is_not_the_page_s_own(site: Site, open_page: Open) -> None:
    page = open_page(site.file("small"), complaints_expected=True)
    page.evaluate("""() => {
      window.stopped = [];
      addEventListener('securitypolicyviolation', event => stopped.push(event.effectiveDirective));
      document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}));
      document.body.append(Object.assign(document.createElement('img'), {src: 'https://evil.example/x.png'}));
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>');
    }""")
    wait_until(page, "stopped.length >= 3")
    assert sorted(page.evaluate("stopped")) == ["img-src", "script-src-elem", "style-src-attr"]
    assert page.evaluate("window.ran") is None
