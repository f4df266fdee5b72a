"""`manifest.json`: what was built from what, for everybody; and the proof that a file is guidec's own to remove.

Each guide stands on a line of its own, so that a change shows as one line and the file can be read as a stream.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from guidec.regular import open_regular, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guidec.build.output import OutputFolder, Stamp, Writer
    from guidec.build.record import Record

MANIFEST = "manifest.json"
SCHEMA_VERSION = "1"
HEAD = re.compile(rb'\{\s+"schema_version": "\d+",\s+"guidec": "')
"""How the manifest of any version begins, also after git has changed the ends of its lines."""
_LONGEST_HEAD = 100


class ManifestWriter:
    """Writes a manifest guide by guide."""

    def __init__(self, writer: Writer, version: str) -> None:
        self._writer = writer
        self._separator = "\n"
        writer.write(
            f'{{\n  "schema_version": "{SCHEMA_VERSION}",\n  "guidec": {json.dumps(version)},\n  "guides": {{'
        )

    def add(self, record: Record) -> None:
        """Write what the next guide was made of, and what was made of it."""
        self._entry(record.path, {"inputs": record.inputs, "outputs": _hashes(record.outputs)})

    def finish(self, shared: Mapping[str, Stamp]) -> None:
        """Write the files that all guides share, and the end."""
        self._writer.write('\n  },\n  "files": {')
        self._separator = "\n"
        for path, stamp in shared.items():
            self._entry(path, stamp.sha256)
        self._writer.write("\n  }\n}\n")

    def _entry(self, path: str, value: object) -> None:
        self._writer.write(f"{self._separator}    {_json(path)}: {_json(value)}")
        self._separator = ",\n"


def _hashes(outputs: Mapping[str, Stamp]) -> dict[str, str]:
    return {path: stamp.sha256 for path, stamp in outputs.items()}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def is_manifest(file: str) -> bool:
    """Tell whether guidec wrote a file: the name says little, for others write a `manifest.json`, too."""
    try:
        with open_regular(file) as opened:
            return begins_manifest(opened.read(_LONGEST_HEAD))
    except OSError:
        return False


def begins_manifest(data: bytes) -> bool:
    """Tell whether data begins as a manifest of guidec's does."""
    return HEAD.match(data) is not None


def read_outputs(folder: OutputFolder) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Give the guides of the manifest in `folder` with the SHA-256 of their outputs; shared files have no guide: "".

    Ends early where the manifest is damaged: what it does not say clearly is not guidec's own.
    """
    try:
        for line in read_lines(folder.root / MANIFEST):
            if line.startswith(b'    "'):
                yield _read_entry(line.decode())
    except (OSError, ValueError, AttributeError, LookupError, RecursionError, TypeError):
        return


def _read_entry(line: str) -> tuple[str, Mapping[str, str]]:
    [(path, value)] = json.loads(f"{{{line.strip().removesuffix(',')}}}").items()
    return ("", {path: value}) if isinstance(value, str) else (path, dict(value["outputs"]))
