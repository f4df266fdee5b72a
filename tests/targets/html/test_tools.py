"""A missing program skips a test on somebody's machine, and fails it where CI had to install it."""

from __future__ import annotations

import os
import shutil

import pytest
from tools import missing


@pytest.mark.parametrize(("ci", "user", "fails"), [("true", 0, True), ("true", 1000, False), ("", 0, False)])
def test_what_ci_could_have_installed_must_be_there(
    monkeypatch: pytest.MonkeyPatch, ci: str, user: int, fails: bool
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(
        pytest.fail.Exception if fails else pytest.skip.Exception, match="chromium is missing"
    ):
        missing("chromium")
