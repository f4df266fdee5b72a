"""Pages as sites export them: what stands around a guide, and how they mark callouts, steps and tabs."""

from __future__ import annotations

import pytest

import guidec
from compiling import compiled, guide_of, only, outline_of
from guidec.guide.models import Guide

PAGE = "<html><head><title>T | Docs</title></head><body>{}</body></html>"
ARTICLE = "<main><article><h1>T</h1>{}</article></main>"


def page(content: str) -> Guide:
    """Compile a page with some content below its title."""
    return guide_of(PAGE.format(ARTICLE.format(content)), "guide.html")


def said(guide: Guide) -> list[str]:
    """Give the words of the introduction, block by block."""
    return [block.text if hasattr(block, "text") else block.type for block in guide.intro]


@pytest.mark.parametrize(
    "around",
    [
        "<main><article>{}</article><div class='toc'><ul><li>Parts</li></ul></div></main>",
        "<main><nav><ul><li>Home</li></ul></nav><article>{}<footer><a href='/e'>Edit</a></footer></article></main>",
        "<main><ol class='breadcrumbs'><li>Home</li></ol>{}<button>Copy page</button></main>",
        "<div class='tableOfContents_x1'><a href='#p'>Parts</a></div><article>{}</article>",
        "<main>{}<a href='/edit' title='Edit'><svg><path d='M1'/></svg></a></main>",
        "<main>{}<span class='sr-only'>Section called so</span></main>",
        "<main>{}<figure><div><button title='Copy'>Copy</button></div></figure></main>",
    ],
)
def test_should_leave_out_what_stands_around_a_guide(around: str) -> None:
    guide = guide_of(PAGE.format(around.format("<h1>T</h1><p>Words.</p>")), "guide.html")
    assert (guide.title, said(guide)) == ("T", ["Words."])


@pytest.mark.parametrize(
    "around",
    [
        "<main><h1>T</h1><p>Words.</p><article>One.</article><article>Two.</article></main>",
        "<main><h1>T</h1><p>Words.</p><article>One.</article></main>",
        "<h1>T</h1><p>Words.</p><aside><p>One.</p></aside>",
        "<h1>T</h1><p>Words.</p><blockquote><p>One.</p><footer>Two.</footer></blockquote>",
        "<div class='has-toc tocsin'><h1>T</h1><p>Words.</p><p>One.</p></div>",
        "<h1>T</h1><p>Words.</p><p>Press the <button>One.</button> now.</p>",
    ],
)
def test_should_keep_what_an_author_wrote(around: str) -> None:
    guide = guide_of(PAGE.format(around), "guide.html")
    assert said(guide)[0] == "Words."
    assert "One." in guide.model_dump_json()


@pytest.mark.parametrize(
    ("callout", "kind", "title"),
    [
        (
            (
                "<div class='theme-admonition theme-admonition-warning admonition_x1 alert alert--warning'>"
                "<div class='admonitionHeading_y2'><svg></svg>Stop</div><div class='admonitionContent_z3'><p>Mind it.</p></div></div>"
            ),
            "warning",
            "Stop",
        ),
        (
            (
                "<div class='theme-admonition theme-admonition-note alert'><div class='admonitionHeading_y2'>note</div>"
                "<div><p>Mind it.</p></div></div>"
            ),
            "note",
            None,
        ),
        (
            (
                "<aside class='starlight-aside starlight-aside--caution'><p class='starlight-aside__title'>Caution</p>"
                "<div class='starlight-aside__content'><p>Mind it.</p></div></aside>"
            ),
            "warning",
            None,
        ),
        (
            "<div class='tip custom-block'><p class='custom-block-title'>Know</p><p>Mind it.</p></div>",
            "tip",
            "Know",
        ),
        ("<div class='hint hint-danger'><p>Mind it.</p></div>", "danger", None),
    ],
)
def test_should_know_callouts_by_their_classes(callout: str, kind: str, title: str | None) -> None:
    guide = page(callout)
    block = only(guide.intro)
    assert (block.type, block.kind, block.title, block.text) == ("admonition", kind, title, "Mind it.")
    written = guidec.compile(guidec.render(guide, "mdx"))
    assert [one.model_dump(exclude={"position"}) for one in written.admonitions] == [
        one.model_dump(exclude={"position"}) for one in guide.admonitions
    ]


def test_should_read_an_ordered_list_that_is_marked_as_steps() -> None:
    guide = page("<h2>Do</h2><ol class='sl-steps'><li><p>One.</p></li><li><p>Two.</p></li></ol>")
    assert [step.text for step in guide.sections[0].steps] == ["One.", "Two."]


def test_should_leave_out_a_link_behind_a_heading_that_says_nothing() -> None:
    guide = page("<div><h2>Do</h2><a id='user-do' href='#do'><svg></svg></a></div><p>Words.</p>")
    assert outline_of(guide) == outline_of(page("<h2>Do</h2><p>Words.</p>"))


TABS = (
    (
        "<div class='tabs-container'><ul role='tablist'><li role='tab'>One</li><li role='tab'>Two</li></ul>"
        "<div><div role='tabpanel'><p>First.</p></div><div role='tabpanel' hidden><p>Second.</p></div></div></div>"
    ),
    (
        "<own-tabs><div><ul role='tablist'><li><a role='tab' href='#1'>One</a></li><li><a role='tab'>Two</a></li></ul></div>"
        "<div role='tabpanel'><p>First.</p></div><div role='tabpanel'><p>Second.</p></div></own-tabs>"
    ),
    (
        "<div class='tabbed-set'><input type='radio' id='a'/><div class='tabbed-labels'><label for='a'>One</label>"
        "<label>Two</label></div><div class='tabbed-content'><div class='tabbed-block'><p>First.</p></div>"
        "<div class='tabbed-block'><p>Second.</p></div></div></div>"
    ),
)


@pytest.mark.parametrize("tabs", TABS)
def test_should_read_sets_of_tabs(tabs: str) -> None:
    block = only(page(tabs).intro)
    assert block.type == "tabs"
    assert [(tab.title, tab.content[0].text) for tab in block.tabs] == [("One", "First."), ("Two", "Second.")]
    assert compiled(PAGE.format(ARTICLE.format(tabs)), "guide.html").diagnostics == ()


def test_should_take_no_tabs_for_a_set_whose_titles_do_not_fit() -> None:
    guide = page("<div><ul role='tablist'><li role='tab'>One</li></ul><p>Words.</p></div>")
    assert "tabs" not in [block.type for block in guide.intro]


def test_should_read_hostile_classes_at_once() -> None:
    """Not timed: patterns that go back over such classes would take years."""
    assert said(page(f"<p class='{'toc-_' * 10_000}!'>Out.</p><p class='{'a-_' * 10_000}!'>Words.</p>")) == [
        "Words."
    ]
