"""What people see of a run: colour, width, progress, and how much is said."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from commands import GUIDE, MISMATCHED, Run, project

from guidec.cli.progress import ERASE, Progress
from guidec.cli.terminal import wants_colour, width
from guidec.diagnostics.text import WIDTH

HERE = ("NO_COLOR", "FORCE_COLOR", "TERM", "CI", "COLUMNS")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in HERE:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("environment", "on_terminal", "in_pipe"),
    [
        ({}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        ({"TERM": "dumb"}, False, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
    ],
)
def test_colour_is_what_the_terminal_and_its_owner_want(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], on_terminal: bool, in_pipe: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert (wants_colour(Terminal()), wants_colour(io.StringIO())) == (on_terminal, in_pipe)


@pytest.mark.parametrize(("columns", "expected"), [("60", 60), ("", 108), ("0", 108), ("wide", 108)])
def test_width_is_that_of_the_window(monkeypatch: pytest.MonkeyPatch, columns: str, expected: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert width(io.StringIO(), WIDTH) == expected


def test_a_frame_fits_the_window(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    project(tmp_path, a=f"# A\n\n{'word ' * 50}<b>\n")
    frame = run("check").out.splitlines()[1:3]

    assert max(map(len, frame)) <= 60
    assert "<b>" in frame[0]


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def progress_of(stream: io.StringIO, *, quiet: bool = False) -> str:
    """What a stream shows while two guides take a second each."""
    clock = Clock()
    progress = Progress(stream, quiet=quiet, clock=clock)
    for done in (1, 2):
        clock.now += 1
        progress.advance(done, 2)
        progress.advance(done, 2)  # too soon for another line
    progress.clear()
    progress.clear()
    return stream.getvalue()


def test_progress_is_one_line_that_goes_away() -> None:
    assert progress_of(Terminal()) == f"{ERASE}1 of 2 guides{ERASE}2 of 2 guides{ERASE}"


def test_progress_is_for_a_person_at_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert progress_of(io.StringIO()) == ""
    assert progress_of(Terminal(), quiet=True) == ""
    monkeypatch.setenv("CI", "true")
    assert progress_of(Terminal()) == ""


def test_short_work_shows_no_progress() -> None:
    stream = Terminal()
    Progress(stream, clock=Clock()).advance(1, 2)

    assert stream.getvalue() == ""


def test_quiet_says_nothing_but_what_is_wrong(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)

    assert (run("build", "-q").err, run("check", "-q").err) == ("", "")
    project(tmp_path, bad=MISMATCHED)
    assert "content/bad.mdx:5:1: error: " in run("build", "--quiet").err
    assert "content/bad.mdx:5:1: error: " in run("check", "--quiet").out


def test_verbose_says_what_is_read_and_written(tmp_path: Path, run: Run) -> None:
    project(tmp_path, a=GUIDE)
    built = run("build", "-v").err
    (tmp_path / "guidec.toml").write_text('targets = ["json"]\n')

    assert "Building content (without configuration) into build" in built.splitlines()
    assert "wrote json/a.json" in built.splitlines()
    again = run("build", "--verbose").err.splitlines()
    assert "Building content (configured in guidec.toml) into build" in again
    assert f"removed html{os.sep}a.html".replace(os.sep, "/") in again
    assert "Checking content (configured in guidec.toml)" in run("check", "-v").err.splitlines()


def test_quiet_and_verbose_are_wrong_usage_together(run: Run) -> None:
    assert run("build", "-q", "-v").status == 2
