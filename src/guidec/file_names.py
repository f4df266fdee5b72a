"""Names of files: how those of guides end, which no guide can have, and how paths are shown."""

from __future__ import annotations

import re
from pathlib import Path

from guidec.diagnostics.diagnostic import Diagnostic
from guidec.diagnostics.rules.files import INVALID_FILE_NAME
from guidec.source import CONTROL, SURROGATE

GUIDE_SUFFIXES = (".mdx", ".md", ".html")
"""How guides end, and the pages that they lead to; which is looked for first where a link leaves it out."""
DRAFT_SUFFIXES = (".yaml", ".yml", ".json")
"""How the draft of a guide ends, which is read only where it is named."""
NOT_IN_ID = re.compile(f"{CONTROL.pattern}|[\t\n\r\u2028\u2029]")
"""What stands neither in an id, which is the path, nor in a line of a comment."""


def wrong_name(path: str) -> Diagnostic | None:
    """Say what keeps a path from being that of a guide; None where nothing does."""
    if SURROGATE.search(path):  # a byte that is not UTF-8 (PEP 383)
        message = "Unexpected bytes in a file name, expected UTF-8"
        return Diagnostic.in_file(INVALID_FILE_NAME, message, as_text(path))
    if NOT_IN_ID.search(path):
        message = "Unexpected control character in the path of a guide, expected text"
        return Diagnostic.in_file(INVALID_FILE_NAME, message, path)
    return None


def as_text(path: str) -> str:
    """Give a path as text: bytes that are not UTF-8, which are surrogates in Python (PEP 383), in hexadecimal."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def shown_path(path: Path) -> str:
    """Give a path as a person in the current folder would write it, with forward slashes."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
