from __future__ import annotations

import json

import pytest
from hostile import text
from hypothesis import given

from guidec.guide.models import ComponentBlock, Guide
from guidec.targets.json_data import render
from guidec.targets.target import Options
from guides import actions_guide, guide, p, rich_guide, section, small_guide, step


@pytest.mark.parametrize("made", [small_guide(), actions_guide(), rich_guide()], ids=lambda g: g.title)
def test_json_is_the_guide(made: Guide) -> None:
    rendered = render(made, Options())
    (written,) = rendered.files.values()
    assert rendered.diagnostics == ()
    assert Guide.model_validate_json(written) == made
    assert written.endswith("}\n")
    assert list(json.loads(written)) == list(Guide.model_fields)


@given(text, text)
def test_any_text_comes_back(title: str, body: str) -> None:
    made = guide(section("S", step(title, p(body, body), id="s")), title=title, description=body)
    (written,) = render(made, Options()).files.values()
    assert Guide.model_validate_json(written) == made
    assert json.loads(written)["title"] == title
    written.encode("utf-8")


def test_path_follows_the_id() -> None:
    assert list(render(small_guide(id="hris/acme"), Options()).files) == ["json/hris/acme.json"]


def test_nesting_that_no_reader_accepts_is_an_error() -> None:
    block = p("x")
    for _ in range(150):
        block = ComponentBlock(name="A", content=[block])
    rendered = render(guide(section("S", step("T", block))), Options())
    assert rendered.files == {}
    assert [d.rule.id for d in rendered.diagnostics] == ["output-invalid"]
