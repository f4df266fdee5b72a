"""The files that are made of all guides together: the catalogue, and the page of all guides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.targets.catalogue import CatalogueEntry
from guidec.targets.html.index import INDEX_PATH, render_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CATALOGUE_PATH = "index.json"


def listings(entries: Iterable[str], *, index_page: bool) -> Iterator[tuple[str, Iterator[str]]]:
    """Give paths and the pieces of texts; `entries` are those of the catalogue as JSON, in the order of the paths.

    They are read once for each text, and no text is held whole: of a hundred thousand guides each is long.
    """
    yield CATALOGUE_PATH, _catalogue(entries)
    if index_page:
        yield INDEX_PATH, render_index(map(CatalogueEntry.model_validate_json, entries))


def _catalogue(entries: Iterable[str]) -> Iterator[str]:
    yield '{\n  "schema_version": "1",\n  "guides": [\n'
    separator = ""
    for entry in entries:
        yield f"{separator}    {entry}"
        separator = ",\n"
    yield "\n  ]\n}\n"
