"""Caches, manifests and journals are files like any other: somebody else may have written them."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from guidec.build import builder
from guidec.build.output import STATE_FOLDER
from guidec.diagnostics.rules import all_rules
from small_project import SmallProject

STATE = [f"{STATE_FOLDER}/guides.jsonl", "manifest.json", f"{STATE_FOLDER}/written-999999999.jsonl"]
KEY = "a key that its author knows"
ALL_THERE = {"json/a.json", "json/b.json"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallProject:
    monkeypatch.setattr(builder, "cache_key", lambda job: KEY)
    built = SmallProject(tmp_path)
    for name in ("a.mdx", "b.mdx"):
        built.write(name)
    built.build()
    (tmp_path / "precious").write_bytes(b"precious")
    return built


def replace(file: Path) -> Path:
    file.unlink(missing_ok=True)
    return file


@pytest.mark.skipif(os.name == "nt", reason="no such files")
@pytest.mark.parametrize("name", STATE)
@pytest.mark.parametrize("kind", ["pipe", "link", "link to a device", "link to nothing"])
def test_what_is_no_regular_file_is_not_read_nor_written_through(
    project: SmallProject, name: str, kind: str
) -> None:
    clean = project.outputs()
    file = replace(project.out / name)
    targets = {
        "link": project.folder / "precious",
        "link to a device": "/dev/zero",
        "link to nothing": "absent",
    }
    os.mkfifo(file) if kind == "pipe" else file.symlink_to(targets[kind])
    project.build()

    assert project.errors() == []
    assert project.outputs() == clean
    assert project.leftovers() == []
    assert (project.folder / "precious").read_bytes() == b"precious"


@pytest.mark.parametrize("name", STATE[:2])
def test_a_folder_in_the_way_is_an_error_and_no_traceback(project: SmallProject, name: str) -> None:
    replace(project.out / name).mkdir()
    project.build()

    assert {rule for _, rule in project.errors()} == {"unwritable-output"}
    (project.out / name).rmdir()
    project.build()
    assert project.errors() == []
    assert project.leftovers() == []


def test_a_folder_that_is_called_like_an_unfinished_file_is_left_alone(project: SmallProject) -> None:
    (project.out / STATE_FOLDER / "unfinished-999999999-1").mkdir()
    (project.out / STATE_FOLDER / ("unfinished-" + "9" * 200 + "-1")).mkdir()
    project.build()

    assert project.errors() == []


def forged(lines: list[str]) -> str:
    """Give a cache whose digest is right, as only guidec would write it."""
    text = "".join(f"{line}\n" for line in lines)
    return text + hashlib.sha256(KEY.encode() + text.encode()).hexdigest()


RECORD = {
    "path": "a.mdx",
    "inputs": {},
    "answers": {},
    "outputs": {},
    "diagnostics": [],
    "entry": None,
    "actions": [],
}


@pytest.mark.parametrize(
    "lines",
    [
        ["[1, {}]"],
        ["{}", "[1, {}]"],
        ["[]", "[1, {}]"],
        ["null", "[1, {}]"],
        ["not json", "[1, {}]"],
        ["[[[[[[", "[1, {}]"],
        ["[" * 100_000, "[1, {}]"],
        ['{"path": 1}', "[2, []]"],
        [json.dumps(RECORD | {"outputs": {"a\0b": [1, "x"]}}), "[1, {}]"],
        [json.dumps(RECORD | {"outputs": {"json/a.json": 7}}), "[1, {}]"],
        [json.dumps(RECORD | {"inputs": {"\ud800": "x"}}), "[1, {}]"],
        [json.dumps(RECORD | {"answers": {"page": "x"}}), "[1, {}]"],
        [json.dumps(RECORD | {"diagnostics": [{"rule": "unknown"}]}), "[1, {}]"],
        ["[-1, {}]"],
        ['["many", {}]'],
        ["[1, [1]]"],
        ["[1, {}, 3]"],
        ['[0, {"json/a.json": [1, 2, 3]}]'],
    ],
    ids=lambda lines: str(lines)[:40],
)
def test_a_forged_cache_is_no_cache(project: SmallProject, lines: list[str]) -> None:
    assert all_rules()
    clean = project.outputs()
    (project.out / STATE[0]).write_text(forged(lines), encoding="utf-8")
    project.build()

    assert project.errors() == []
    assert project.outputs() == clean


@pytest.mark.parametrize(
    "path",
    ["../precious", "{folder}/precious", "linked/precious", "json/../../precious", ".", "", "a\0b", "\ud800"],
)
@pytest.mark.parametrize("state", ["manifest.json", STATE[2]])
def test_nothing_outside_is_removed_nor_is_it_an_error(project: SmallProject, path: str, state: str) -> None:
    (project.out / "linked").symlink_to(project.folder)
    path = path.format(folder=project.folder)
    sha256 = hashlib.sha256(b"precious").hexdigest()
    entry = {"gone.mdx": {"inputs": {}, "outputs": {path: sha256}}}
    line = (
        f"    {json.dumps(entry)[1:-1]}\n" if state == "manifest.json" else f"{json.dumps([path, sha256])}\n"
    )
    (project.out / state).write_text(line)
    project.write("c.mdx")
    project.build()

    assert project.errors() == []
    assert (project.folder / "precious").read_bytes() == b"precious"
    assert {*ALL_THERE, "json/c.json"} <= project.outputs().keys()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '    "a.mdx": {}', '    "a.mdx": []', '    "a": {"outputs": 1}', "\0"]
)
def test_a_foreign_manifest_takes_nothing_away(project: SmallProject, text: str) -> None:
    (project.out / "manifest.json").write_text(text)
    (project.content / "b.mdx").unlink()
    project.build()

    assert project.errors() == []
    assert project.outputs().keys() >= ALL_THERE
    assert json.loads(project.outputs()["manifest.json"])["guides"].keys() == {"a.mdx"}
