"""`guidec init`: set a project up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.cli.exit import CLEAN, UsageError

if TYPE_CHECKING:
    import argparse

CONTENT_FOLDERS = ("content", "docs", "guides", "src/content/docs")
"""Where guides usually are, the likeliest first."""
CONFIGURATION = """\
# The content root, and where outputs go; paths are relative to this file.
content = {content}
out = "build"
"""

DESCRIPTION = "Write guidec.toml into DIR, with the content root that is found there."
EXAMPLES = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "folder", nargs="?", default=".", metavar="DIR", help="the project (default: the current folder)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the configuration, unless there is one."""
    folder = Path(arguments.folder)
    path = folder / "guidec.toml"
    if path.exists():
        raise UsageError(
            f"guidec init: error: Unexpected file `{path}`, expected a project without configuration"
        )
    content = next((name for name in CONTENT_FOLDERS if (folder / name).is_dir()), CONTENT_FOLDERS[0])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(CONFIGURATION.format(content=json.dumps(content)), encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"guidec init: error: Unexpected failure to write `{path}` ({error.strerror})"
        ) from error
    print(f"Wrote {path}: guides are read from {content}. Next: guidec build")
    return CLEAN
