"""Connector files that exist already: what guides are held against, and merged into."""

from __future__ import annotations

import os
from pathlib import Path

from guidec.config.names import CONNECTOR_FOLDER

SUFFIX = ".connector.s1.yaml"
LEFT_OUT = "node_modules"


def connector_files(root: Path) -> list[str]:
    """Give the paths of the connector files below the folder `root`, relative to it and sorted, or the file's own name.

    Links, folders whose names start with a dot, and what an earlier build has merged are left out.
    """
    if not root.is_dir():
        return [root.name]
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        folders[:] = [
            name for name in folders if not name.startswith(".") and name not in (LEFT_OUT, CONNECTOR_FOLDER)
        ]
        found += [os.path.join(folder, name) for name in names if name.endswith(SUFFIX)]  # noqa: PTH118
    return sorted(Path(path).relative_to(root).as_posix() for path in found)
