"""The peers: packages of npm, pinned in `peers/`, installed once into a cache folder."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

from measure import run

PINNED = Path(__file__).parent / "peers"


def install() -> Path:
    """Install the peers unless they are there; gives the folder that holds them and the scripts that call them."""
    pinned = (PINNED / "package.json").read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "guidec-benchmarks" / hashlib.sha256(pinned).hexdigest()[:12]
    complete = folder / "complete"
    shutil.copytree(PINNED, folder, dirs_exist_ok=True)
    if not complete.exists():
        run(["npm", "install", "--ignore-scripts", "--no-fund", "--no-audit"], folder)
        complete.touch()
    return folder


def versions() -> dict[str, str]:
    """Give the versions of node and of the peers."""
    pinned: dict[str, str] = json.loads((PINNED / "package.json").read_bytes())["dependencies"]
    return {"node": run(["node", "--version"]).output.strip().removeprefix("v"), **pinned}
