"""The guides that pages show are what the pages say."""

from __future__ import annotations

from pathlib import Path

import pytest
from manual_pages import blocks, read

import guidec

STACKONE, DOCUSAURUS = (guidec.compile(block.text) for block in blocks("how-to/dialects.md"))


def test_each_is_read_in_its_dialect() -> None:
    assert [guide.source.dialect for guide in (STACKONE, DOCUSAURUS)] == ["stackone", "docusaurus"]


def test_sections_steps_and_callouts_are_found() -> None:
    (section,) = STACKONE.sections
    assert [step.title for step in section.steps] == ["Fill in the form"]
    assert [(setting.label, setting.value) for setting in STACKONE.settings] == [("App name", "Example")]

    (section,) = DOCUSAURUS.sections
    assert [step.text for step in section.steps] == ["Open Your apps.", "Press New app."]
    assert [(one.kind, one.title) for one in DOCUSAURUS.admonitions] == [("warning", "Before you begin")]


def test_actions_take_the_steps_that_they_need() -> None:
    (block,) = blocks("how-to/actions.md")
    assert not [found for found in guidec.check(block.text) if found.severity == "error"]
    guide = guidec.compile(block.text)
    assert [action.id for action in guide.actions] == ["send", "list"]

    listing = guidec.render(guide, "mdx", guidec.Options(actions=("list",)))
    assert "Add the scopes" in listing
    assert "Invite the app" not in listing


def test_a_snippet_stands_where_it_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for block in blocks("how-to/snippets.md"):
        assert block.title
        path = Path(block.title)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
    (warning,) = guidec.compile(Path("content/acme.mdx")).admonitions
    said = "Whoever does this needs to be Super Admin. Anyone else sees the pages, but not the buttons."
    assert warning.text == said
    assert said in " ".join(read("how-to/snippets.md").split())


def test_programs_read_the_guide_of_the_tutorial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("content/acme.mdx")
    path.parent.mkdir()
    path.write_text(
        next(b.text for b in blocks("tutorial.md") if b.title == "content/acme.mdx"), encoding="utf-8"
    )
    (program,) = (block.text for block in blocks("how-to/data.md") if block.language == "python")
    exec(program, {})
    assert "register-the-app-fill-in-the-form Fill in the form" in capsys.readouterr().out
