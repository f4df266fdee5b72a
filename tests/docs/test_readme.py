"""What the README shows is what guidec makes of the guide in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from manual_pages import ROOT, blocks

import guidec

BLOCKS = {block.title: block.text for block in blocks("../README.md")}


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> guidec.Guide:
    monkeypatch.chdir(tmp_path)
    path = Path("content/acme.mdx")
    path.parent.mkdir()
    path.write_text(BLOCKS["content/acme.mdx"], encoding="utf-8")
    assert guidec.check(path) == []
    return guidec.compile(path)


def test_the_json_is_that_of_the_guide(guide: guidec.Guide) -> None:
    shown = json.loads(BLOCKS["build/json/acme.json, shortened"])
    assert shortened(json.loads(guidec.render(guide, "json")), shown) == shown


def shortened(value: Any, like: Any) -> Any:
    """Leave of a value what `like` has of it; lists stay whole."""
    if isinstance(like, dict):
        return {key: shortened(value[key], inner) for key, inner in like.items()}
    if isinstance(like, list):
        assert len(value) == len(like)
        return [shortened(*pair) for pair in zip(value, like, strict=True)]
    return value


def test_the_configuration_is_that_of_the_guide(guide: guidec.Guide) -> None:
    assert BLOCKS["build/config/acme.yaml, shortened"] in guidec.render(guide, "config")


def test_the_program_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (program,) = (block.text for block in blocks("../README.md") if block.language == "python")
    exec(program, {})
    assert "https://api.stackone.com/connect/oauth2/clickup/callback" in capsys.readouterr().out
