"""Merges what the guides of a build say into connector files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from guidec.connector_files.merge import Merged, Merging, merge
from guidec.targets.connector_model import Connector
from guidec.targets.yaml_subset import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from guidec.build.output import OutputFolder


def merge_outputs(root: Path, entries: Iterable[str], folder: OutputFolder) -> Merged:
    """Merge the guides of these catalogue entries (as JSON) into the connector files at `root`.

    What a guide gives is read from its `connector/ID.yaml`: most guides of a build are not compiled again. In a dry run
    that may not be there yet, or be stale; then it is reported itself.
    """
    return merge(root, _guides(entries, folder))


def _guides(entries: Iterable[str], folder: OutputFolder) -> Iterator[Merging]:
    for text in entries:
        entry = json.loads(text)
        try:
            output = (folder.root / f"connector/{entry['id']}.yaml").read_text(encoding="utf-8")
            (found,) = Connector.model_validate(load(output)).authentication
        except (OSError, ValueError):
            continue  # the guide has said why it has none
        provider = entry["provider"] and entry["provider"]["name"]
        authentication = found.oauth2 or found.custom
        assert authentication is not None
        yield Merging(entry["path"], provider, authentication)
