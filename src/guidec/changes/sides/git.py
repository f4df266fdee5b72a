"""Reads objects of a git repository: nothing is checked out, fetched, filtered or executed on the way."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

QUIET = {
    "GIT_ALLOW_PROTOCOL": "none",  # what a partial clone lacks must not be fetched
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
"""What keeps git from network, questions and locks."""
LINK = "120000"
REGULAR = "100"
HEADER = 3
"""Words before an object (git-cat-file): its id, type and size; of one that is missing two."""
CHUNK = 1024 * 1024


class GitError(Exception):
    """git is not there, or will not read this repository."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, symbolic link or submodule of a tree."""

    mode: str
    """Octal, as git writes it."""
    object_id: str

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link."""
        return self.mode == LINK

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file."""
        return self.mode.startswith(REGULAR)


class Repository:
    """The repository around a folder."""

    def __init__(self, folder: Path) -> None:
        """Find the repository; raises GitError where there is none with a working tree."""
        self.folder = folder
        top, prefix = self._run("rev-parse", "--show-toplevel", "--show-prefix").split("\n")[:2]
        self.top = Path(os.path.realpath(top))
        """The top of the working tree."""
        self.prefix = prefix.rstrip("/")
        """The folder, relative to the top; empty at the top."""
        self._reader: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._reader:
            self._reader.communicate()

    def tree(self, revision: str) -> str | None:
        """Give the object id of the tree that a revision names (gitrevisions); None where git knows no such one."""
        if not revision or revision.startswith("-"):
            return None
        try:
            return self._run(
                "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}"
            ).strip()
        except GitError:
            return None

    def merge_base(self, one: str, other: str) -> str | None:
        """Give the best common ancestor of two revisions."""
        if one.startswith("-") or other.startswith("-"):
            return None
        try:
            return self._run("merge-base", "--end-of-options", one, other).split("\n")[0] or None
        except GitError:
            return None

    def is_shallow(self) -> bool:
        """Tell whether the repository was cloned without its whole history (git-clone, `--depth`)."""
        return self._run("rev-parse", "--is-shallow-repository").strip() == "true"

    def files(self, tree: str) -> dict[str, Entry]:
        """Give all files of a tree by their path from the top."""
        listed = self._run("ls-tree", "-r", "-z", "--full-tree", tree)
        return dict(_entry(record) for record in listed.split("\0") if record)

    def read(self, entry: Entry, limit: int) -> bytes | int | None:
        """Read the bytes of a file, exactly as they are stored.

        Gives their number instead where they are more than `limit`, and None where the repository lacks them.
        """
        process = self._reader = self._reader or self._start_reader()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(f"{entry.object_id}\n".encode())
            process.stdin.flush()
            header = process.stdout.readline().split()
        except OSError:
            header = []
        if not header:  # a broken object ends git; the next one may be whole
            process.communicate()
            self._reader = None
        if len(header) != HEADER:
            return None
        size = int(header[-1])
        if size <= limit:
            return process.stdout.read(size + 1)[:-1]
        left = size + 1
        while left and (skipped := process.stdout.read(min(left, CHUNK))):
            left -= len(skipped)
        return size

    def _start_reader(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["git", "cat-file", "--batch"],  # noqa: S607 - the git that the user works with
            cwd=self.folder,
            env={**os.environ, **QUIET},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _run(self, *arguments: str) -> str:
        """Run git and give what it says; names of files that are not UTF-8 arrive as lone surrogates (PEP 383)."""
        try:
            done = subprocess.run(  # noqa: S603 - no shell, and no option comes from outside
                ["git", *arguments],  # noqa: S607 - the git that the user works with
                cwd=self.folder,
                env={**os.environ, **QUIET},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=True,
            )
        except OSError as error:
            raise GitError(f"git cannot be run ({error.strerror})") from error
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode("utf-8", "backslashreplace").strip().split("\n")[0]
            raise GitError(said or "git failed") from error
        return done.stdout.decode("utf-8", "surrogateescape")


def _entry(record: str) -> tuple[str, Entry]:
    """Read mode, type and id, a tab, and the path (git-ls-tree)."""
    about, _, path = record.partition("\t")
    mode, _, object_id = about.split()
    return path, Entry(mode, object_id)
