"""Content that is no ordinary file: it is reported, nothing waits for it, and the rest is built."""

from __future__ import annotations

import os
import socket
import stat
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest

from guidec.cli import main
from guidec.config import Limits
from guidec.diagnostics import Diagnostic
from guidec.files import Files
from small_project import SmallProject

INCLUDING = 'import Part from "./part.txt.mdx"\n\n# Guide\n\n<Part />\n'


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_folder(path: Path) -> None:
    path.mkdir()


def make_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket may have about a hundred characters
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(here)


def make_device(path: Path) -> None:
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))  # /dev/zero, which never ends
    except OSError:
        pytest.skip("no right to make a device")


def make_link_to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def make_link_into_process(path: Path) -> None:
    path.symlink_to("/proc/self/environ")


def make_link_that_dangles(path: Path) -> None:
    path.symlink_to("nowhere")


def make_link_in_a_loop(path: Path) -> None:
    path.symlink_to(path.name)


def make_huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)  # sparse: a terabyte that takes no room, and would not fit into memory


ODD = [
    make_pipe,
    make_folder,
    make_socket,
    make_device,
    make_link_to_device,
    make_link_into_process,
    make_link_that_dangles,
    make_link_in_a_loop,
    make_huge,
]


@pytest.mark.skipif(os.name == "nt", reason="no such files")
@pytest.mark.parametrize("make", ODD)
def test_as_a_guide_it_costs_only_itself(tmp_path: Path, make) -> None:
    project = SmallProject(tmp_path)
    project.write("a.mdx")
    make(project.content / "odd.mdx")
    project.build()

    assert "json/a.json" in project.outputs()
    expected = set() if make is make_folder else {"odd.mdx"}  # the name of a folder may end in anything
    assert {path for path, _ in project.errors()} == expected


@pytest.mark.skipif(os.name == "nt", reason="no such files")
@pytest.mark.parametrize("make", ODD)
def test_as_a_snippet_it_is_reported_where_it_is_included(tmp_path: Path, make) -> None:
    project = SmallProject(tmp_path, {"exclude": ("part*",)})
    project.write("a.mdx", INCLUDING)
    make(project.content / "part.txt.mdx")
    project.build()

    assert [path for path, _ in project.errors()] == ["a.mdx"]


@pytest.mark.parametrize("size", [99, 100, 101])
def test_the_limit_of_size_holds_to_the_byte(tmp_path: Path, size: int) -> None:
    (tmp_path / "a.mdx").write_bytes(b"x" * size)
    found = Files(tmp_path, max_size=100).read_bytes("a.mdx")

    assert isinstance(found, Diagnostic) == (size > 100)


def test_a_file_that_grows_while_it_is_read_is_not_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.mdx"
    file.write_bytes(b"x")
    small = file.stat()
    file.write_bytes(b"x" * 200)
    monkeypatch.setattr(Path, "stat", lambda self, **_: small)
    found = Files(tmp_path, max_size=100).read_bytes("a.mdx")

    assert isinstance(found, Diagnostic)
    assert found.rule.id == "file-too-large"


@pytest.mark.skipif(os.name == "nt", reason="no pipes in folders")
def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.mdx"
    file.write_bytes(b"x")
    regular = file.stat()
    file.unlink()
    os.mkfifo(file)
    monkeypatch.setattr(Path, "stat", lambda self, **_: regular)

    assert isinstance(Files(tmp_path).read_bytes("a.mdx"), Diagnostic)


@pytest.mark.parametrize("after", [0, 1])
def test_a_guide_that_vanishes_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    project = SmallProject(tmp_path)
    for name in ("a.mdx", "b.mdx"):
        project.write(name)
    real = Files.read_bytes

    def vanishing(self: Files, path: str) -> bytes | Diagnostic:
        if path == "b.mdx":
            (project.content / path).unlink(missing_ok=True)
        return real(self, path)

    for _ in range(after):
        project.build()
    monkeypatch.setattr(Files, "read_bytes", vanishing)
    project.build()

    assert project.errors() == [("b.mdx", "unreadable-file")]
    assert [path for path in project.outputs() if path.startswith("json/")] == ["json/a.json"]


@pytest.mark.skipif(os.name == "nt", reason="no permissions of this kind")
def test_a_guide_without_permission_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = SmallProject(tmp_path)
    project.write("a.mdx")
    project.write("b.mdx").chmod(0)
    if os.geteuid() == 0:  # whom nothing is refused
        refuse_opening(monkeypatch, project.content / "b.mdx")
    project.build()

    assert project.errors() == [("b.mdx", "unreadable-file")]
    assert "json/a.json" in project.outputs()


def refuse_opening(monkeypatch: pytest.MonkeyPatch, refused: Path) -> None:
    real = os.open

    def refusing(path, *arguments, **options):
        if str(path) == str(refused):
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)

    monkeypatch.setattr(os, "open", refusing)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A.mdx", "a.mdx"),
        ("a.md", "a.mdx"),
        (unicodedata.normalize("NFC", "caf\u00e9.mdx"), unicodedata.normalize("NFD", "caf\u00e9.mdx")),
        ("stra\u00dfe.mdx", "STRASSE.mdx"),
        ("X/a.mdx", "x/A.mdx"),
        ("a.mdx", "a.json/b.mdx"),
        ("A.mdx", "a.JSON/b.mdx"),
    ],
)
def test_names_that_are_one_file_somewhere_are_errors_for_both(tmp_path: Path, one: str, other: str) -> None:
    project = SmallProject(tmp_path)
    for name in ("z.mdx", one, other):
        project.write(name)
    if len([path for path in project.content.rglob("*.md*") if path.is_file()]) < 3:
        pytest.skip("this file system takes the two names for one")
    project.build()

    assert sorted(project.errors()) == [(path, "output-collision") for path in sorted((one, other))]
    assert [path for path in project.outputs() if path.startswith("json/")] == ["json/z.json"]


def test_a_limit_of_the_configuration_counts(tmp_path: Path) -> None:
    project = SmallProject(tmp_path, {"limits": Limits(file_size=1000)})
    project.write("a.mdx")
    project.write("b.mdx", "# B\n\n" + "x" * 1000)
    project.build()

    assert project.errors() == [("b.mdx", "file-too-large")]


@pytest.mark.skipif(os.name == "nt", reason="no such names")
@pytest.mark.parametrize("name", [b"a\xffb.mdx", b"a\nb.mdx", b"a\x1bb.mdx"])
@pytest.mark.parametrize("command", [["check"], ["render", "--to", "json"], ["diff"]])
def test_a_guide_whose_name_is_no_text_is_refused_by_name(
    tmp_path: Path, name: bytes, command: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    project = SmallProject(tmp_path)
    file = project.write(os.fsdecode(name), "# Guide\n")
    others = [str(project.write("good.mdx"))] if command == ["diff"] else []

    assert main([*command, str(file), *others]) == 1
    shown = "".join(capfd.readouterr())
    assert "[invalid-file-name]" in shown
    assert shown.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["build", "content", "--out", "loop"], 1),
        (["build", "loop"], 2),
        (["check", "loop"], 1),
        (["check", "content", "--against", "loop"], 2),
        (["diff", "loop", "content"], 2),
        (["validate", "loop"], 1),
        (["render", "loop", "--to", "html"], 2),
        (["ast", "loop"], 2),
    ],
    ids=str,
)
def test_a_link_in_a_loop_is_named_whatever_it_stands_for(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
) -> None:
    SmallProject(tmp_path).write("a.mdx")
    make_link_in_a_loop(tmp_path / "loop")
    monkeypatch.chdir(tmp_path)

    assert main(arguments) == status
    shown = "".join(capfd.readouterr())
    assert "inside guidec" not in shown
    assert "loop" in shown


@pytest.mark.parametrize(
    "command",
    [
        ["build"],
        ["check"],
        ["ast"],
        ["ast", "--jsonl"],
        ["render", "--to", "html"],
        ["diff", "."],
        ["validate"],
        ["init"],
    ],
    ids=str,
)
def test_a_name_that_no_file_can_have_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with suppress(SystemExit):
        assert main([*command, "x" * 100_000]) == 2
    assert len("".join(capfd.readouterr())) < 5000


@pytest.mark.parametrize(
    "command", [["render", "--to", "html"], ["check"], ["ast"], ["diff", "content/good.mdx"]], ids=str
)
def test_a_guide_that_is_a_link_out_of_its_root_is_not_opened_by_name_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: list[str]
) -> None:
    project = SmallProject(tmp_path)
    project.write("good.mdx")
    (tmp_path / "secret.mdx").write_text("# Secret\n")
    (project.content / "a.mdx").symlink_to("../secret.mdx")
    (tmp_path / "guidec.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    opened: list[str] = []
    real = os.open

    def noting(path: str, *arguments: int, **options: int) -> int:
        opened.append(os.path.realpath(path))
        return real(path, *arguments, **options)

    monkeypatch.setattr(os, "open", noting)

    assert main([*command, "content/a.mdx"]) == 1
    assert "[outside-content-root]" in "".join(capfd.readouterr())
    assert str(tmp_path / "secret.mdx") not in opened
