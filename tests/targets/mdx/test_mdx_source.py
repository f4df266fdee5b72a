"""A guide written again in its dialect is the same guide."""

from __future__ import annotations

import json
from typing import Any

import pytest

import guidec
from guidec.guide.dialects import DIALECTS
from guidec.guide.models import Guide
from guidec.targets.mdx import TARGET, move
from guidec.targets.target import Options

STACKONE = """\
> ## Index
> All pages: https://docs.example.org/llms.txt

# Acme OAuth 2.0 connector profile – StackOne setup guide

> Set up Acme.

<Warning>You need a **paid** plan.</Warning>

<section data-guide-section data-guide-scopes="read,write">
  <h2>Create an app</h2>

  <p>Start at <a href="https://acme.example" target="_blank" rel="noopener noreferrer">Acme</a>.</p>

  <p>See <a href="/help">our <strong>help</strong></a>.</p>

  <Steps>
    <Step title="Say &#x22;yes&#x22;">
      <div data-guide-step data-guide-scopes="read" data-guide-display-scopes-list="true">
        <p>Enter <strong>both</strong> & go on > next:</p>

        <ol>
          <li>Name: `Acme`</li>

          <li>
            Colours:

            <ul style={{ marginLeft: '20px' }}>
              <li>red</li>
            </ul>
          </li>

          <li>Done</li>
        </ol>
      </div>
    </Step>
  </Steps>
</section>

## Create the profile

For <strong>Acme</strong>:

<Steps>
  <Step title="Open it">
    Go to [Profiles](https://app.example.org/profiles)
  </Step>

  <Step title="Fill it in">
    <ul>
      <li>
        The fields:

        <ul style={{ marginLeft: '20px' }}>
          <li><strong>Client ID</strong></li>
        </ul>
      </li>
    </ul>
  </Step>
</Steps>

Then <a href="/guides/link">link</a> it.
""".replace("**paid**", "<strong>paid</strong>")

MINTLIFY = """\
---
title: "Acme"
description: "How to: set up \\"Acme\\""
sidebarTitle: "Acme #1"
tags:
  - "a"
  - 1
  - b: true
---

import Logo from '@/logo'

<Note>
  First.

  - a
  - b
</Note>

<Tabs>
  <Tab title="One">
    a
  </Tab>

  <Tab title="Two">
    b
  </Tab>
</Tabs>

<Frame caption="The page">
  ![Page](/page.png)
</Frame>

## Steps

<Steps>
  <Step title="Go">
    Copy `a`. See [the docs](/docs "Docs").

    <Accordion title="Why">
      Because.
    </Accordion>

    <Tip>
      <Icon icon="a" size={2} wide style={{ top: 0 }} {...rest} value={left + 1} />
    </Tip>
  </Step>
</Steps>

| Name | Value |
| ---- | ----: |
| a    |   `b` |

1. Not a step
2. Not one, either[^1]

***

[^1]: A note.
"""

STARLIGHT = """\
---
title: "Acme"
---

import { Steps } from '@astrojs/starlight/components'

:::caution[Take [care]]

Careful.

:::

## Do it

<Steps>
  1. One

  2. Two

     ```js
     a
     ```
</Steps>
""".replace("[Take [care]]", "[Take \\[care\\]]")

CLERK = """\
---
title: "Acme"
---

> [!WARNING]
> Careful **now**.

> [!NOTE] Read on
>
> More.

## Do it

<Steps>
  ### Open `config`

  Text.

  ### Close

  More text.
</Steps>

<Tabs items={['a', 'b']}>
  <Tab>
    One
  </Tab>

  <Tab>
    Two
  </Tab>
</Tabs>

<If sdk="x" />
""".replace('\n<If sdk="x" />\n', "")

FUMADOCS = """\
---
title: "Acme"
---

import { Step } from 'fumadocs-ui/components/steps'

<Callout type="warn" title="Careful">
  Now.
</Callout>

## Do it

<Steps>
  <Step>
    ### Open

    Text.
  </Step>
</Steps>

<Tabs items={['a', 'b']}>
  <Tab value="a">
    One
  </Tab>

  <Tab value="b">
    Two
  </Tab>
</Tabs>
"""

PLAIN = """\
# Acme

> Set it up.

Some text.

## Do it

1. One
2. Two
   - a

And now:

1. Three

<details>
  <summary>More</summary>

  Text.
</details>
"""

HOUSE_STYLE = {
    "stackone": STACKONE,
    "mintlify": MINTLIFY,
    "starlight": STARLIGHT,
    "clerk": CLERK,
    "fumadocs": FUMADOCS,
    "plain": PLAIN,
}


def render(guide: Guide) -> str:
    (text,) = TARGET.render(guide, Options()).files.values()
    return text


def without_place(value: Any) -> Any:
    """Give a guide's JSON without what every other text has differently."""
    if isinstance(value, dict):
        return {key: without_place(item) for key, item in value.items() if key not in ("position", "sha256")}
    return [without_place(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize(("dialect", "source"), HOUSE_STYLE.items(), ids=HOUSE_STYLE)
def test_a_guide_in_house_style_comes_back_byte_for_byte(dialect: str, source: str) -> None:
    guide = guidec.compile(source)
    assert guide.source.dialect == dialect
    assert render(Guide.model_validate_json(guide.model_dump_json())) == source


OTHERWISE = {
    "wrapped lines": "## A\n\nB\nC\n\n* D\n* E\n",
    "HTML": "## A\n\n<p>B <b>C</b></p>\n<ol start='3'><li>D</li></ol>\n<img src='/a.png' alt='e' />\n",
    "steps and prose": "## A\n\n<Step title='B'>C</Step>\n\nD\n\n<Step title='E'>F</Step>\n",
    "tabs with steps": "## A\n\n<Tabs><Tab title='B'>\n<Steps><Step title='C'>D</Step></Steps>\n</Tab></Tabs>\n\nE\n",
    "nested callouts": ":::note\n\n:::tip[A]\nB\n:::\n\n:::\n",
    "a directive of one's own": ":::recipe[A `b`]{#c}\nD\n:::\n",
    "items with titles": "<Steps>\n\n1. ### A `b`\n\n   C\n\n2. D\n\n   #### E\n\n</Steps>\n",
    "numbered titles": "## A\n\n1. ### B\n\n   C\n\n2. ### D\n\n   E\n",
    "steps in a callout": "<Info>\n<Steps>\n<Step title='A'>B</Step>\n</Steps>\n</Info>\n",
    "headed steps in a callout": "<Info>\n<Steps>\n<Step>\n#### A\n\nB\n</Step>\n</Steps>\n</Info>\n",
    "ids": "## A\n\n<Steps>\n<Step title='B' id='b'>C</Step>\n</Steps>\n\n<Accordion title='D' id='d'>E</Accordion>\n\n"
    "<Tabs>\n<Tab title='F' id='f'>\n```js F\ng\n```\n</Tab>\n</Tabs>\n\n:::tip[H]{#h}\nI\n:::\n\n<Note id='j'>K</Note>\n",
    "description with a link": "# A\n\n> B [c](/d).\n\nE\n",
    "images in a row": "![a](/b.png) ![c](/d.png)\n",
    "loose items": "- a\n\n  b\n- c\n",
    "tasks": "<Warning>x</Warning>\n\n- [x] a\n- [ ] b\n",
    "text like markup": "a \\{b} \\<c> \\*d\\* &lt;e&gt; {f}\n",
    "text like ESM": "&#x69;mport a\n",
    "exported with frontmatter": "---\na: 1\n---\n\n# B\n\n> C\n\nD\n",
    "empty title": "---\ndescription: a\n---\n\nb\n",
    "line breaks in cells": "| a |\n| - |\n| b<br/>c |\n",
    "YAML words": "---\ntitle: 'no'\ndescription: '1e3'\na: ~\nb: 2024-01-01\nc: []\nd: {}\ne: 1.5\n---\n",
}


@pytest.mark.parametrize("source", OTHERWISE.values(), ids=OTHERWISE)
def test_a_guide_in_other_spellings_comes_back_equal(source: str) -> None:
    guide = guidec.compile(source)
    again = guidec.compile(render(guide))
    assert without_place(again.model_dump()) == without_place(guide.model_dump())
    assert render(again) == render(guide)


def test_ids_stay() -> None:
    written = render(guidec.compile(OTHERWISE["ids"]))
    assert all(said in written for said in ('id="b"', 'id="d"', 'id="f"', "{#h}", 'id="j"'))


def test_the_id_of_a_step_moves_to_its_heading() -> None:
    guide = guidec.compile("## A\n\n<Steps>\n<Step title='B' id='b'>C</Step>\n</Steps>\n")
    assert "### B [#b]" in move(guide, "nextra")[0]
    assert any("id `b`" in one.message for one in move(guide, "github")[1].diagnostics)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_can_say_a_guide(dialect: str) -> None:
    guide = guidec.compile(MINTLIFY)
    again = guidec.compile(move(guide, dialect)[0])
    assert again.sections[0].steps[0].title in ("Go", None)
    assert "Go" in (again.sections[0].steps[0].title or again.sections[0].steps[0].text)
    assert again.title == guide.title
    assert [link.url for link in again.links] == [link.url for link in guide.links]
    assert len(again.admonitions) == len(guide.admonitions)


def test_titles_with_markup_keep_it() -> None:
    guide = guidec.compile("## A\n\n<Steps>\n<Step title='B'>C</Step>\n</Steps>\n")
    section = guide.sections[0]
    step = section.steps[0].model_copy(update={"title": "B c", "title_markdown": "B `c`"})
    section = section.model_copy(update={"title": "A d", "title_markdown": "A [d](/d)", "steps": [step]})
    written = render(guide.model_copy(update={"sections": [section]}))
    assert "## A [d](/d)\n" in written
    assert "  <Step>\n    ### B `c`\n" in written


SCOPED = "<div data-guide-step data-guide-scopes='c' data-guide-display-scopes-list='true'>"


@pytest.mark.parametrize(
    "source",
    [
        "\\:::note\n\na\n",
        ":::note[\\# a \\*b\\* \\[c\\]]\n\nd\n\n:::\n",
        f"## A\n\n<Steps>\n  ### B\n\n  {SCOPED}\n    D\n  </div>\n</Steps>\n",
        f"## A\n\n<Steps>\n  1. {SCOPED}\n       D\n     </div>\n</Steps>\n",
    ],
    ids=["text like a directive", "title with markup", "scopes below a heading", "scopes in a list"],
)
def test_what_was_lost_when_models_were_made_up(source: str) -> None:
    guide = guidec.compile(source)
    assert without_place(guidec.compile(render(guide)).model_dump()) == without_place(guide.model_dump())
    said = json.dumps(guide.model_dump(mode="json"))
    assert ":::note" in said or '"show_scopes": true' in said
    assert "# a *b* [c]" in said or "[c]" not in source


@pytest.mark.parametrize("title", ["", "## Title\n\n"])
def test_an_empty_heading_is_not_the_title_of_the_section_that_it_stands_in(title: str) -> None:
    source = f"<section data-guide-section>\n\n{title}<Steps><Step>\n\nA.\n\n</Step></Steps>\n\nB.\n\n####\n</section>\n"

    guide = guidec.compile(source)

    (outer,) = guide.sections
    assert (outer.title, [inner.title for inner in outer.sections]) == ("Title" if title else None, [None])
    assert without_place(guidec.compile(render(guide)).model_dump()) == without_place(guide.model_dump())
