"""Small screens, zoom, preferences, paper, and a page that stands still."""

from __future__ import annotations

import re

import pytest
from served import Open, Site, wait_until

from guides import REDIRECT_URL, admonition, guide, item, p, section, step, table, ul

pytestmark = pytest.mark.browser

PAGES = ["small", "deep/rich", "actions", "index"]
SHIFTS = """window.shifts = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({type: 'layout-shift', buffered: true})"""
SPACING = """* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
p {margin-bottom: 2em !important}"""
CUT_OFF = """() => [...document.querySelectorAll('main *')].filter(part =>
  !part.matches('.heard, .table, progress, input') && !part.closest('.heard') && part.getClientRects().length &&
  getComputedStyle(part).overflow !== 'visible' &&
  (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1)).map(part => part.outerHTML)"""
NARROWEST = """() => Math.min(...[...document.querySelectorAll('p, label, td, pre, h1, h2, h3, h4')].filter(part =>
  part.textContent.trim().length > 25 && part.getClientRects().length).map(part =>
  part.tagName === 'LABEL' ? part.parentElement.getBoundingClientRect().width : part.getBoundingClientRect().width))"""
MOVING = """() => [...document.querySelectorAll('*')].map(part => getComputedStyle(part)).filter(style =>
  style.animationName !== 'none' || parseFloat(style.transitionDuration) || style.scrollBehavior === 'smooth').length"""
PRINTED = """() => [...document.querySelectorAll('main *:not(.heard)')].filter(part => part.getClientRects().length &&
  [...part.childNodes].some(child => child.nodeType === 3 && child.data.trim())).map(part => {
    const style = getComputedStyle(part), ink = style.color.match(/\\d+/g).slice(0, 3).map(Number);
    return [part.outerHTML.slice(0, 80), parseFloat(style.fontSize), ink];
  })"""
EDGES = """selectors => selectors.map(selector => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector));
  const rect = range.getBoundingClientRect();
  return [rect.left, rect.right];
})"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LONG = "https://api.example.com/" + "averylongpathsegmentwithoutanybreak" * 5


@pytest.fixture(scope="module")
def deep(site: Site) -> str:
    """Write a page whose lists, callouts and words go further than is reasonable."""
    words = "Words that need their room, also far inside"
    nested = item(
        words, admonition("note", p(words), admonition("warning", p(words), admonition("tip", p(words))))
    )
    for _ in range(12):
        nested = item(words, ul(nested))
    site.write(
        guide(section("S", step("A", ul(nested), p(f"`{LONG}` {LONG}"))), id="far", title="Far " + "x" * 80)
    )
    return "far"


@pytest.mark.parametrize("name", [*PAGES, "far"])
def test_320_pixels_are_enough(site: Site, open_page: Open, deep: str, name: str) -> None:
    page = open_page(site.file(name), viewport={"width": 320, "height": 640})
    assert page.evaluate(SIDEWAYS) == 0
    assert page.evaluate(NARROWEST) >= 110


@pytest.mark.parametrize("name", [*PAGES, "far"])
def test_wider_spacing_and_zoom_cut_nothing_off(site: Site, open_page: Open, deep: str, name: str) -> None:
    page = open_page(site.file(name), viewport={"width": 640, "height": 400}, bypass_csp=True)
    page.add_style_tag(content=SPACING)
    for scale in ("100%", "200%"):
        page.add_style_tag(content=f"html {{font-size: {scale} !important}}")
        assert page.evaluate(CUT_OFF) == []
        assert page.evaluate(SIDEWAYS) == 0


@pytest.mark.parametrize("name", PAGES)
def test_letters_of_twice_the_size_fit_a_phone(site: Site, open_page: Open, name: str) -> None:
    page = open_page(site.file(name), viewport={"width": 320, "height": 640}, bypass_csp=True)
    page.add_style_tag(content="html {font-size: 200% !important}")
    assert page.evaluate(SIDEWAYS) == 0


@pytest.mark.parametrize("size", [(640, 400), (320, 256), (1280, 800)])
def test_what_sticks_leaves_half_of_the_window(site: Site, open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(site.file("small"), viewport={"width": size[0], "height": size[1]})
    page.evaluate("scrollTo(0, 900)")
    bar = page.locator(".bar").bounding_box()
    assert max(0, bar["y"] + bar["height"]) <= size[1] / 2


@pytest.mark.parametrize("width", [1000, 320])
@pytest.mark.parametrize("name", PAGES)
def test_every_control_is_large_enough_to_hit(site: Site, open_page: Open, name: str, width: int) -> None:
    page = open_page(site.file(name), viewport={"width": width, "height": 800})
    for control in page.locator("button, input").all():
        box = control.bounding_box()
        assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("width", [1000, 320])
@pytest.mark.parametrize("name", [*PAGES, "small.html?slow", "actions.html?slow", "index.html?slow"])
def test_nothing_moves_while_the_page_loads(site: Site, open_page: Open, name: str, width: int) -> None:
    page = open_page(site.http("plain"), viewport={"width": width, "height": 800}, script=SHIFTS)
    ticked = '{"done": ["open-the-console"], "actions": [], "progress": [1, 16]}'
    page.evaluate("value => localStorage.setItem('guidec:small', value)", ticked)
    page.goto(site.http(name.removesuffix("?slow").removesuffix(".html")) + ("?slow" if "?" in name else ""))
    page.wait_for_timeout(150)
    assert page.evaluate("shifts") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_scheme_is_the_reader_s(site: Site, open_page: Open, scheme: str) -> None:
    page = open_page(site.file("small"), color_scheme=scheme)
    style = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color, getComputedStyle(e).colorScheme]"
    background, ink, schemes = page.locator("html").evaluate(style)
    lightness = [sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in (background, ink)]
    assert (lightness[0] > lightness[1]) is (scheme == "light")
    assert schemes == "light dark"


@pytest.mark.parametrize("name", PAGES)
def test_nothing_moves_where_less_motion_is_wanted(site: Site, open_page: Open, name: str) -> None:
    page = open_page(site.file(name), reduced_motion="reduce")
    assert page.evaluate(MOVING) == 0


def test_forced_colours_keep_boxes_and_choices_visible(site: Site, open_page: Open) -> None:
    page = open_page(site.file("actions"), forced_colors="active")
    page.locator("input").first.check()
    for control in (page.locator("input").first, page.locator("progress")):
        assert control.evaluate("e => getComputedStyle(e).appearance") == "auto"
    toggle = page.locator("[data-action]").first
    plain = toggle.evaluate("e => getComputedStyle(e).backgroundColor")
    toggle.click()
    page.mouse.move(0, 0)
    assert toggle.evaluate("e => getComputedStyle(e).backgroundColor") != plain


def test_a_page_from_right_to_left_is_turned_round_and_its_code_is_not(site: Site, open_page: Open) -> None:
    arabic = step("افتح الإعدادات", p("اضغط `Save` ثم انتظر."), ul("اختر كل شيء", "Click **حفظ** now"))
    site.write(guide(section("الخطوات", arabic), id="arabic", title="إعداد الاتصال"))
    page = open_page(site.file("arabic"))
    for box in page.locator(".step input").all():
        left, right = page.evaluate(EDGES, [f"label[for={box.get_attribute('id')}]"])[0]
        assert left < right < box.bounding_box()["x"]
    assert page.locator(".body p code").evaluate("e => getComputedStyle(e).direction") == "ltr"
    assert page.evaluate(SIDEWAYS) == 0


def test_words_from_right_to_left_stand_beside_their_box(site: Site, open_page: Open) -> None:
    site.write(guide(section("S", step("A", ul("اضغط **Save** ثم *انتظر*"))), id="mixed"))
    page = open_page(site.file("mixed"))
    box = page.locator(".items input").bounding_box()
    label, last = page.evaluate(EDGES, [".items label", ".items em"])
    assert 0 < label[0] - (box["x"] + box["width"]) < 20
    assert abs(last[0] - label[0]) < 2


def test_a_wide_table_scrolls_in_itself_and_by_keyboard(site: Site, open_page: Open) -> None:
    wide = table([f"Column {number}" for number in range(9)], ["cell"] * 9)
    site.write(guide(section("S", step("A", wide)), id="wide"))
    page = open_page(site.file("wide"), viewport={"width": 320, "height": 640})
    assert page.evaluate(SIDEWAYS) == 0
    region = page.get_by_role("group", name="Table: Column 0, Column 1")
    region.focus()
    page.keyboard.press("ArrowRight")
    wait_until(page, "document.querySelector('.table').scrollLeft > 0")


@pytest.mark.parametrize("name", PAGES)
def test_paper(site: Site, open_page: Open, name: str) -> None:
    page = open_page(site.file(name), color_scheme="dark")
    steps = page.locator(".step:visible").count()
    for box in page.locator("input[type=checkbox]").all()[:1]:
        box.check()
    page.emulate_media(media="print", color_scheme="dark")
    texts = page.evaluate(PRINTED)
    assert [text for text in texts if text[1] < 12 or sum(text[2]) > 250] == []
    assert page.locator("button:visible, progress:visible, input[type=search]:visible").count() == 0
    assert page.locator(".step:visible").count() == steps
    pdf = page.pdf(prefer_css_page_size=True)
    assert {tuple(round(float(side)) for side in box.split()[2:]) for box in media_boxes(pdf)} == {(595, 842)}


def media_boxes(pdf: bytes) -> list[str]:
    return re.findall(r"/MediaBox \[([\d. ]+)\]", pdf.decode("latin-1"))


def test_a_tick_on_paper_needs_no_background(site: Site, open_page: Open) -> None:
    page = open_page(site.file("small"), color_scheme="dark")
    page.locator("input").first.check()
    page.emulate_media(media="print", color_scheme="dark")
    tick = page.locator("input").first.evaluate("""box => {
      const style = getComputedStyle(box), mark = getComputedStyle(box, '::before');
      return [style.backgroundColor, mark.borderBottomColor, parseFloat(mark.borderBottomWidth) > 1];
    }""")
    assert tick == ["rgba(0, 0, 0, 0)", "rgb(0, 0, 0)", True]


def test_the_address_of_a_link_is_printed(site: Site, open_page: Open) -> None:
    page = open_page(site.file("small"))
    page.emulate_media(media="print")
    after = page.locator(".part a").first.evaluate("a => getComputedStyle(a, '::after').content")
    assert "https://console.acme.example/" in after
    assert REDIRECT_URL in page.locator("main").inner_text()
