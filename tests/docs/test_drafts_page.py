"""Does what docs/drafts.md tells its reader to do."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from guidec.cli import main
from guidec.guide.dialects import DIALECTS

PAGE = Path(__file__).resolve().parents[2] / "docs/drafts.md"
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)


def test_the_page_tells_the_truth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    printed = ""
    commands = 0
    for language, title, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if title:
            Path(title).write_text(text, encoding="utf-8")
            continue
        if text.startswith("$ guidec "):
            command, _, text = text.partition("\n")
            main(shlex.split(command.removeprefix("$ guidec ")))
            captured = capsys.readouterr()
            printed = captured.out + captured.err
            commands += 1
        assert language == "console"
        assert text in printed
    assert commands == 3


def test_the_page_tells_of_every_dialect() -> None:
    rows = re.findall(r"^\| (`.*?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(DIALECTS) <= {name for row in rows for name in re.findall(r"`(\w+)`", row)}
