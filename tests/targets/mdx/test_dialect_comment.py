"""A guide that is written again keeps its dialect, also where nothing else in it tells."""

from __future__ import annotations

from pathlib import Path

import pytest

import guidec
from compiling import compiled, guide_of
from guidec.config import Settings
from guidec.files import Files
from guidec.guide.compile import compile_guide
from guidec.loader import Loader
from guidec.source import Source
from guidec.targets import TARGETS
from guidec.targets.target import Options

COMMENT = "{/* guidec: dialect[fumadocs] */}\n\n"


def written(text: str, dialect: str | None = None) -> str:
    rendered = TARGETS["mdx"].render(guide_of(text), Options(dialect=dialect))
    (file,) = rendered.files.values()
    return file


def test_a_comment_names_the_dialect_where_the_text_no_longer_tells() -> None:
    unused = "import A from '@site/a.mdx'\n\n# T\n\nx"
    text = written(unused)
    assert guide_of(unused).source.dialect == "docusaurus"
    assert "guidec: dialect[docusaurus]" in text
    assert guide_of(text).source.dialect == "docusaurus"


@pytest.mark.parametrize("text", ["## A\n\nx", "<Note>x</Note>", ":::caution\nx\n:::", "> [!NOTE]\n> x"])
def test_there_is_none_where_the_text_tells(text: str) -> None:
    assert "guidec:" not in written(text)


def test_a_guide_that_is_moved_has_none_for_the_site_that_it_moves_to_knows_its_dialect() -> None:
    assert "guidec:" not in written("<Note>x</Note>\n\n## A\n\ny", "plain")


def test_the_comment_says_more_than_signs_and_configuration_and_is_no_content() -> None:
    text = COMMENT + "<Note>x</Note>"
    loader = Loader(Files(Path("no-such-folder")))
    guide = compile_guide(Source(text, "g.mdx"), Settings(dialect="clerk"), loader).guide
    assert guide is not None
    assert (guide.source.dialect, [block.type for block in guide.intro]) == ("fumadocs", ["admonition"])
    assert guide_of("<!-- guidec: dialect[nextra] -->\n\nx", "g.md").source.dialect == "nextra"


def test_the_comment_silences_nothing_and_is_not_reported() -> None:
    cover = "---\ntitle: T\n---\n\n"
    assert guidec.check(cover + COMMENT + "x") == []
    (unknown,) = guidec.check(cover + "{/* guidec: dialect[wiki] */}\n\nx")
    assert unknown.rule.id == "unused-ignore"


def test_a_comment_with_an_unknown_name_leaves_it_to_the_signs() -> None:
    compiled_guide = compiled("{/* guidec: dialect[wiki] */}\n\n<Note>x</Note>").guide
    assert compiled_guide is not None
    assert compiled_guide.source.dialect == "mintlify"
