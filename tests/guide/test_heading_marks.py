"""What stands behind a heading for the documentation system: no part of the title, and written back as it was."""

from __future__ import annotations

import pytest

from compiling import guide_of, outline_of, rules_of
from guidec.guide.models import Guide
from guidec.mdx.parse import parse_mdx
from guidec.targets.mdx import move, write

COVER = '---\ntitle: "T"\n---\n\n'


@pytest.mark.parametrize(
    ("written", "marks"),
    [
        ("Make an app {#make}", ["{#make}"]),
        ("Make an app{#make}", ["{#make}"]),
        ("Make an app \\{#make\\}", ["{#make}"]),
        ("Make an app {/* #make */}", ["{/* #make */}"]),
        ("Make an app [#make]", ["[#make]"]),
        ("Make an app [!toc]", ["[!toc]"]),
        ("Make an app [toc] [#make]", ["[toc]", "[#make]"]),
        ("Make an app {{ id: 'make', toc: 'App' }}", ["{{ id: 'make', toc: 'App' }}"]),
        ("Make an app {{ toc: false }}", ["{{ toc: false }}"]),
        ("Make an app", []),
    ],
)
@pytest.mark.parametrize(
    "around", ["## {}\n\nx\n", "## S\n\n<Steps>\n### {}\n\nx\n</Steps>\n", "> ## {}\n>\n> x\n"]
)
def test_should_keep_marks_out_of_a_title(written: str, marks: list[str], around: str) -> None:
    guide = guide_of(COVER + around.format(written))
    text = guide.model_dump_json(exclude_defaults=True)
    assert '"Make an app"' in text
    assert "Make an app " not in text
    again = guide_of(write(guide))
    assert all(mark in write(guide) for mark in marks)
    assert _plain(again) == _plain(guide)


@pytest.mark.parametrize("mark", ["{#own}", "[#own]", "{/* #own */}", "{{ id: 'own' }}"])
def test_should_lead_links_to_an_own_id(mark: str) -> None:
    assert rules_of(f"{COVER}## Title {mark}\n\n[a](#own)\n") == []
    assert "broken-anchor" in rules_of(f"{COVER}## Title {mark}\n\n[a](#title)\n")


@pytest.mark.parametrize(
    "callout", [":::note{#own}\nx\n:::", ":::tip[A]{.b #own}\nx\n:::", "> [!NOTE own]\n> x"]
)
def test_should_lead_links_to_the_id_of_a_callout(callout: str) -> None:
    assert rules_of(f"{COVER}{callout}\n\n[a](#own)\n") == []


@pytest.mark.parametrize(
    ("path", "heading", "title"),
    [
        ("a.md", "## Title {#own}", "Title"),
        ("a.mdx", "## Title {#own} ##", "Title"),
        ("a.mdx", "Title {#own}\n---", "Title"),
        ("a.mdx", "## `a` **b** {#own}", "a b"),
        ("a.mdx", "## Array [0]", "Array [0]"),
        ("a.mdx", "## {'{#own}'}", "{#own}"),
        ("a.mdx", "## [toc]", "[toc]"),
        ("a.mdx", "## Title {name}", "Title {name}"),
    ],
)
def test_should_take_nothing_else_for_a_mark(path: str, heading: str, title: str) -> None:
    assert outline_of(guide_of(f"{COVER}{heading}\n\nx\n", path))[0] == f"## {title}"


def test_should_take_marks_off_the_title_of_an_exported_page() -> None:
    assert guide_of("# Title {#own}\n\nx\n").title == "Title"


def test_should_keep_ids_in_code_and_reject_them_in_paragraphs() -> None:
    assert "## a {#b}" in guide_of(COVER + "```md\n## a {#b}\n```\n").model_dump_json()
    assert rules_of(COVER + "a {#b}\n") == ["mdx-expression"]


def test_should_leave_mdx_itself_as_it_is() -> None:
    assert parse_mdx("## a {#b}\n").diagnostics
    assert not parse_mdx("## a {#b}\n", heading_ids=True).diagnostics


@pytest.mark.parametrize(
    ("dialect", "heading"),
    [
        ("docusaurus", "## Title {#own}\n"),
        ("mintlify", "## Title {#own}\n"),
        ("fumadocs", "## Title [#own]\n"),
        ("nextra", "## Title [#own]\n"),
        ("clerk", "## Title {{ id: 'own' }}\n"),
        ("github", "## Title\n"),
    ],
)
def test_should_give_a_heading_its_id_in_another_dialect(dialect: str, heading: str) -> None:
    text, report = move(guide_of(COVER + "## Title [!toc] [#own]\n\nx\n"), dialect)
    assert heading in text
    assert [found.rule.id for found in report.diagnostics] == ["dialect-lacks"] * (dialect == "github")


def _plain(guide: Guide) -> object:
    return _without_places(guide.model_dump())


def _without_places(value: object) -> object:
    if isinstance(value, dict):
        return {k: _without_places(v) for k, v in value.items() if k not in ("position", "sha256")}
    return [_without_places(item) for item in value] if isinstance(value, list) else value
