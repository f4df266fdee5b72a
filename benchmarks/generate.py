"""Made-up documents to measure with: the same text for the same number, on every machine."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PROVIDERS = (
    "Acme Birch Cobalt Dune Ember Fjord Garnet Harbor Iris Juniper Kestrel Lumen Maple Nimbus Onyx".split()
)
WORDS = (
    "open the console and choose which account may read records before you save a new application because every "
    "administrator can later review its name limits owners and history from that page or ask support to change them"
).split()

NAME = re.compile(r"@(provider|host|number|sentence|words)")

GUIDE = """\
---
title: Connect @provider with OAuth 2.0
description: Register an application at @provider and copy its credentials.
---

@sentence

<Warning>
  Only administrators of @provider can register applications. @sentence
</Warning>

## Register the application

<Steps>
  <Step title="Open the developer console">
    @sentence

    1. Sign in at [@provider](https://console.@host.example/apps).
    2. Press **New application** and choose *Web*.

    <Frame>
      <img src="https://docs.@host.example/@number/console.png" alt="The list of applications" />
    </Frame>
  </Step>
  <Step title="Fill in the form">
    @sentence

    - App name: `Example @number`
    - Redirect URL: `https://app.example.com/oauth/@host/callback`

    | Scope | What it allows |
    | ----- | -------------- |
    | `@host.read` | @words |
    | `@host.write` | @words |
  </Step>
  <Step title="Keep the credentials">
    Copy the **Client ID** and the **Client Secret**. @sentence

    <Note>The secret is shown <strong>once</strong>.</Note>
  </Step>
</Steps>

## Try the connection

@sentence

```bash
curl --header "Authorization: Bearer $TOKEN" https://api.@host.example/v@number/me
```

@sentence
"""

PASSAGES = (
    "@sentence @sentence\n\n",
    "## The @words\n\n@sentence\n\n",
    "- **@words**: @sentence\n- [@words](https://@host.example/@number \"@words\")\n  - `@words`\n\n",
    "1. @sentence\n2. @sentence\n\n   ```json title=\"@number.json\"\n   {\"id\": @number}\n   ```\n\n",
    "| Name | Meaning |\n| :--- | ------: |\n| `@words` | @sentence |\n| *@words* | ~~@words~~ |\n\n",
    "<Tabs>\n  <Tab title=\"@words\">\n    @sentence\n\n    - [x] @words\n    - [ ] @words\n  </Tab>\n</Tabs>\n\n",
    "> @sentence\n> <Badge kind={\"@host\"} size={@number} /> @sentence\n\n",
    "```ts\nexport const options = { host: \"@host\", retries: @number };\n```\n\n",
    "<Card title=\"@words\" href=\"/@host\">@sentence</Card>\n\n",
    "@sentence {/* @words */} See https://@host.example/@number.\n\n",
)  # fmt: skip
"""What a page of documentation is made of."""


class Filler:
    """Fills the templates of one document, with other words each time."""

    def __init__(self, number: int) -> None:
        self.random = Random(number)
        provider = PROVIDERS[number % len(PROVIDERS)]
        self.fixed = {"provider": provider, "host": provider.lower(), "number": str(number)}

    def fill(self, template: str) -> str:
        """Put something in the place of each `@name`."""
        return NAME.sub(lambda name: self.fixed.get(name[1]) or self._words(name[1]), template)

    def _words(self, name: str) -> str:
        if name == "words":
            return " ".join(self.random.choices(WORDS, k=3))
        return " ".join(self.random.choices(WORDS, k=self.random.randint(12, 30))).capitalize() + "."


def guide(number: int) -> str:
    """Give a short setup guide, between two and three kilobytes."""
    return Filler(number).fill(GUIDE)


def page(number: int, size: int) -> str:
    """Give a long page of documentation, of about `size` characters."""
    filler = Filler(number)
    parts = [f"---\ntitle: Page {number}\ndescription: Page {number}.\n---\n\n"]
    length = 0
    while length < size:
        parts.append(filler.fill(filler.random.choice(PASSAGES)))
        length += len(parts[-1])
    return "".join(parts)


def write_guides(folder: Path, amount: int) -> None:
    """Write that many guides, a hundred in each subfolder."""
    for number in range(amount):
        path = folder / f"group-{number // 100:04}" / f"guide-{number:06}.mdx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(guide(number), encoding="utf-8")


def write_pages(folder: Path, amount: int, size: int) -> None:
    """Write that many long pages."""
    folder.mkdir(parents=True)
    for number in range(amount):
        (folder / f"page-{number:04}.mdx").write_text(page(number, size), encoding="utf-8")
