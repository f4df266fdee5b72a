"""Whatever a model of a guide holds, it can be written, and what was written comes back equal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from guidec.config import Settings
from guidec.files import Files
from guidec.guide.compile import compile_guide
from guidec.guide.dialects import DIALECTS
from guidec.guide.models import Guide
from guidec.loader import Loader
from guidec.source import Source
from guidec.targets.mdx import move, write
from targets.mdx import models
from targets.mdx.test_mdx_source import without_place


def compiled(text: str, dialect: str) -> Guide:
    """Compile a text that has no errors, in a dialect."""
    loader = Loader(Files(Path("no-such-folder")), sees_site=False)
    found = compile_guide(Source(text, "a.mdx"), replace(Settings(), dialect=dialect), loader)
    assert found.guide is not None, (text, found.diagnostics)
    return found.guide


def content(guide: Guide) -> Any:
    return without_place(guide.model_dump(mode="json"))


@settings(max_examples=40)
@given(models.guides)
def test_should_write_any_model_so_that_it_is_read_and_written_as_itself_from_then_on(guide: Guide) -> None:
    # From then on: what no page can say has become the nearest that one can (docs/how-to/drafts.md).
    dialect = guide.source.dialect
    again = compiled(write(guide), dialect)
    assert content(compiled(write(again), dialect)) == content(again)


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(max_examples=5)
@given(models.guides)
def test_should_move_any_model_to_any_dialect(dialect: str, guide: Guide) -> None:
    text, _ = move(guide, dialect)
    compiled(text, dialect)
