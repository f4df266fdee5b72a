"""The guides of content/ and all that is made of them in build/, which is committed: every change shows in its diff."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidec.cli import main

REPOSITORY = Path(__file__).parent.parent.parent


def test_should_hold_in_build_what_content_compiles_to(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(REPOSITORY)
    status = main(["build", "--check", "--no-cache"])
    assert status == 0, f"{capsys.readouterr().err}\nIf it should be so: python3 tasks.py update-golden"
