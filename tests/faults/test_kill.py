"""A build that is killed, again and again: every file is whole at any moment, and the next build heals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from small_project import GUIDE, SmallProject

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
GUIDES = 200
KILLS = 5


def start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "guidec", "build", "--target", "json", "--target", "html", *arguments]
    return subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def wait_for_files(process: subprocess.Popen[bytes], folder: Path, number: int) -> None:
    # os.walk() goes on where a folder vanishes meanwhile.
    while process.poll() is None and sum(len(files) for _, _, files in os.walk(folder)) < number:
        time.sleep(0.005)


def assert_whole(outputs: dict[str, bytes]) -> None:
    for path, data in outputs.items():
        if path.endswith(".json"):
            json.loads(data)
        else:
            assert data.startswith(b"<!doctype html>"), path
            assert data.rstrip().endswith(b"</html>"), path


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_may_be_killed_at_any_moment(tmp_path: Path, jobs: str) -> None:
    project = SmallProject(tmp_path, {"targets": ("json", "html")})
    for number in range(GUIDES):
        project.write(f"{number % 7}/{number}.mdx")
    for kill in range(KILLS):
        project.write("0/0.mdx", GUIDE.format(f"edited {kill}"))
        project.write(f"new/{kill}.mdx")
        process = start(tmp_path, "--jobs", jobs)
        wait_for_files(process, project.out, 5 + kill * GUIDES // KILLS)
        process.kill()  # it alone: its workers have to notice
        process.wait(60)
        assert_whole(project.outputs())
        (project.content / f"new/{kill}.mdx").unlink()
    assert start(tmp_path, "--jobs", jobs).wait(300) == 0

    clean = tmp_path / "clean"
    assert start(tmp_path, "--no-cache", "--out", str(clean)).wait(300) == 0
    assert project.outputs() == project.outputs(clean)
    assert project.leftovers() == []


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to find workers in")
def test_the_workers_of_a_build_that_was_killed_end_too(tmp_path: Path) -> None:
    project = SmallProject(tmp_path)
    for number in range(GUIDES):
        project.write(f"{number}.mdx")
    process = start(tmp_path, "--jobs", "2")
    wait_for_files(process, project.out, 20)
    assert len(members(process.pid)) > 1
    os.kill(process.pid, signal.SIGKILL)
    process.wait(60)
    for _ in range(6000):
        if not members(process.pid):
            return
        time.sleep(0.01)
    pytest.fail(f"still at work: {members(process.pid)}")


def members(group: int) -> list[int]:
    """Give the processes of a group that are still at work."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, its_group, *_ = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(its_group) == group and state != "Z":
            found.append(int(folder.name))
    return found
