"""The guides that docs/how-to/dialects.md shows are what it says."""

from __future__ import annotations

from manual_pages import blocks

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
