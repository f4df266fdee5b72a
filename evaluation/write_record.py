"""Turns what a reader wrote down in plain words into records, which hold digests and no sentences.

    python3 evaluation/write_record.py [--shared DIR] FILE...

Each FILE is YAML, one document for each guide, as `evaluation/README.md` explains; keep it outside the repository.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from agreement import DIGESTED
from lines import LineFinder
from plain import READERS, Reading, Said
from record import FIELDS, Record, digest, normalised
from score import RECORDS
from sources import SHARED, compile_at, file_digest, place


def main(arguments: list[str] | None = None) -> int:
    """Write the records of the files that the arguments name."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR")
    parser.add_argument("--records", type=Path, default=RECORDS, metavar="DIR", help="write them here")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    for file in options.files:
        for document in YAML(typ="safe").load_all(file.read_text(encoding="utf-8")):
            write(Reading.model_validate(document), options.shared, options.records)
    return 0


def write(reading: Reading, shared: Path, records: Path) -> Path:
    """Write the record of one guide to the folder of its half, and give its path."""
    record = as_record(reading, shared)
    Record.model_validate(record)
    target = records / reading.half / Path(reading.path).with_suffix(".yaml")
    target.parent.mkdir(parents=True, exist_ok=True)
    yaml = YAML()
    yaml.width = 10_000
    with target.open("w", encoding="utf-8") as stream:
        yaml.dump(record, stream)
    return target


def as_record(reading: Reading, shared: Path) -> dict[str, Any]:
    """Give the record for what the reader wrote down about one guide."""
    root, path = place(reading.root, shared), place(reading.path, shared)
    finder = LineFinder(path.read_text(encoding="utf-8"))
    return {
        **reading.model_dump(include={"path", "root", "dialect", "note"}, exclude_none=True),
        "files": {name: file_digest(root / name) for name in compile_at(root, path)[1]},
        **{
            field: [_entry(READERS[field](normalised(line)), finder, field) for line in lines]
            for field, lines in reading.model_dump(include=set(FIELDS), exclude_none=True).items()
        },
    }


def _entry(said: Said, finder: LineFinder, field: str) -> CommentedMap:
    """Put the line in front, and digests in the place of sentences."""
    entry = CommentedMap()
    if line := finder.find(field, said):
        entry["line"] = line
    for key, value in said.items():
        entry[key] = _digest(value) if key in DIGESTED and value is not None else value
    entry.fa.set_flow_style()
    return entry


def _digest(text: str) -> str:
    """Give the digest of a text, or for one that ends in an ellipsis that of the start that was written down."""
    if not text.endswith("…"):
        return digest(text)
    start = text.removesuffix("…").rstrip()
    return f"{digest(start)}/{len(start)}"


if __name__ == "__main__":
    sys.exit(main())
