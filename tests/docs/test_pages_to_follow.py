"""Does what pages tell their reader to do, from top to bottom.

A block with a title is a file to save, or below `build/` what is found there. A console shows a command and what it prints,
or goes on with what the last one printed.
"""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from manual_pages import blocks, read

from guidec.cli import main
from guidec.guide.dialects import DIALECTS

COMMANDS = {"tutorial.md": 7, "how-to/drafts.md": 3, "how-to/targets.md": 3}


@pytest.mark.parametrize("page", COMMANDS)
def test_the_page_tells_the_truth(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    printed = ""
    commands = 0
    for block in blocks(page):
        if block.language == "console":
            text = block.text
            if text.startswith("$ guidec "):
                command, _, text = text.partition("\n")
                main(shlex.split(command.removeprefix("$ guidec ")))
                captured = capsys.readouterr()
                printed = captured.out + captured.err
                commands += 1
            assert text in printed
        elif block.title:
            follow(Path(block.title), block.text)
    assert commands == COMMANDS[page]


def follow(path: Path, text: str) -> None:
    if path.parts[0] == "build":
        assert text in path.read_text(encoding="utf-8")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_drafts_tells_of_every_dialect() -> None:
    for dialect in DIALECTS:
        assert f"`{dialect}`" in read("how-to/drafts.md")
