"""The guides in `content/`: written again each is an equal guide, and those in house style the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

import guidec
from guidec.config import load_settings
from guidec.files import Files
from guidec.loader import Loader
from guidec.pipeline import run_file
from targets.mdx.test_mdx_source import render, without_place

CONTENT = Path(__file__).resolve().parents[3] / "content"
GUIDES = sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.mdx"))
IN_HOUSE_STYLE = ("clickup.mdx", "smartsheet.mdx")


@pytest.mark.parametrize("path", GUIDES)
def test_a_guide_comes_back_equal(path: str, tmp_path: Path) -> None:
    guide = guidec.compile(CONTENT / path)
    written = tmp_path / path
    written.parent.mkdir(parents=True, exist_ok=True)
    written.write_text(render(guide), encoding="utf-8")
    settings = load_settings(tmp_path)
    files = Files(tmp_path, settings.docs_root, settings.limits.file_size)
    again = run_file(path, settings, Loader(files)).guide
    assert again is not None
    assert without_place(again.model_dump()) == without_place(guide.model_dump())


@pytest.mark.parametrize("path", IN_HOUSE_STYLE)
def test_a_guide_in_house_style_comes_back_byte_for_byte(path: str) -> None:
    guide = guidec.compile(CONTENT / path)
    again = guide.model_validate_json(guide.model_dump_json())
    assert render(again).encode() == (CONTENT / path).read_bytes()
