"""Pages as StackOne exports them: whatever an author left open comes back byte for byte."""

from __future__ import annotations

import pytest

import guidec
from compiling import guide_of, only, rules_of
from targets.mdx.test_mdx_source import render

COVER = "# Connect Acme with API Key – StackOne Hub\n\n> Link Acme.\n\n"
STEP = """<section data-guide-section data-guide-scopes="">
  <h2>Make a key</h2>

  <Steps>
    <Step title="Open the page">
      <div data-guide-step data-guide-scopes="{scopes}" data-guide-display-scopes-list="{shown}">
        {body}
      </div>
    </Step>
  </Steps>
</section>
"""
HIDDEN = """<div data-whitelabel-hide>
  <h2>Linking the Account from the Hub</h2>

  Below you link it:

  <Steps>
    <Step title="Go there">
      Use one of the <a href="/guides/accounts#linking">Linking Methods</a> to get there.
    </Step>

    <Step title="Fill out the fields">
      Fill out the following fields using details from your provider:

      <ul>
        <li><strong>API Key</strong></li>
        <li><strong>Region</strong> (Optional)</li>
      </ul>
    </Step>
  </Steps>

  You see it in your [Accounts](https://app.stackone.com/accounts) page.
</div>
"""
PANEL = """<Panel>
  <div className="selector" data-guides-scope-selector data-guide-actions-json="[{&#x22;id&#x22;:&#x22;a&#x22;,&#x22;label&#x22;:&#x22;Read notes&#x22;,&#x22;scopes&#x22;:[&#x22;n:r&#x22;]}]">
    <div className="head">
      <h3>Choose what you need</h3>

      <p className="small">The page below adjusts to it.</p>
    </div>

    <table>
      <tbody data-rows>
        <tr>
          <td colSpan="2">Waiting for rows…</td>
        </tr>
      </tbody>
    </table>

    <label htmlFor="u">Address of this view</label>

    <input id="u" type="text" readOnly />
  </div>
</Panel>

"""


def section(
    body: str = "<p>Copy the <strong>API key</strong>.</p>", scopes: str = "n:r", shown: str = "true"
) -> str:
    return COVER + STEP.format(body=body, scopes=scopes, shown=shown)


CALLOUT = (
    '<Warning>Ask for <strong>access</strong>: see <a href="https://acme.example/join" target="_blank" '
    'rel="noopener noreferrer">Joining</a>.</Warning>\n\n'
)
BELOW = """
## Next Steps

<Note>
  Words.

  More with a [link](https://acme.example).
</Note>

<CardGroup cols={2}>
  <Card title="Events" icon="webhook" href="/acme/events">
    Get them.
  </Card>
</CardGroup>
"""
NESTED = """<ul>
          <li>
            Tick both:

            <ul{style}>
              <li>Notes</li>
              <li>Files</li>
            </ul>
          </li>
        </ul>"""


@pytest.mark.parametrize(
    "page",
    [
        section(),
        section(scopes="n:r,n:w"),
        section(scopes="n:r, n:w, n:x"),
        section(scopes="n:r n:w"),
        section(shown="yes"),
        section("<p>Go to <code>app.acme.example/keys</code>, <code>keys\\_2</code>.</p>"),
        section("<p>Go to <code>[https://acme.example/k](https://acme.example/k)</code>.</p>"),
        section("<p>Go to `app.acme.example/keys`.</p>"),
        section(NESTED.format(style="")),
        section(NESTED.format(style=" style={{ marginLeft: '20px' }}")),
        COVER + CALLOUT + section()[len(COVER) :],
        section(CALLOUT.strip()),
        section() + BELOW,
        COVER + HIDDEN,
        COVER
        + HIDDEN.replace("<div data-whitelabel-hide>", '<div id="hub" className="x" data-whitelabel-hide>'),
        section() + "\n" + HIDDEN,
        COVER + PANEL + STEP.format(body="<p>x</p>", scopes="n:r", shown="true"),
        section().replace('data-guide-scopes=""', 'data-guide-scopes="" data-whitelabel-hide'),
    ],
)
def test_a_page_comes_back_byte_for_byte(page: str) -> None:
    guide = guide_of(page)
    assert render(guide.model_validate_json(guide.model_dump_json())) == page
    assert rules_of(page) == []


@pytest.mark.parametrize(
    ("page", "spelling"),
    [
        (section("<p>`a` and <code>b</code></p>"), {}),
        (section("<pre><code>\nx\n</code></pre>"), {}),
        (section(scopes="a, b c"), {}),
        (section(scopes="a, a"), {}),
        (section(shown="false"), {}),
        (section("<p><code>b</code></p>", scopes="a, b", shown="on"), {"scopes": ", ", "show_scopes": "on", "code": "html"}),
        ("---\ntitle: T\n---\n\n<p><code>b</code></p>\n", {}),
    ],
)  # fmt: skip
def test_what_a_page_spells_in_its_own_way(page: str, spelling: dict[str, str]) -> None:
    guide = guide_of(page)
    assert guide.source.spelling == spelling
    assert guide_of(render(guide)).source.spelling == spelling


def test_a_section_that_pages_without_the_brand_leave_out_is_a_section() -> None:
    guide = guide_of(COVER + HIDDEN)
    (part,) = guide.sections
    assert (part.title, part.level, part.origin) == ("Linking the Account from the Hub", 2, "component")
    assert (part.component, part.attributes) == ("div", {"data-whitelabel-hide": True})
    assert [step.title for step in part.steps] == ["Go there", "Fill out the fields"]
    assert [(one.label, one.optional) for one in guide.credentials] == [("API Key", False), ("Region", True)]


def test_what_such_pages_leave_out_without_a_heading_stands_where_it_stands() -> None:
    guide = guide_of(COVER + "## A\n\n<div data-whitelabel-hide>\n  Words.\n</div>\n\nMore.\n")
    (part,) = guide.sections
    assert [block.type for block in part.intro] == ["paragraph", "paragraph"]


def test_the_selector_of_a_page_is_markup_and_no_text_for_readers() -> None:
    guide = guide_of(COVER + PANEL + STEP.format(body="<p>x</p>", scopes="n:r", shown="true"))
    assert [action.label for action in guide.actions] == ["Read notes"]
    selector = only(only(guide.intro).content)
    assert selector.content == []
    assert selector.markup.startswith('<div className="head">\n  <h3>Choose what you need</h3>')
    for target in ("html", "connector", "jsonld"):
        assert "Waiting for rows" not in str(guidec.render(guide, target))


@pytest.mark.parametrize(
    "inside",
    ["<Note>Ask first.</Note>", "{/* x */}\n\nWords.", "<div data-guide-step>x</div>", "[x][y]\n\n[y]: /z"],
)
def test_a_selector_that_holds_more_than_html_is_read(inside: str) -> None:
    selector = only(guide_of(COVER + f"<Panel data-guide-actions-json='[]'>\n\n{inside}\n\n</Panel>\n").intro)
    assert selector.markup is None
    assert selector.content
