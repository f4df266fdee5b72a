"""A guide on its way to another dialect: what the page needs there, and what is said of what it loses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import guidec
from guidec.guide.dialects import DIALECTS, read_kind, vocabulary
from guidec.guide.models import AdmonitionKind
from guidec.targets.mdx import move, write
from guidec.targets.target import Options

TABS = "<Tabs>\n<Tab title='A'>b</Tab>\n</Tabs>\n"


def said(source: str, dialect: str) -> tuple[str, list[str]]:
    text, report = move(guidec.compile(source), dialect)
    return text, [f"{one.start.line} {one.rule.id}: {one.message}" for one in report.diagnostics]


def test_should_import_what_the_components_of_a_page_need() -> None:
    source = (
        f"{TABS}\n<Steps>\n<Step title='C'>\nd\n</Step>\n</Steps>\n\n<Accordion title='E'>\nf\n</Accordion>\n"
    )
    assert (
        "import { Steps, TabItem, Tabs } from '@astrojs/starlight/components';\n"
        in said(source, "starlight")[0]
    )
    docusaurus = said(source, "docusaurus")[0]
    assert "import Tabs from '@theme/Tabs';\nimport TabItem from '@theme/TabItem';\n\n" in docusaurus
    assert "import { Steps, Tabs } from 'nextra/components';" in said(source, "nextra")[0]
    assert "import" not in said(source, "mintlify")[0]


def test_should_leave_out_the_imports_of_the_system_that_a_page_leaves() -> None:
    source = (
        "import Tabs from '@theme/Tabs';\nimport {\n  Logo\n} from '@site/logo';\nexport const a = 1\n\n"
        ":::note\n\nb {a}\n\n:::\n\n<Logo />\n"
    )
    text, _ = said(source, "starlight")
    assert text.startswith("import {\n  Logo\n} from '@site/logo';\n")
    assert "@theme" not in text
    assert "'@theme/Tabs'" in write(guidec.compile(source))


def test_should_give_each_tab_of_docusaurus_a_value_of_its_own() -> None:
    source = (
        "import Tabs from '@theme/Tabs';\n\n<Tabs>\n"
        "<TabItem value='x' label='One way'>a</TabItem>\n<TabItem value='other'>b</TabItem>\n"
        "<TabItem value='y' label='one Way'>c</TabItem>\n<TabItem value='z' label='***'>d</TabItem>\n</Tabs>\n"
    )
    guide = guidec.compile(source)
    text = write(guide)
    assert re.findall(r"<TabItem (.*)>", text) == [
        'value="one-way" label="One way"',
        'value="other"',
        'value="one-way-3" label="one Way"',
        'value="tab" label="***"',
    ]
    (tabs,), (same,) = guide.intro, guidec.compile(text).intro
    assert same == tabs


def test_should_put_accordions_in_a_row_into_one_group() -> None:
    source = "<Note>a</Note>\n\n<Accordion title='B'>c</Accordion>\n\n<Accordion title='D'>e</Accordion>\n"
    text, _ = said(source, "fumadocs")
    assert text.count("<Accordions>") == 1
    assert [block.type for block in guidec.compile(text).intro] == ["admonition", "accordion", "accordion"]


def test_should_say_tabs_without_tabs_below_each_other() -> None:
    text, report = said(f"<Note>x</Note>\n\n## S\n\n{TABS}", "github")
    assert "**A**\n\nb\n" in text
    assert report == [
        "3 dialect-lacks: Unexpected set of tabs in the dialect `github`, expected its tabs below each other instead"
    ]


def test_should_report_a_kind_at_the_place_of_its_callout() -> None:
    text, report = said("<Note>a</Note>\n\n<Check>b</Check>\n", "docusaurus")
    assert ":::tip\n\nb\n" in text
    assert report == [
        "3 dialect-nearest: Unexpected success callout in the dialect `docusaurus`, expected `:::tip` instead"
    ]


def test_should_say_the_words_of_a_component_that_another_system_has_not() -> None:
    text, report = said("<Note>x</Note>\n\n<Card title='A' href='/b' icon='c'>d</Card>\n", "docusaurus")
    assert "[A](/b)\n\nd\n" in text
    assert [line.split(":")[0] for line in report] == ["1 dialect-lacks"]
    assert "<Card" in said("<Note>x</Note>\n\n<Card title='A' href='/b'>d</Card>\n", "fumadocs")[0]


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@pytest.mark.parametrize("kind", AdmonitionKind)
def test_every_spelling_of_a_callout_is_read_as_one(dialect: object, kind: AdmonitionKind) -> None:
    assert hasattr(dialect, "style")
    assert read_kind(dialect.style.admonitions[kind], vocabulary(dialect, {})) is not None  # type: ignore[arg-type]


def test_should_write_a_guide_of_an_unknown_dialect_and_refuse_to_move_to_one() -> None:
    guide = guidec.compile("<Steps>\n<Step title='A'>\nb\n</Step>\n</Steps>\n")
    odd = guide.model_copy(update={"source": guide.source.model_copy(update={"dialect": "other"})})
    assert '<Step title="A">' in write(odd)
    with pytest.raises(ValueError, match="Unexpected dialect 'other'"):
        guidec.render(guide, "mdx", Options(dialect="other"))


def test_should_compile_a_draft_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("title: A\ntext: b\n", encoding="utf-8")
    assert guidec.compile(tmp_path / "a.yaml").title == "A"
