"""Packages of npm, installed for tests that run programs of node."""

from __future__ import annotations

import subprocess
from pathlib import Path

INSTALL = [
    "npm",
    "install",
    "--no-fund",
    "--no-audit",
    "--silent",
    "--fetch-retries=0",
    "--fetch-timeout=30000",
]


def install_packages(folder: Path) -> str | None:
    """Install what `package.json` in a folder names; give what npm says where it cannot."""
    done = subprocess.run(INSTALL, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    return done.stderr.strip()[:200] if done.returncode else None
