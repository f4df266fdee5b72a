"""What components say beside their content: the slot that it is for, the words of a tooltip."""

from __future__ import annotations

import pytest

from compiling import guide_of, only, rules_of
from guidec.targets import TARGETS
from guidec.targets.target import Options
from targets.mdx.test_mdx_source import render

SLOTS = """\
import { Steps } from '@astrojs/starlight/components'

<Install>
  <Fragment slot="npm">
    a
  </Fragment>

  <Fragment slot="pnpm">
    b
  </Fragment>
</Install>
"""


def page(text: str) -> str:
    return (
        TARGETS["html"]
        .render(guide_of(text), Options(base_url="https://docs.example"))
        .files["html/guide.html"]
    )


def test_a_fragment_keeps_the_slot_that_it_is_for() -> None:
    guide = guide_of(SLOTS)
    assert guide.source.dialect == "starlight"
    assert [block.attributes for block in only(guide.intro).content] == [{"slot": "npm"}, {"slot": "pnpm"}]
    assert render(guide) == SLOTS


def test_a_fragment_without_a_slot_says_nothing() -> None:
    guide = guide_of(SLOTS.replace(' slot="npm"', "").replace(' slot="pnpm"', ""))
    assert [block.type for block in only(guide.intro).content] == ["paragraph", "paragraph"]


def test_a_tooltip_that_is_a_block_shows_its_words() -> None:
    assert "What a tenant is." in page('<Tooltip tip="What a tenant is.">\n  Tenant\n</Tooltip>')


@pytest.mark.parametrize("url", ["!session", "!some-thing"])
def test_a_definition_to_show_is_no_link(url: str) -> None:
    text = f"# A\n\nThe [session]({url}) ends.\n\n> [!QUIZ]\n> x\n"
    guide = guide_of(text)
    assert guide.links == []
    assert "broken-link" not in rules_of(text)
    assert "/!" not in page(text)
    assert f"[session]({url})" in render(guide)
