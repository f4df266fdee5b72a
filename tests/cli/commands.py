"""Runs guidec for the tests of commands: in this process, or as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

GUIDE = """---
title: Set Box up
description: How to set it up.
---

## Set up

<Steps>
  <Step title="Open the console">Go to https://example.com.</Step>
</Steps>
"""
MISMATCHED = "# Guide\n\n<Steps>\n  <Step>\n</Steps>\n"


@dataclass(frozen=True)
class Result:
    """What a run in this process gave."""

    status: int
    out: str
    err: str


Run = Callable[..., Result]
"""The fixture `run`: guidec with these arguments."""


def project(folder: Path, **guides: str) -> Path:
    """Make a project whose content root holds `guides` by their names without suffix."""
    content = folder / "content"
    content.mkdir(parents=True, exist_ok=True)
    for name, text in guides.items():
        (content / f"{name}.mdx").write_text(text, encoding="utf-8")
    return folder


def guidec(
    *arguments: str, cwd: Path, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "guidec", *arguments]
    environment = dict(os.environ) if environment is None else environment
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, timeout=120, check=False)
