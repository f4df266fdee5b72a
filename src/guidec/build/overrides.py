"""Overrides of the configuration that hold for no file: their patterns are usually relative to the wrong folder."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from guidec.config.load import OWN_FILE
from guidec.config.place import find_key
from guidec.diagnostics import Diagnostic
from guidec.diagnostics.printable import printable
from guidec.diagnostics.rules.configuration import IDLE_OVERRIDE
from guidec.files import decode
from guidec.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.config import Settings

EVERYTHING = "*"


def idle_overrides(settings: Settings) -> Iterator[Diagnostic]:
    """Report each pattern of `[[overrides]]` that no file below the content root fits."""
    patterns = [
        (number, pattern)
        for number, override in enumerate(settings.overrides)
        for pattern in override.paths
        if pattern != EVERYTHING
    ]
    if settings.file is None or not patterns:
        return
    files = [path.relative_to(settings.content).as_posix() for path in settings.content.rglob("*")]
    source = decode(settings.file.read_bytes(), settings.file.as_posix())
    for number, pattern in patterns:
        if isinstance(source, Source) and not any(fnmatchcase(path, pattern) for path in files):
            table = () if settings.file.name == OWN_FILE else ("tool", "guidec")
            place = find_key(source, (*table, "overrides", str(number)), "paths")
            expected = "one that fits a path below the content root"
            message = f"Unexpected pattern `{printable(pattern, 100)}`, expected {expected}"
            yield Diagnostic.at(IDLE_OVERRIDE, message, place)
