"""No room, no permission, no device: an error that names the cause, whole files, and a next build that heals."""

from __future__ import annotations

import errno
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidec.build.journal import Journal
from guidec.build.output import OutputFolder
from small_project import GUIDE, SmallProject


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    made = SmallProject(tmp_path, {"targets": ("json",)})
    for number in range(6):
        made.write(f"{number}.mdx")
    return made


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a file system of 96 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("no right to mount a small file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def assert_whole(outputs: dict[str, bytes]) -> None:
    for path, data in outputs.items():
        if path.endswith(".json"):
            assert json.loads(data)


def test_a_disk_that_fills_up_is_an_error_and_room_heals(project: SmallProject, small_disk: Path) -> None:
    out = small_disk / "build"
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * 60_000)
    project.build(out)
    assert {rule for _, rule in project.errors()} == {"unwritable-output"}
    assert "No space left" in project.found[0].message
    assert_whole(project.outputs(out))

    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    project.build(out)
    assert project.errors() == []
    project.build()
    assert project.outputs(out) == project.outputs()


def test_a_disk_that_may_only_be_read_is_an_error_and_keeps_what_is_there(
    project: SmallProject, small_disk: Path
) -> None:
    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    out = small_disk / "build"
    project.build(out)
    before = project.outputs(out)
    project.write("0.mdx", GUIDE.format("edited"))
    (project.content / "1.mdx").unlink()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    project.build(out)

    assert {rule for _, rule in project.errors()} == {"unwritable-output"}
    assert project.outputs(out) == before


STEPS = [(OutputFolder, "_replace"), (OutputFolder, "remove"), (Journal, "note")]


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO, errno.EDQUOT, errno.EROFS])
@pytest.mark.parametrize("failing", range(0, 14, 2))
def test_whatever_fails_the_next_build_heals(
    project: SmallProject, monkeypatch: pytest.MonkeyPatch, error: int, failing: int
) -> None:
    project.build()
    project.write("0.mdx", GUIDE.format("edited"))
    project.write("new.mdx")
    (project.content / "1.mdx").unlink()
    with monkeypatch.context() as patch:
        fail_from(patch, failing, error)
        project.build()
        assert {rule for _, rule in project.errors()} <= {"unwritable-output"}
    assert_whole(project.outputs())
    (project.content / "new.mdx").unlink()
    project.build()

    assert project.errors() == []
    assert project.leftovers() == []
    clean = project.folder / "clean"
    project.build(clean, use_cache=False)
    assert project.outputs() == project.outputs(clean)


def fail_from(patch: pytest.MonkeyPatch, number: int, error: int) -> None:
    """Make every step that changes the disk fail, but for the first few."""
    done = 0

    def failing(function):
        def call(*arguments: object) -> object:
            nonlocal done
            done += 1
            if done > number:
                raise OSError(error, os.strerror(error))
            return function(*arguments)

        return call

    for owner, name in STEPS:
        patch.setattr(owner, name, failing(getattr(owner, name)))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("out", ["/dev/full", "/dev/null/build", "/proc/nowhere"])
def test_an_output_folder_that_can_be_none_is_one_error(project: SmallProject, out: str) -> None:
    project.build(Path(out))

    assert [rule for _, rule in project.errors()] == ["unwritable-output"]
