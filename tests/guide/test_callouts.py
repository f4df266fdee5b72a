"""Callouts in each of their spellings: kind, title, and the author's own word."""

from __future__ import annotations

from pathlib import Path

import pytest

from compiling import compiled, guide_of, only, outline_of
from guidec import render
from guidec.config import Settings
from guidec.config.settings import Component
from guidec.files import Files
from guidec.guide.compile import compile_guide
from guidec.guide.models import AdmonitionKind, ComponentBlock
from guidec.loader import Loader
from guidec.source import Source

COVER = "---\ntitle: T\n---\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "title", "component"),
    [
        ("<Note>Mind it.</Note>", "note", None, "Note"),
        ("<Tip>Mind it.</Tip>", "tip", None, "Tip"),
        ("<Info>Mind it.</Info>", "info", None, "Info"),
        ("<Check>Mind it.</Check>", "success", None, "Check"),
        ("<Warning>Mind it.</Warning>", "warning", None, "Warning"),
        ("<Danger>Mind it.</Danger>", "danger", None, "Danger"),
        ("<Warning title='Stop'>Mind it.</Warning>", "warning", "Stop", "Warning"),
        ("<Callout>Mind it.</Callout>", "info", None, "Callout"),
        ("<Callout type='warn'>Mind it.</Callout>", "warning", None, "Callout type=warn"),
        ("<Callout type='error' title='Stop'>Mind it.</Callout>", "danger", "Stop", "Callout type=error"),
        ("<Callout type='idea'>Mind it.</Callout>", "tip", None, "Callout type=idea"),
        ("<Aside>Mind it.</Aside>", "note", None, "Aside"),
        ("<Aside type='caution' title='Stop'>Mind it.</Aside>", "warning", "Stop", "Aside type=caution"),
        ("<Aside type='danger'>Mind it.</Aside>", "danger", None, "Aside type=danger"),
        ("<Admonition type='tip'>Mind it.</Admonition>", "tip", None, "Admonition type=tip"),
        (":::warning\nMind it.\n:::", "warning", None, ":::warning"),
        (":::caution[Stop]\n\nMind it.\n\n:::", "warning", "Stop", ":::caution"),
        (":::tip Stop here\n\nMind it.\n\n:::", "tip", "Stop here", ":::tip"),
        (":::danger\n\nMind it.\n\n:::", "danger", None, ":::danger"),
        (":::important\n\nMind it.\n\n:::", "info", None, ":::important"),
        ("> [!NOTE]\n> Mind it.", "note", None, "[!NOTE]"),
        ("> [!TIP]\n> Mind it.", "tip", None, "[!TIP]"),
        ("> [!IMPORTANT]\n> Mind it.", "info", None, "[!IMPORTANT]"),
        ("> [!WARNING]\n> Mind it.", "warning", None, "[!WARNING]"),
        ("> [!caution]\n> Mind it.", "warning", None, "[!caution]"),
        ("> [!NOTE]\n>\n> Mind it.", "note", None, "[!NOTE]"),
        ('<div className="admonition warning">Mind it.</div>', "warning", None, "div"),
        (
            "<CalloutContainer type='warn'>\n<CalloutTitle>Stop</CalloutTitle>\n\nMind it.\n</CalloutContainer>",
            "warning",
            "Stop",
            "CalloutContainer type=warn",
        ),
    ],
)
def test_should_read_a_callout(text: str, kind: str, title: str | None, component: str) -> None:
    guide = guide_of(COVER + "## S\n\n" + text + "\n")
    (found,) = guide.admonitions
    assert (found.kind, found.title, found.text, found.component) == (kind, title, "Mind it.", component)
    block = only(guide.sections[0].intro)
    assert block.type == "admonition"
    assert (block.kind, block.title, block.text) == (AdmonitionKind(kind), title, "Mind it.")


@pytest.mark.parametrize(
    "text",
    [
        "Note: mind it.",
        "**Warning:** mind it.",
        "⚠️ Mind it.",
        "> Note: mind it.",
        "> [!]\n> x",
        "> [!NOVEL]\n> x",
        "\\:::warning",
    ],
)
def test_should_take_no_paragraph_for_a_callout(text: str) -> None:
    assert guide_of(COVER + text + "\n").admonitions == []


@pytest.mark.parametrize(
    "text",
    [
        "::::warning[Outer]\n\nA.\n\n:::note\n\nB.\n\n:::\n\nC.\n\n::::",
        ":::warning[Outer]\n\nA.\n\n:::note\n\nB.\n\n:::\n\nC.\n\n:::",
        ":::warning Outer\nA.\n:::note\nB.\n:::\nC.\n:::",
    ],
)
def test_should_read_directives_in_directives(text: str) -> None:
    guide = guide_of(COVER + text + "\n\nD.\n")
    assert [(found.title, found.text) for found in guide.admonitions] == [("Outer", "A. B. C."), (None, "B.")]
    assert outline_of(guide) == ["- A. B. C.", "- D."]


def test_should_read_a_directive_in_a_list_item_and_in_a_step() -> None:
    item = "- Item\n\n  :::note\n  In a list.\n  :::\n\n"
    text = "## S\n\n" + item + "<Step title='One'>\n:::warning\nIn a step.\n:::\n</Step>\n"
    guide = guide_of(COVER + text)
    assert [(found.text, found.step) for found in guide.admonitions] == [
        ("In a list.", None),
        ("In a step.", "s-one"),
    ]


def test_should_read_steps_in_a_directive() -> None:
    guide = guide_of(COVER + "## S\n\n:::note\n\n1. One\n2. Two\n\n:::\n")
    block = only(guide.sections[0].intro)
    assert (block.type, block.content[0].type) == ("admonition", "list")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.mdx", "```\n:::note\nx\n:::\n```"),
        ("a.mdx", "- ~~~~\n  :::note\n  ~~~~"),
        ("a.mdx", "<Foo text={`\n:::note\n`} />"),
        ("a.mdx", "text :::note"),
        ("a.md", "    :::note\n    x\n    :::"),
        ("a.md", "<pre>\n:::note\n</pre>"),
    ],
)
def test_should_leave_directives_alone_where_they_are_text(path: str, text: str) -> None:
    guide = guide_of(COVER + text + "\n", path)
    assert guide.admonitions == []
    assert ":::note" in guide.model_dump_json()
    assert "***" not in guide.model_dump_json()


OWN = ":::recipe[Stew]\n\nStir *well*.\n\n:::note\n\nSlowly.\n\n:::\n\n:::\n\nB.\n"


def test_should_keep_a_directive_that_it_does_not_know_as_a_component() -> None:
    found = compiled(COVER + OWN)
    assert found.guide is not None
    component, paragraph = found.guide.intro
    assert isinstance(component, ComponentBlock)
    assert (component.name, component.attributes) == (":::recipe", {"title": "Stew"})
    assert [block.type for block in component.content] == ["paragraph", "admonition"]
    assert paragraph.type == "paragraph"
    assert [diagnostic.rule.id for diagnostic in found.diagnostics] == ["unknown-component"]


def test_should_read_a_directive_that_the_configuration_names() -> None:
    settings = Settings(components={":::recipe": Component("admonition", "tip")})
    guide = compile_guide(
        Source(COVER + OWN, "guide.mdx"), settings, Loader(Files(Path("no-such-folder")))
    ).guide
    assert guide is not None
    assert [(said.kind, said.title) for said in guide.admonitions] == [("tip", "Stew"), ("note", None)]
    assert ":::recipe[Stew]" in render(guide, "mdx")


@pytest.mark.parametrize("text", [":::recipe\n\nA.\n", "A.\n\n:::recipe of mine\n\n:::note\nB.\n:::\n"])
def test_should_take_an_unknown_directive_that_nothing_closes_for_text(text: str) -> None:
    assert ":::recipe" in str(guide_of(COVER + text).intro)


def test_should_end_an_open_directive_with_the_text_around_it() -> None:
    guide = guide_of(COVER + ":::note\n\nA.\n\n## S\n\nB.\n")
    assert [found.text for found in guide.admonitions] == ["A. S B."]


def test_should_drop_a_line_that_closes_nothing() -> None:
    assert outline_of(guide_of(COVER + "A.\n\n:::\n\nB.\n")) == ["- A.", "- B."]


def test_should_index_callouts_in_reading_order_and_say_where_they_stand() -> None:
    tabs = "<Tabs><Tab title='t'><Info>Three.</Info></Tab></Tabs>\n"
    text = "<Note>One.</Note>\n\n## S\n\n<Step title='A'><Tip>Two.</Tip></Step>\n\n" + tabs
    guide = guide_of(COVER + text)
    assert [(found.text, found.section, found.step) for found in guide.admonitions] == [
        ("One.", None, None),
        ("Two.", "s", "s-a"),
        ("Three.", "s", None),
    ]
