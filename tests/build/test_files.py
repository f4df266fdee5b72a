from __future__ import annotations

import os
from pathlib import Path

import pytest

from guidec.diagnostics import Diagnostic
from guidec.files import Files, decode
from guidec.source import Source


def refusal(root: Path, path: str, **options: int) -> tuple[str, str]:
    found = Files(root, **options).read_bytes(path)
    assert isinstance(found, Diagnostic)
    assert found.path == path
    return found.rule.id, found.message


def test_reads_a_file_below_the_root(tmp_path: Path) -> None:
    (tmp_path / "a.mdx").write_bytes(b"\xef\xbb\xbfx\r\n")

    assert Files(tmp_path).read_bytes("a.mdx") == b"\xef\xbb\xbfx\r\n"


def test_says_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder.mdx").mkdir()
    os.mkfifo(tmp_path / "pipe.mdx")
    (tmp_path / "dangling.mdx").symlink_to("absent.mdx")
    (tmp_path / "loop.mdx").symlink_to("loop.mdx")

    assert refusal(tmp_path, "absent.mdx")[0] == "unreadable-file"
    assert refusal(tmp_path, "dangling.mdx")[0] == "unreadable-file"
    assert refusal(tmp_path, "loop.mdx")[0] == "unreadable-file"
    assert refusal(tmp_path, "nul\0.mdx")[0] == "unreadable-file"
    assert refusal(tmp_path, "\ud800.mdx")[0] == "unreadable-file"
    assert refusal(tmp_path, "folder.mdx") == (
        "not-a-regular-file",
        "Unexpected folder, expected a regular file",
    )
    assert refusal(tmp_path, "pipe.mdx") == ("not-a-regular-file", "Unexpected pipe, expected a regular file")


def test_reads_nothing_outside_the_root(tmp_path: Path) -> None:
    root = tmp_path / "content"
    (root / "sub").mkdir(parents=True)
    (tmp_path / "secret.mdx").write_text("secret")
    (tmp_path / "content-2").mkdir()
    (tmp_path / "content-2/a.mdx").write_text("secret")
    (root / "link.mdx").symlink_to(tmp_path / "secret.mdx")
    (root / "out").symlink_to(tmp_path)

    for path in (
        "../secret.mdx",
        "link.mdx",
        "out/secret.mdx",
        "sub/../../secret.mdx",
        "../content-2/a.mdx",
        "/etc/passwd",
    ):
        assert refusal(root, path)[0] == "outside-content-root"


def test_reads_the_docs_root_as_well(tmp_path: Path) -> None:
    root = tmp_path / "docs/guides"
    root.mkdir(parents=True)
    (tmp_path / "docs/shared.mdx").write_text("shared")

    assert Files(root, tmp_path / "docs").read_bytes("../shared.mdx") == b"shared"


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.mdx").open("wb") as file:
        file.truncate(1 << 40)  # a hole: reading it would take a terabyte

    assert refusal(tmp_path, "huge.mdx")[0] == "file-too-large"
    assert (
        refusal(tmp_path, "huge.mdx")[1]
        == "Unexpected size of 1099511627776 bytes, expected at most 16777216"
    )


def test_the_limit_itself_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "a.mdx").write_bytes(b"12345")

    assert Files(tmp_path, max_size=5).read_bytes("a.mdx") == b"12345"
    assert refusal(tmp_path, "a.mdx", max_size=4)[0] == "file-too-large"


def test_a_byte_order_mark_and_line_endings_stay() -> None:
    source = decode(b"\xef\xbb\xbfa\r\nb", "a.mdx")

    assert isinstance(source, Source)
    assert source.text == "\ufeffa\r\nb"


@pytest.mark.parametrize(
    ("data", "message", "place"),
    [
        (
            "a\nb".encode("utf-16"),
            "Unexpected UTF-16 (little-endian) byte order mark, expected UTF-8",
            (1, 1),
        ),
        (b"\xfe\xff\0a", "Unexpected UTF-16 (big-endian) byte order mark, expected UTF-8", (1, 1)),
        (b"\xff\xfe\0\0a\0\0\0", "Unexpected UTF-32 (little-endian) byte order mark, expected UTF-8", (1, 1)),
        (b"\0\0\xfe\xff\0\0\0a", "Unexpected UTF-32 (big-endian) byte order mark, expected UTF-8", (1, 1)),
        ("ab\n".encode("utf-16-le"), "Unexpected NUL bytes throughout the file, expected UTF-8 text", (1, 1)),
        (b"one\ntw\xf6", "Unexpected byte 0xf6 at byte offset 6, expected UTF-8", (2, 3)),
        ("ä\n".encode() + b"\xed\xa0\x80", "Unexpected byte 0xed at byte offset 3, expected UTF-8", (2, 1)),
        (b"a\xc3", "Unexpected byte 0xc3 at byte offset 1, expected UTF-8", (1, 2)),
    ],
)
def test_names_the_byte_or_mark_that_is_not_utf_8(data: bytes, message: str, place: tuple[int, int]) -> None:
    found = decode(data, "a.mdx")

    assert isinstance(found, Diagnostic)
    assert (found.rule.id, found.message) == ("invalid-encoding", message)
    assert (found.start.line, found.start.column) == place


def test_a_single_nul_is_left_to_the_parser() -> None:
    assert isinstance(decode(b"some text\0 and more", "a.mdx"), Source)
