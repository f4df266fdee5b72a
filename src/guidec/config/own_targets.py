"""Reads the targets that a project describes itself: the tables `[target.NAME]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.config.names import CONNECTOR_FOLDER, DATA_FORMATS, FORMATS, PATH_FIELDS
from guidec.config.settings import OwnTarget
from guidec.diagnostics.rules.configuration import INVALID_CONFIGURATION
from guidec.targets import MODULES

if TYPE_CHECKING:
    from pathlib import Path

    from guidec.config.table import Table

RESERVED = frozenset([*MODULES, "schema", CONNECTOR_FOLDER])
"""Folders below the output folder that are guidec's."""
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_MODEL = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*:[^\W\d]\w*")
_FIELD = "|".join(PATH_FIELDS[1:])
_SEGMENT = re.compile(rf"(?!\.\.?$)(?:[\w.@+-]*(?:\{{id\}}[\w.@+-]*)?|\{{(?:{_FIELD})\}})")
"""A field is a whole folder name, so that no two guides can have one path; the id may have something around it."""


def own_targets(table: Table, folder: Path) -> tuple[OwnTarget, ...]:
    """Read all targets of the project in `folder`."""
    read = [_own_target(name, table.table(name), folder) for name in table.values]
    return tuple(target for target in read if target is not None)


def _own_target(name: str, table: Table, folder: Path) -> OwnTarget | None:
    before = len(table.found)
    if not _NAME.fullmatch(name) or name in RESERVED:
        expected = (
            "another than guidec's own" if name in RESERVED else "lower-case letters, digits and hyphens"
        )
        table.wrong(INVALID_CONFIGURATION, f"Unexpected target name `{name}`, expected {expected}")
    target = OwnTarget(
        name,
        template=_file(table, "template", folder, required=True) or "",
        path=_path(table, name),
        format=table.text("format", FORMATS) or "text",
        schema=_file(table, "schema", folder),
        model=table.text("model"),
    )
    if (target.schema or target.model) and target.format not in DATA_FORMATS:
        what = f"format `{target.format}` with a schema or model, expected one of {', '.join(DATA_FORMATS)}"
        table.wrong(INVALID_CONFIGURATION, f"Unexpected {what}", "format")
    if target.model and not _MODEL.fullmatch(target.model):
        what = f"Unexpected model `{target.model}`, expected `package.module:Model`"
        table.wrong(INVALID_CONFIGURATION, what, "model")
    table.finish()
    return target if len(table.found) == before else None


def _file(table: Table, key: str, folder: Path, *, required: bool = False) -> str | None:
    name = table.text(key)
    if name is not None and not (folder / name).is_file():
        table.wrong(INVALID_CONFIGURATION, f"Unexpected absence of `{name}`, expected a file", key)
    elif required and key not in table.values:
        table.wrong(INVALID_CONFIGURATION, f"Unexpected absence of `{key}`, expected the path of a file")
    return name


def _path(table: Table, name: str) -> str:
    suffix = {"text": "txt"}.get(str(table.values.get("format", "text")), table.values.get("format"))
    path = table.text("path") or f"{name}/{{id}}.{suffix}"
    first, *others = path.split("/")
    segments = bool(others) and all(segment and _SEGMENT.fullmatch(segment) for segment in others)
    if first != name or not segments or path.count("{id}") != 1:
        fields = ", ".join(f"{{{field}}}" for field in PATH_FIELDS[1:])
        expected = f"`{name}/`, folders that may be one of {fields}, and `{{id}}`"
        table.wrong(INVALID_CONFIGURATION, f"Unexpected path `{path}`, expected {expected}", "path")
    return path
