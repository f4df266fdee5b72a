from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import guidec
from guidec.config import ConfigurationError

TEXT = """---
title: Set Box up
description: How to.
---

## Console

<Steps>
  <Step title="Open the console">Go to https://example.com.</Step>
</Steps>
"""


def test_compiles_text() -> None:
    guide = guidec.compile(TEXT)

    assert isinstance(guide, guidec.Guide)
    assert guide.title == "Set Box up"
    assert guide.sections[0].steps[0].title == "Open the console"


@pytest.mark.parametrize("as_text", [True, False])
def test_compiles_a_file(tmp_path: Path, as_text: bool) -> None:
    path = tmp_path / "box.mdx"
    path.write_text(TEXT)
    guide = guidec.compile(str(path) if as_text else path)

    assert (guide.id, guide.source.path) == ("box", "box.mdx")


def test_a_file_belongs_to_the_nearest_configuration(tmp_path: Path) -> None:
    (tmp_path / "guidec.toml").write_text('content = "docs"\n[rules]\nempty-guide = "error"\n')
    (tmp_path / "docs/crm").mkdir(parents=True)
    (tmp_path / "docs/note.mdx").write_text("A note.\n")
    path = tmp_path / "docs/crm/box.mdx"
    path.write_text(TEXT + '\nimport Note from "/note.mdx"\n\n<Note />\n')

    assert guidec.compile(path).id == "crm/box"
    assert [found for found in guidec.check(path) if found.severity == "error"] == []
    path.write_text("")
    assert ("empty-guide", "error") in [(found.rule.id, found.severity) for found in guidec.check(path)]


def test_what_is_no_guide_raises_with_the_diagnostics() -> None:
    with pytest.raises(guidec.CompileError, match=r"guide\.mdx:3:1: .+ \[mdx-stray-closing-tag\]") as caught:
        guidec.compile("# Guide\n\n</b>\n")

    assert [found.rule.id for found in caught.value.diagnostics] == ["mdx-stray-closing-tag"]


def test_a_missing_file_raises(tmp_path: Path) -> None:
    with pytest.raises(guidec.CompileError, match="unreadable-file"):
        guidec.compile(tmp_path / "absent.mdx")
    with pytest.raises(guidec.CompileError, match="unreadable-file"):
        guidec.compile("absent.mdx")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("acme.yaml", "title: Acme\nsections:\n  - title: Set up\n    text: Open it.\n"),
        ("acme.yml", "title: Acme\nsections:\n  - title: Set up\n    text: Open it.\n"),
        ("acme.json", '{"title": "Acme", "sections": [{"title": "Set up", "text": "Open it."}]}'),
    ],
)
def test_the_name_of_a_draft_is_no_prose(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)

    assert guidec.compile(str(tmp_path / name)).title == guidec.compile(tmp_path / name).title == "Acme"


def test_check_gives_diagnostics() -> None:
    [found] = guidec.check("# Guide\n\n</b>\n")

    assert isinstance(found, guidec.Diagnostic)
    assert (found.path, found.start.line, found.severity) == ("guide.mdx", 3, guidec.Severity.ERROR)
    assert guidec.check(TEXT) == []


@pytest.mark.parametrize("work", [guidec.compile, guidec.check])
def test_a_broken_configuration_is_raised(tmp_path: Path, work: Callable[[Path], object]) -> None:
    (tmp_path / "guidec.toml").write_text("content = 1\n")
    (tmp_path / "guide.mdx").write_text(TEXT)

    with pytest.raises(ConfigurationError):
        work(tmp_path / "guide.mdx")


def test_renders_a_guide() -> None:
    guide = guidec.compile(TEXT)

    assert guidec.Guide.model_validate_json(guidec.render(guide, "json")) == guide
    assert guidec.render(guide, "html").startswith("<!doctype html>")
    assert guidec.compile(guidec.render(guide, "mdx")).title == guide.title
    with pytest.raises(ValueError, match="Unexpected target 'htm', expected one of json, html"):
        guidec.render(guide, "htm")


def test_several_files_of_a_target_come_with_their_paths() -> None:
    guide = guidec.compile(TEXT)
    files = guidec.render_files(guide, "config")

    assert set(files) == {"config/guide.yaml", "config/guide.schema.json", "config/guide.env"}
    assert guidec.render(guide, "config") == files["config/guide.yaml"]
    json.loads(files["config/guide.schema.json"])


def test_parses_mdx() -> None:
    root = guidec.parse_mdx("# Hello <b>you</b>\n")

    assert root.type == "root"
    assert root.diagnostics == ()


def test_diff_takes_what_compile_takes(tmp_path: Path) -> None:
    (tmp_path / "guide.mdx").write_text("# A\n\n## One\n\nText.\n")
    old = guidec.compile(tmp_path / "guide.mdx")
    diff = guidec.diff(old, "# A\n\n## Two\n\nText.\n")

    assert [change.kind for change in diff.changes] == ["section-renamed"]
    assert guidec.diff(old, tmp_path / "guide.mdx").changes == []
    with pytest.raises(guidec.CompileError):
        guidec.diff(old, "<Steps>")
