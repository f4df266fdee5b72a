from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guidec.changes.sides.git import GitError, Repository
from guidec.changes.sides.git_files import GitFiles
from guidec.diagnostics import Diagnostic
from guidec.files import Files
from repositories import ENVIRONMENT, git, repository

TEXTS = {
    "docs/guides/a.mdx": b"a\r\n\xff",
    "docs/guides/deep/b.mdx": b"b",
    "docs/shared.mdx": b"shared",
    "secret.mdx": b"secret",
}
LINKS = {
    "docs/guides/same.mdx": "a.mdx",
    "docs/guides/folder": "deep",
    "docs/guides/out.mdx": "../../secret.mdx",
    "docs/guides/far.mdx": "/etc/passwd",
    "docs/guides/loop.mdx": "loop.mdx",
}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[GitFiles, Files]]:
    """The same files in a revision and on the disk."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    repository(tmp_path)
    for path, data in TEXTS.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    for path, target in LINKS.items():
        (tmp_path / path).symlink_to(target)
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "all")
    with Repository(tmp_path) as found:
        files = found.files(found.tree("HEAD") or "")
        disk = Files(tmp_path / "docs/guides", tmp_path / "docs", max_size=5)
        yield GitFiles(found, files, "docs/guides", "docs", max_size=5), disk


@pytest.mark.parametrize(
    "path",
    [
        "a.mdx",
        "./deep/../a.mdx",
        "same.mdx",
        "folder/b.mdx",
        "deep",
        "absent.mdx",
        "../shared.mdx",
        "out.mdx",
        "far.mdx",
        "../../secret.mdx",
        "../../../x",
        "a\0b",
        "x" * 5000,
    ],
)
def test_a_revision_is_read_as_the_disk_is(tree: tuple[GitFiles, Files], path: str) -> None:
    revision, disk = (files.read_bytes(path) for files in tree)

    if isinstance(revision, Diagnostic) and isinstance(disk, Diagnostic):
        assert revision.rule == disk.rule
    else:
        assert revision == disk
    assert tree[0].is_file(path) == tree[1].is_file(path)


def test_a_loop_of_links_leads_nowhere(tree: tuple[GitFiles, Files]) -> None:
    assert isinstance(tree[0].read_bytes("loop.mdx"), Diagnostic)


@pytest.mark.parametrize("folder", ["", "deep", "folder", "absent", "..", "../.."])
def test_names_are_those_of_the_disk(tree: tuple[GitFiles, Files], folder: str) -> None:
    revision, disk = (sorted(files.entries(folder)) for files in tree)
    outside = {"out.mdx", "far.mdx"}  # the disk does not list them; here reading them is refused

    assert [entry for entry in revision if entry[0] not in outside] == disk


@pytest.mark.parametrize(
    "specifier", ["./a.mdx", "/shared.mdx", "deep/b.mdx", "./folder/b.mdx", "../../secret.mdx"]
)
def test_imports_lead_to_the_same_files(tree: tuple[GitFiles, Files], specifier: str) -> None:
    assert tree[0].locate(specifier, "a.mdx") == tree[1].locate(specifier, "a.mdx")
    assert tree[0].docs_folder == tree[1].docs_folder


def test_a_broken_object_costs_one_file(tmp_path: Path, tree: tuple[GitFiles, Files]) -> None:
    name = git(tmp_path, "rev-parse", "HEAD:docs/guides/a.mdx").strip()
    stored = tmp_path / ".git/objects" / name[:2] / name[2:]
    stored.chmod(0o600)
    stored.write_bytes(b"broken")

    assert isinstance(tree[0].read_bytes("a.mdx"), Diagnostic)
    assert tree[0].read_bytes("deep/b.mdx") == b"b"
    stored.unlink()
    assert isinstance(tree[0].read_bytes("a.mdx"), Diagnostic)
    assert tree[0].read_bytes("deep/b.mdx") == b"b"


def test_what_is_too_large_is_not_kept(tree: tuple[GitFiles, Files]) -> None:
    found = tree[0].read_bytes("../shared.mdx")

    assert isinstance(found, Diagnostic)
    assert found.message == "Unexpected size of 6 bytes, expected at most 5"
    assert tree[0].read_bytes("deep/b.mdx") == b"b"


def test_what_a_partial_clone_lacks_is_not_fetched(tmp_path: Path, tree: tuple[GitFiles, Files]) -> None:
    git(tmp_path, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", "--no-checkout", f"file://{tmp_path}", "partial")

    with Repository(tmp_path / "partial") as found:
        files = found.files(found.tree("HEAD") or "")
        lacking = GitFiles(found, files, "docs/guides").read_bytes("deep/b.mdx")
    assert isinstance(lacking, Diagnostic)
    assert "the repository lacks it" in lacking.message


def test_no_option_can_come_in_as_a_revision(tree: tuple[GitFiles, Files], tmp_path: Path) -> None:
    found = Repository(tmp_path)

    assert found.tree("--all") is None
    assert found.merge_base("--all", "HEAD") is None
    assert found.tree("nowhere") is None


def test_a_folder_without_repository_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(GitError):
        Repository(tmp_path)


def test_a_machine_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(GitError, match="cannot be run"):
        Repository(tmp_path)
