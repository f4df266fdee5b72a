"""The files that are made of all guides together, or of none: the catalogue, the page of all guides, the schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.targets.catalogue import CatalogueEntry
from guidec.targets.html.index import INDEX_PATH, render_index
from guidec.targets.schema_files import schema_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CATALOGUE_PATH = "index.json"


def shared_files(entries: Sequence[str], *, index_page: bool) -> Iterator[tuple[str, str]]:
    """Give paths and texts; `entries` are those of the catalogue as JSON, in the order of the guides' paths."""
    listed = ",\n".join(f"    {entry}" for entry in entries)
    yield CATALOGUE_PATH, f'{{\n  "schema_version": "1",\n  "guides": [\n{listed}\n  ]\n}}\n'
    if index_page:
        yield INDEX_PATH, render_index(map(CatalogueEntry.model_validate_json, entries))
    yield from schema_files()
