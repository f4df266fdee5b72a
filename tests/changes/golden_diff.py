"""What `guidec diff` says of two small folders, in every format; run as a program, writes it to `golden/`."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path

from guidec.cli import main

FOLDER = Path(__file__).with_name("golden")
SUFFIXES = {"text": "txt", "json": "json", "markdown": "md"}


def output(output_format: str) -> str:
    """Run the command."""
    with contextlib.chdir(FOLDER), contextlib.redirect_stdout(io.StringIO()) as out:
        with contextlib.redirect_stderr(io.StringIO()):
            main(["diff", "old", "new", "--output-format", output_format])
        return out.getvalue()


def golden(output_format: str) -> Path:
    """Give the file that holds what was said before."""
    return FOLDER / f"diff.{SUFFIXES[output_format]}"


if __name__ == "__main__":
    os.environ["NO_COLOR"] = "1"
    for name in SUFFIXES:
        golden(name).write_text(output(name), encoding="utf-8")
