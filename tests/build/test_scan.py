from __future__ import annotations

import os
from pathlib import Path

import pytest

from guidec.build.scan import scan
from guidec.build.watch import snapshot
from guidec.config import Settings


def make(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# Guide\n")


def rules(root: Path, out: Path | None = None) -> list[tuple[str, str]]:
    return [(found.path, found.rule.id) for found in scan(root, out).diagnostics]


def test_finds_guides_in_the_order_of_their_paths(tmp_path: Path) -> None:
    make(tmp_path, "b.mdx", "a/z.md", "a/b.html", "B.mdx", "a.mdx", "a/notes.txt", "logo.svg")

    assert scan(tmp_path).guides == ["B.mdx", "a.mdx", "a/b.html", "a/z.md", "b.mdx"]


def test_leaves_out_hidden_names_modules_and_the_output_folder(tmp_path: Path) -> None:
    make(tmp_path, "a.mdx", ".hidden.mdx", ".git/b.mdx", "node_modules/c/d.mdx", "build/mdx/a.mdx")

    assert scan(tmp_path, tmp_path / "build").guides == ["a.mdx"]


def test_leaves_out_what_the_configuration_excludes(tmp_path: Path) -> None:
    make(tmp_path, "a.mdx", "snippets/b.mdx", "snippets/c/d.mdx", "x/_part.mdx")

    assert scan(tmp_path, exclude=("snippets/*", "*/_*")).guides == ["a.mdx"]


MANIFEST = '{\n  "schema_version": "1",\n  "guidec": "0.1.0",\n  "guides": {\n  },\n  "files": {\n  }\n}\n'


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_outputs_of_another_build_are_left_out_and_told(tmp_path: Path, ends: str) -> None:
    make(tmp_path, "a.mdx", "o2/mdx/a.mdx", "x/o3/mdx/a.mdx", "x/b.mdx")
    (tmp_path / "o2/manifest.json").write_bytes(MANIFEST.replace("\n", ends).encode())
    (tmp_path / "x/o3/.guidec-cache").mkdir()  # the build was killed before there was a manifest

    assert scan(tmp_path).guides == ["a.mdx", "x/b.mdx"]
    assert rules(tmp_path) == [("o2", "output-folder"), ("x/o3", "output-folder")]
    assert scan(tmp_path / "o2").guides == ["mdx/a.mdx"]  # it was asked for
    watched = snapshot(Settings(folder=tmp_path, content=tmp_path, out=tmp_path / "build"))
    assert sorted(watched) == [str(tmp_path / "a.mdx"), str(tmp_path / "x/b.mdx")]


@pytest.mark.parametrize("text", ["", "{}", "null", '{"schema_version": "1"}', '{\n  "name": "guidec"\n}\n'])
def test_the_manifest_of_something_else_hides_no_guide(tmp_path: Path, text: str) -> None:
    make(tmp_path, "pwa/a.mdx", "folder/manifest.json/a.mdx", "file/b.mdx", "file/.guidec-cache")
    (tmp_path / "pwa/manifest.json").write_text(text)

    assert scan(tmp_path).guides == ["file/b.mdx", "folder/manifest.json/a.mdx", "pwa/a.mdx"]
    assert rules(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes among files")
def test_what_others_put_at_the_place_of_a_manifest_is_not_waited_for(tmp_path: Path) -> None:
    make(tmp_path, "a/a.mdx", "b/b.mdx")
    (tmp_path / "outputs.json").write_text(MANIFEST)
    (tmp_path / "a/manifest.json").symlink_to(tmp_path / "outputs.json")
    os.mkfifo(tmp_path / "b/manifest.json")

    assert scan(tmp_path).guides == ["a/a.mdx", "b/b.mdx"]


def test_a_linked_guide_is_a_guide(tmp_path: Path) -> None:
    make(tmp_path, "a.mdx")
    (tmp_path / "b.mdx").symlink_to("a.mdx")

    assert scan(tmp_path).guides == ["a.mdx", "b.mdx"]


def test_a_linked_folder_is_reported_not_entered(tmp_path: Path) -> None:
    root = tmp_path / "content"
    make(root, "a/a.mdx")
    make(tmp_path, "outside/b.mdx")
    (root / "loop").symlink_to(root)
    (root / "out").symlink_to(tmp_path / "outside")

    assert scan(root).guides == ["a/a.mdx"]
    assert rules(root) == [("loop", "symlinked-folder"), ("out", "outside-content-root")]


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode on Windows")
def test_a_name_that_is_not_utf_8_is_reported(tmp_path: Path) -> None:
    make(tmp_path, "a.mdx")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff.mdx")).write_text("x")

    assert scan(tmp_path).guides == ["a.mdx"]
    assert rules(tmp_path) == [("b\\xff.mdx", "invalid-file-name")]


@pytest.mark.parametrize("character", ["\n", "\r", "\t", "\x07", "\x1b", "\x7f", "\x85", "\u2028"])
def test_a_guide_whose_path_has_a_control_character_is_reported(tmp_path: Path, character: str) -> None:
    make(tmp_path, "a.mdx", f"b{character}.mdx", f"Icon{character}")

    assert scan(tmp_path).guides == ["a.mdx"]
    assert [rule for _, rule in rules(tmp_path)] == ["invalid-file-name"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="a privileged user can read everything")
def test_an_unreadable_folder_is_reported(tmp_path: Path) -> None:
    make(tmp_path, "a.mdx", "closed/b.mdx")
    (tmp_path / "closed").chmod(0)

    try:
        assert scan(tmp_path).guides == ["a.mdx"]
        assert rules(tmp_path) == [("closed", "unreadable-file")]
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_folders_hundreds_deep_do_not_recurse(tmp_path: Path) -> None:
    deep = "/".join("d" for _ in range(300))
    make(tmp_path, f"{deep}/a.mdx")

    assert scan(tmp_path).guides == [f"{deep}/a.mdx"]


def test_a_link_in_a_loop_is_left_to_the_reader_and_stops_nothing(tmp_path: Path) -> None:
    make(tmp_path, "a.mdx")
    (tmp_path / "loop.mdx").symlink_to("loop.mdx")

    assert scan(tmp_path).guides == ["a.mdx", "loop.mdx"]
