"""Whatever stands in a guide, none of it becomes markup."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inert import check

from guidec.guide.models import Guide
from guidec.targets.catalogue import catalogue_entry
from guidec.targets.html import render_page
from guidec.targets.html.index import render_index
from guidec.targets.target import Options
from guides import actions_guide, rich_guide, small_guide

FREE = {"text", "markdown", "title", "description", "label", "value", "url", "alt", "caption", "hint", "meta"}
FREE |= {"component", "href", "name", "lang", "scopes", "slot", "src", "summary"}
PAYLOADS = [
    "<script>alert(1)</script>",
    "</style></script></title></pre><svg onload=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1)) ![y](data:text/html,<b>)",
    '<https://a.example/"onclick=alert(1)>',
    "[x](<https://a.example/ onclick=x>)",
    "javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "java\tscript:alert(1)",
    "//evil.example/x",
    "https://user:pw@evil.example\\@good.example",
    "{{ 7*7 }}{% raw %}{# x #}",
    "<!-- ]]> -->",
    "**[`<b>`](vbscript:x)**~~[^1]~~",
    "&lt;img src=x onerror=alert(1)&gt;",
    "\x00\x1b\u202e\u2028",
]


def poisoned(value: Any, poison: str) -> Any:
    """Give a guide's data with `poison` in every field that holds an author's words."""
    if isinstance(value, dict):
        return {
            key: _put(part, poison) if key in FREE and part is not None else poisoned(part, poison)
            for key, part in value.items()
        }
    return [poisoned(part, poison) for part in value] if isinstance(value, list) else value


def _put(part: Any, poison: str) -> Any:
    if isinstance(part, str):
        return poison
    return (
        [poison] if isinstance(part, list) and part and isinstance(part[0], str) else poisoned(part, poison)
    )


def pages(guide: Guide) -> list[str]:
    """Render everything that a guide's words reach."""
    options = [Options(), Options(base_url="https://docs.example")]
    return [
        *(render_page(guide, each) for each in options),
        "".join(render_index([catalogue_entry(guide)] * 2)),
    ]


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("make", [rich_guide, actions_guide, small_guide])
def test_no_payload_becomes_markup(make, payload: str) -> None:
    bad = Guide.model_validate(poisoned(make().model_dump(mode="json"), payload))
    for html, clean in zip(pages(bad), pages(make()), strict=True):
        check(html, clean)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*PAYLOADS, *"<>\"'&`*[]()!~\\\n {}:"]) | st.text(max_size=8), max_size=6).map(
        "".join
    )
)
def test_no_text_becomes_markup(text: str) -> None:
    text = text.encode(errors="replace").decode()
    bad = Guide.model_validate(poisoned(rich_guide().model_dump(mode="json"), text))
    check(render_page(bad, Options(base_url="https://docs.example")), render_page(rich_guide(), Options()))


@pytest.mark.parametrize(
    "unit", ["[", "**", "`", "<a ", "[^", "](", "a:", "https://", "&", "\\", "_a*", "![", "~~"]
)
def test_time_grows_linearly_with_hostile_text(unit: str) -> None:
    """Not timed: twenty times the text simply has to come back, which it would not do in quadratic time."""
    text = unit * 40_000
    data = poisoned(small_guide().model_dump(mode="json"), "x")
    data["sections"][0]["steps"][0]["content"] = [{"type": "paragraph", "text": text, "markdown": text}]
    assert len(render_page(Guide.model_validate(data), Options())) > len(text)
