"""What guidec is made of, and what is made of it: bounded, pinned, and the same bytes for everybody."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = {
    "build": PROJECT["build-system"]["requires"],
    "run": PROJECT["project"]["dependencies"],
    **PROJECT["project"]["optional-dependencies"],
}
NEEDED = ("pyproject.toml", "README.md", "LICENSE", "src", "templates")
WORKFLOWS = [
    ROOT / "action.yml",
    *(ROOT / "examples").rglob("*.y*ml"),
    *(ROOT / "docs").rglob("*.md"),
    ROOT / "README.md",
]
PLACEHOLDER = "OWNER/guidec@COMMIT"


@pytest.mark.parametrize("requirement", sorted({each for group in GROUPS.values() for each in group}))
def test_every_dependency_has_a_lower_and_an_upper_bound(requirement: str) -> None:
    assert re.fullmatch(r"[\w.-]+(\[[\w,]+\])?(>=[\d.]+,<\d+|==[\d.]+)", requirement)


def test_few_libraries_are_needed_to_run() -> None:
    assert len(GROUPS["run"]) <= 6


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_actions_are_pinned_by_hash(path: Path) -> None:
    used = re.findall(r"^\s*(?:- )?uses:\s*(\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    for action in used:
        assert action == PLACEHOLDER or action.startswith("./") or re.search(r"@[0-9a-f]{40}$", action), (
            action
        )


def wheel(folder: Path, mask: int, **environment: str) -> tuple[str, str]:
    """Build a wheel of a copy of this project with other times and rights; give its name and SHA-256."""
    copy, out = folder / "project", folder / "wheels"
    before = os.umask(mask)
    try:
        for name in NEEDED:
            source = ROOT / name
            if source.is_dir():
                ignored = shutil.ignore_patterns("__pycache__", ".*_cache")
                shutil.copytree(source, copy / name, copy_function=shutil.copyfile, ignore=ignored)
            else:
                copy.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, copy / name)
        command = [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--wheel-dir",
            str(out),
            str(copy),
        ]
        result = subprocess.run(
            command, env={**os.environ, **environment}, capture_output=True, text=True, check=False
        )
    finally:
        os.umask(before)
    if result.returncode:
        assert "hatchling" in result.stderr, result.stderr
        pytest.skip("hatchling, which builds the wheel, cannot be had")
    [made] = out.iterdir()
    return made.name, hashlib.sha256(made.read_bytes()).hexdigest()


def test_the_same_files_give_the_same_wheel_anywhere_and_at_any_time(tmp_path: Path) -> None:
    one = wheel(
        tmp_path / "one", 0o022, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1", SOURCE_DATE_EPOCH="1700000000"
    )
    other = wheel(
        tmp_path / "a folder with another name",
        0o077,
        TZ="Asia/Tokyo",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="2",
        SOURCE_DATE_EPOCH="1700000000",
    )
    assert one == other
