"""The schemas that every build writes beside its outputs.

Those of the formats are kept as files: only another guidec has others, and to make them of the models took a sixth of
the time of a small build. `python3 tasks.py update-schemas` writes them, and the tests hold them against the models.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_core import to_json

from guidec.config.schema import NAME as PROJECT
from guidec.config.schema import project_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).with_name("schema")


def schema_files() -> Iterator[tuple[str, str]]:
    """Give path and text of every published schema, and of its TypeScript declarations."""
    for file in sorted(FOLDER.iterdir()):
        yield f"schema/{file.name}", file.read_text(encoding="utf-8")
    yield f"schema/{PROJECT}.schema.json", schema_text(PROJECT)


def schema_text(name: str) -> str:
    """Give the text of the published schema `name`: a format's, or that of `guidec.toml`."""
    if name == PROJECT:
        return to_json(project_schema(), indent=2).decode() + "\n"
    return (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
