from __future__ import annotations

from pathlib import Path

import pytest
from commands import Result, Run

from guidec.cli import main


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run guidec in this process, with the temporary folder as the current one."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Result:
        try:
            status = main(arguments)
        except SystemExit as exit_:
            status = int(exit_.code or 0)
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return run
