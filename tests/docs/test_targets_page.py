"""Does what docs/targets.md tells its reader to do."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from guidec.cli import main

PAGE = Path(__file__).resolve().parents[2] / "docs/targets.md"
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)


def test_the_page_tells_the_truth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = []
    for language, title, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        path = Path(title)
        if language == "console":
            command, _, expected = text.partition("\n")
            main(shlex.split(command.removeprefix("$ guidec ")))
            assert capsys.readouterr().err == expected
        elif title.startswith("build/"):
            assert path.read_text(encoding="utf-8") == text
        elif title:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done.append(language if language == "console" else title)

    assert done.count("console") == 3
    assert "build/portal/acme.yaml" in done
