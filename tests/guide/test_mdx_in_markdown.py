"""Files of Markdown that are MDX, and blocks of code that hide MDX."""

from __future__ import annotations

import pytest

from compiling import compiled, guide_of, rules_of
from guidec.guide.formats.mdx_in_markdown import unwrap
from guidec.source import Source

TABS = """\
---
title: Connect Brimstone
---

import Tabs from '@theme/Tabs';
import TabItem from '@theme/TabItem';

## Register

<Tabs
  groupId="plan"
  values={[
    {label: 'Free plan', value: 'free'},
    {label: 'Paid plan', value: 'paid'},
  ]}>
<TabItem value="free">

1. Open **Apps**.

</TabItem>
<TabItem value="paid">

1. Open **More apps**.

:::danger[Keep it]

Show it to nobody.

:::

</TabItem>
</Tabs>
"""


def test_should_read_markdown_that_imports_as_mdx() -> None:
    guide, same = guide_of(TABS, "guide.md"), guide_of(TABS, "guide.mdx")
    assert guide == same.model_copy(update={"source": guide.source})
    tabs = guide.sections[0].sections
    assert [(tab.kind, tab.title, len(tab.steps)) for tab in tabs] == [
        ("tab", "Free plan", 1),
        ("tab", "Paid plan", 1),
    ]
    assert [(said.kind, said.title) for said in guide.admonitions] == [("danger", "Keep it")]


@pytest.mark.parametrize(
    "text",
    [
        '# A\n\nimport duties are paid "by you".\n',
        "# A\n\n```js\nimport a from 'a';\n```\n",
        "# A\n\n    import a from 'a';\n",
        "# A\n\n> import a from 'a';\n",
        "# A\n\nimport os\n",
    ],
)
def test_should_read_markdown_that_does_not_import_as_markdown(text: str) -> None:
    text += "\n<https://brim.example> and {braces\n"
    assert compiled(text, "guide.md").diagnostics == ()
    assert "{braces" in str(guide_of(text, "guide.md").intro)


def test_should_read_markdown_that_imports_and_is_no_mdx_as_markdown() -> None:
    text = "# A\n\nimport A from './a.js'\n\nAn unclosed {brace.\n"
    assert rules_of(text, "guide.md") == []
    assert "import A" in str(guide_of(text, "guide.md").intro)


EXPORTED = """\
# Connect Brimstone

> How to connect it.

<Note>Read this.</Note>

<div>
  <Steps>
    <Step title="Make a key">
      <p>Do this:</p>

      <ul>
        <li>Copy the <strong>API key</strong>.</li>
      </ul>
    </Step>

    <Step title="Keep it">
      1. Put it **away**.
    </Step>
  </Steps>
</div>
"""


def test_should_read_an_exported_page_with_components_as_mdx() -> None:
    guide, same = guide_of(EXPORTED, "guide.md"), guide_of(EXPORTED, "guide.mdx")
    assert guide == same.model_copy(update={"source": guide.source})
    assert [step.title for step in guide.sections[0].steps] == ["Make a key", "Keep it"]
    assert [credential.label for credential in guide.credentials] == ["API key"]


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n<Note>\n\nSee <https://brim.example>.\n\n</Note>\n",
        "# A\n\n<Brim>\n\n- {braces\n\n</Brim>\n",
        "# A\n\n```mdx\n<Note>{a}</Note>\n```\n\n    indented code\n",
        "# A\n\n<DIV>\n\nText.\n\n</DIV>\n\n    indented code\n",
    ],
)
def test_should_read_other_markdown_with_tags_as_markdown(text: str) -> None:
    assert not any(rule.startswith("mdx") for rule in rules_of(text, "guide.md"))
    said = str(guide_of(text, "guide.md").intro)
    assert "brim.example" in said or "{braces" in said or "indented code" in said


def test_should_read_comments_of_markdown_in_a_file_that_imports() -> None:
    text = TABS.replace(
        "## Register", "<!-- lint: off\n-->\n\n## Register\n\n`<!-- no comment -->` <!-- one -->"
    )
    guide = guide_of(text, "guide.md")
    (section,) = guide.sections
    assert [tab.title for tab in section.sections] == ["Free plan", "Paid plan"]
    assert "".join(str(block) for block in section.intro).count("<!-- no comment -->") > 0
    assert "one" not in str([block.text for block in section.intro if block.type == "paragraph"])
    assert section.position.start.line == 11
    assert rules_of(text, "guide.md") == []


@pytest.mark.parametrize("comment", ["<!-- {} -->", "{{/* {} */}}"])
def test_should_silence_a_rule_in_a_file_that_imports(comment: str) -> None:
    ignore = comment.format("guidec: ignore[image-alt] mere decoration")
    text = f"import A from './a.js';\n\n# A\n\n{ignore}\n\n![](https://brim.example/b.png)\n"
    (found,) = compiled(text, "guide.md").ignores
    assert (found.rule, text[found.start : found.end]) == ("image-alt", "![](https://brim.example/b.png)")


HIDDEN = """\
# Guide

````mdx-code-block
import Note from './note.js'

<Tabs>
<TabItem value="a" label="First">

## Title

1. Do it:

   ```yaml
   a: 1
   ```

```mdx-code-block
   <Admonition type="tip">Well done.</Admonition>
```

2. Do more.

</TabItem>
</Tabs>
````
"""


@pytest.mark.parametrize("path", ["guide.mdx", "guide.md"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_should_unwrap_blocks_that_hide_mdx(path: str, ending: str) -> None:
    text = HIDDEN.replace("\n", ending)
    guide = guide_of(text, path)
    (tab,) = guide.sections
    (section,) = tab.sections
    assert (tab.kind, tab.title, section.title) == ("tab", "First", "Title")
    assert [len(step.content) for step in section.steps] == [3, 1]
    assert guide.admonitions[0].text == "Well done."
    assert section.position is not None
    assert section.position.start.line == 9
    assert rules_of(text, path) == []


@pytest.mark.parametrize(
    "text",
    [
        "```mdx\n<A/>\n```\n",
        "```mdx-code-block\n<A/>\n",
        "`````mdx-code-block\n<A/>\n`````\n",
        "~~~\n```mdx-code-blocks\n```\n~~~\n",
        "a ```mdx-code-block\n```\n",
    ],
)
def test_should_leave_other_blocks_alone(text: str) -> None:
    assert unwrap(Source(text)).text == text


def test_should_unwrap_in_linear_time() -> None:
    text = "```mdx-code-block\n" * 200_000
    assert unwrap(Source(text)).text == text
