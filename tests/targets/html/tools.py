"""The programs that the tests of the page drive: Chromium, axe-core, the Nu Html Checker."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest
from served import PLAIN_HOST

HERE = Path(__file__).parent
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules=MAP {PLAIN_HOST} 127.0.0.1",
]
AXE = Path("axe-core", "axe.min.js")
NU_CHECKER = Path("vnu-jar", "build", "dist", "vnu.jar")
NPM_INSTALL = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"]


def missing(what: str) -> NoReturn:
    """Skip a test on a machine that lacks something; fail it where `.ci/run` had to install that."""
    installable = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    if os.environ.get("CI") and installable:
        pytest.fail(f"{what} is missing, and .ci/run installs it")
    pytest.skip(f"{what} is missing")


def chromium() -> str:
    """Give the path of the browser."""
    return CHROMIUM or missing("chromium")


def java() -> str:
    """Give the path of Java."""
    return shutil.which("java") or missing("java")


def npm_packages() -> Path:
    """Give the folder of the npm packages, installed where they are not there yet."""
    folder = HERE / "node_modules"
    if not all((folder / file).is_file() for file in (AXE, NU_CHECKER)):
        npm = shutil.which("npm") or missing("npm")
        if subprocess.run([npm, *NPM_INSTALL], cwd=HERE, check=False, capture_output=True).returncode:
            missing("one of the npm packages axe-core and vnu-jar")
    return folder
