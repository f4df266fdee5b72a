"""A guide that moves to another dialect says the same: titles of steps may become strong lines."""

from __future__ import annotations

import pytest

from compiling import guide_of
from guidec.changes.guide import compare_guides
from guidec.changes.report import Version
from guidec.targets.mdx import move

GUIDE = """\
---
title: "Acme"
---

## Set up

<Steps>
  <Step title="Open the console">
    Go to **Apps**.

    - Press **New**
  </Step>

  <Step title="Copy the key">
    Copy the **API key**.
  </Step>
</Steps>
"""


def changes(old: str, new: str) -> list[str]:
    return [one.kind for one in compare_guides(Version(guide_of(old)), Version(guide_of(new)))]


@pytest.mark.parametrize(
    "dialect", ["starlight", "docusaurus", "github", "plain", "nextra", "fumadocs", "clerk"]
)
def test_a_guide_that_moved_is_no_other(dialect: str) -> None:
    assert changes(GUIDE, move(guide_of(GUIDE), dialect)[0]) == []


def test_a_strong_line_that_says_something_else_is_another_title() -> None:
    moved = move(guide_of(GUIDE), "github")[0]
    assert changes(GUIDE, moved.replace("**Open the console**", "**Open the page**")) == ["step-renamed"]
