"""The JSON Schema of a guide's configuration: what of it counts here, and where it is found."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.printable import printable
from guidec.diagnostics.rules.config import CONFIG_SCHEMA
from guidec.yaml_nodes import text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ruamel.yaml.nodes import Node

    from guidec.source import Source

MODELINE = re.compile(r"(?m)^#[ \t]+yaml-language-server:[ \t]*\$schema=(\S+)")
SUFFIX = ".schema.json"
SIZE_LIMIT = 1 << 22


class Schema(BaseModel):
    """The keywords of JSON Schema that the schema of a configuration uses."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel)

    const: str | None = None
    enum: list[str] | None = None
    default: str | None = None
    """What the template holds: a placeholder, or the value that the guide gives."""
    properties: dict[str, Schema] | None = None
    required: list[str] = Field(default_factory=list)
    items: Schema | None = None
    write_only: bool = False
    """Whether the value is secret."""

    @property
    def allowed(self) -> list[str] | None:
        """The only possible values; None where any is."""
        return self.enum if self.const is None else [self.const]


def find_schema(source: Source, root: Node, schemas: Path | None = None) -> Schema | Diagnostic:
    """Read the schema that a configuration names in its first line, else the one beside it.

    Where neither is there, the one of its guide in the folder `schemas` counts.
    """
    modeline = MODELINE.search(source.text)
    path = Path(source.path)
    name = unquote(modeline[1]) if modeline else f"{path.stem}{SUFFIX}"
    try:
        found = next(
            (file for file in _candidates(path.parent / name, root, schemas) if file.is_file()), None
        )
        if found is None:
            problem = "Unexpected absence"
        elif found.stat().st_size > SIZE_LIMIT:
            problem = "Unexpected size"
        else:
            return Schema.model_validate_json(found.read_bytes())
    except (OSError, ValueError):
        problem = "Unexpected content"
    message = f"{problem} of `{printable(name, 200)}`, expected the JSON Schema made for the guide"
    span = modeline.span(1) if modeline else (0, 0)
    return Diagnostic.at(CONFIG_SCHEMA, message, source.span(*span))


def _candidates(named: Path, root: Node, schemas: Path | None) -> Iterator[Path]:
    """Give where the schema may be, whatever else a file names; a guide's id must not lead out of the folder."""
    if named.name.endswith(SUFFIX):
        yield named
    guide = PurePosixPath(text_at(root, "guide") or "/")
    if schemas and not guide.is_absolute() and ".." not in guide.parts:
        yield schemas / f"{guide}{SUFFIX}"
