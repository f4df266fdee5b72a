from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from guidec.build.output import STATE_FOLDER, OutputFolder, Put, Stamp


def files(root: Path) -> list[str]:
    """Give all files but the journal, which belongs to the whole build."""
    found = (path for path in root.rglob("*") if path.is_file() and not path.name.startswith("written-"))
    return sorted(path.relative_to(root).as_posix() for path in found)


def put(folder: OutputFolder, path: str, data: bytes) -> bool:
    """Put one file in its place; give whether that changed it."""
    (done,) = folder.put({path: data})
    assert done[:2] == (path, Stamp.of(data))
    return done.changed


def test_writes_a_file_and_the_folders_above_it(tmp_path: Path) -> None:
    assert put(OutputFolder(tmp_path / "out"), "json/a/b.json", b"1")
    assert (tmp_path / "out/json/a/b.json").read_bytes() == b"1"


def test_leaves_nothing_else_behind(tmp_path: Path) -> None:
    put(OutputFolder(tmp_path), "a.json", b"1")

    assert files(tmp_path) == ["a.json"]


def test_does_not_touch_what_would_not_change(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)
    put(folder, "a.json", b"1")
    os.utime(tmp_path / "a.json", (1, 1))

    assert not put(folder, "a.json", b"1")
    assert (tmp_path / "a.json").stat().st_mtime == 1
    assert put(folder, "a.json", b"2")
    assert (tmp_path / "a.json").read_bytes() == b"2"


def test_replaces_a_link_and_not_what_it_points_at(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"precious")
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.json").symlink_to(tmp_path / "precious")

    assert put(OutputFolder(out), "a.json", b"1")
    assert (tmp_path / "precious").read_bytes() == b"precious"
    assert not (out / "a.json").is_symlink()


def test_a_link_to_the_same_content_is_replaced_too(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"1")
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.json").symlink_to(tmp_path / "elsewhere")

    assert put(OutputFolder(out), "a.json", b"1")
    assert not (out / "a.json").is_symlink()


@pytest.mark.parametrize("link", ["json", STATE_FOLDER])
def test_never_writes_through_a_linked_folder(tmp_path: Path, link: str) -> None:
    elsewhere, out = tmp_path / "elsewhere", tmp_path / "out"
    elsewhere.mkdir()
    out.mkdir()
    (out / link).symlink_to(elsewhere)

    with pytest.raises(OSError, match="symbolic link"):
        put(OutputFolder(out), "json/a.json", b"1")
    assert files(elsewhere) == []


@pytest.mark.parametrize("path", ["../a.json", "json/../../a.json", "/tmp/a.json", "json/..", "./../a"])
def test_never_writes_outside(tmp_path: Path, path: str) -> None:
    with pytest.raises(OSError, match=r"outside|symbolic"):
        put(OutputFolder(tmp_path / "out"), path, b"1")
    assert files(tmp_path) == []


def test_a_folder_in_the_way_is_an_error_and_stays(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()

    with pytest.raises(OSError, match="directory"):
        put(OutputFolder(tmp_path), "a.json", b"1")
    assert files(tmp_path) == []


def test_a_pipe_in_the_way_is_replaced_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.json")

    assert put(OutputFolder(tmp_path), "a.json", b"1")
    assert (tmp_path / "a.json").read_bytes() == b"1"


def test_all_names_are_written_down_before_the_first_file_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    folder = OutputFolder(tmp_path)

    with pytest.raises(OSError, match="directory"):
        next(folder.put({"a.json": b"1", "b.json": b"2"}))
    assert [path for path, _ in folder.journal.abandoned()] == ["a.json", "b.json"]
    assert not (tmp_path / "b.json").exists()


def test_tells_what_was_written_before_a_failure(tmp_path: Path) -> None:
    (tmp_path / "b.json").mkdir()
    puts = OutputFolder(tmp_path).put({"a.json": b"1", "b.json": b"2"})

    assert next(puts) == Put("a.json", Stamp.of(b"1"), changed=True)
    with pytest.raises(OSError, match="directory"):
        next(puts)


def test_what_would_not_change_is_not_written_down(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)
    put(folder, "a.json", b"1")
    folder.journal.clear()
    list(folder.put({"a.json": b"1", "b.json": b"2"}))

    assert [path for path, _ in folder.journal.abandoned()] == ["b.json"]


def test_what_failed_while_it_was_written_leaves_the_old_file(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)
    put(folder, "a.json", b"old")

    with pytest.raises(UnicodeEncodeError), folder.writing("a.json") as file:
        file.write("new \ud800")
    assert (tmp_path / "a.json").read_bytes() == b"old"
    assert files(tmp_path) == ["a.json"]


def test_a_dry_run_writes_nothing_and_tells_what_would_change(tmp_path: Path) -> None:
    put(OutputFolder(tmp_path), "a.json", b"1")
    dry = OutputFolder(tmp_path, dry_run=True)
    dry.prepare()

    assert not put(dry, "a.json", b"1")
    assert put(dry, "a.json", b"2")
    assert put(dry, "new/b.json", b"2")
    with dry.writing("c.json") as file:
        file.write("3")
    assert file.changed
    dry.remove("a.json")
    assert files(tmp_path) == ["a.json"]
    assert (tmp_path / "a.json").read_bytes() == b"1"


def test_removing_a_file_removes_the_folders_that_it_leaves_empty(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path / "out")
    put(folder, "json/a/b/c.json", b"1")
    put(folder, "json/d.json", b"1")
    folder.remove("json/a/b/c.json")

    assert not (tmp_path / "out/json/a").exists()
    assert files(tmp_path) == ["out/json/d.json"]
    put(folder, "json/a/b/c.json", b"2")
    assert (tmp_path / "out/json/a/b/c.json").read_bytes() == b"2"


def test_a_stamp_is_of_a_regular_file_only(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a").write_bytes(b"1")
    folder = OutputFolder(tmp_path)

    assert folder.stamp("a") == Stamp.of(b"1")
    assert folder.stamp("folder") is None
    assert folder.stamp("absent") is None


WRITE_FOR_EVER = """
import itertools, sys
from pathlib import Path
from guidec.build.output import OutputFolder
folder = OutputFolder(Path(sys.argv[1]))
for number in itertools.count():
    list(folder.put({"a.txt": str(number % 10).encode() * 300_000}))
    if number == 5:
        print("ready", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_build_that_is_killed_leaves_whole_files_and_the_next_one_tidies_up(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", WRITE_FOR_EVER, str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()

    content = (tmp_path / "a.txt").read_bytes()
    assert len(content) == 300_000
    assert len(set(content)) == 1
    assert {path for path in files(tmp_path) if not path.startswith(STATE_FOLDER)} == {"a.txt"}
    OutputFolder(tmp_path).prepare()
    assert files(tmp_path) == [f"{STATE_FOLDER}/.gitignore", "a.txt"]


def test_another_build_that_is_under_way_is_not_disturbed(tmp_path: Path) -> None:
    with OutputFolder(tmp_path).writing("a.txt") as file:
        OutputFolder(tmp_path).prepare()
        file.write("whole")

    assert (tmp_path / "a.txt").read_text() == "whole"


def test_a_text_in_pieces_is_noted_before_it_takes_its_place(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)
    assert folder.put_pieces("a.json", iter("123")) == Put("a.json", Stamp.of(b"123"), True)
    assert (tmp_path / "a.json").read_bytes() == b"123"
    assert [*folder.journal.abandoned()] == [("a.json", Stamp.of(b"123").sha256)]
    folder.journal.clear()

    assert not folder.put_pieces("a.json", iter("123")).changed
    assert not [*folder.journal.abandoned()]


def test_a_text_whose_pieces_end_in_a_failure_is_not_there(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)
    with pytest.raises(ZeroDivisionError):
        folder.put_pieces("a.json", (str(1 // number) for number in (1, 0)))
    assert files(tmp_path) == []
