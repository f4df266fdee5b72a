"""Reads a guide and the files that it includes, and remembers what each of them was."""

from __future__ import annotations

import hashlib
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from guidec.diagnostics.diagnostic import Diagnostic
from guidec.diagnostics.rules.files import OUTSIDE_CONTENT_ROOT, UNREADABLE_FILE
from guidec.diagnostics.rules.snippets import SNIPPET_NOT_FOUND, SNIPPET_OUTSIDE_ROOT
from guidec.file_names import wrong_name
from guidec.files import decode
from guidec.guide.scope import Unreadable
from guidec.lookups import Lookups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.files import Readable
    from guidec.guide.anchors import Anchors
    from guidec.source import Source

URL = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
"""A scheme (RFC 3986, section 3.1), but no drive letter."""
LONGEST = 100
"""Characters of a path in a message."""
KEPT_PAGES = 1000
"""Pages whose anchors are kept for the guides to come."""
KEPT_TEXT = 1 << 24
"""Characters of included files that are kept for the guides to come."""
_RULES = {UNREADABLE_FILE: SNIPPET_NOT_FOUND, OUTSIDE_CONTENT_ROOT: SNIPPET_OUTSIDE_ROOT}


class Loader:
    """Reads guides one after the other; a file that many of them include is read once."""

    def __init__(self, files: Readable, *, sees_site: bool = True) -> None:
        self.files = files
        self.docs_root = files.docs_folder
        """The docs root, relative to the content root."""
        self.sees_site = sees_site
        """Whether the guides have a place among other files; a text that was passed in has none."""
        self.inputs: dict[str, str | None] = {}
        """SHA-256 of all files behind the guide that was opened last, by path; None for one that could not be read."""
        self.answers: dict[str, str | None] = {}
        """What the links of that guide asked about other files, and the answers."""
        self._forget()

    def open_guide(self, path: str) -> Source | Diagnostic:
        """Read the guide at `path`, relative to the content root, or say why it is not read."""
        if self._text > KEPT_TEXT or len(self._anchors) > KEPT_PAGES or self._lookups.are_many:
            self._forget()
        source, digest = self._read(path)
        self.inputs, self.answers = {path: digest}, {}
        return wrong_name(path) or source

    def load(self, specifier: str, importer: str) -> Source | Unreadable:
        """Read the file that `specifier` names in the file with the path `importer` (relative to the content root).

        A specifier that starts with `/` is relative to the docs root, any other to the importer's folder. A file that
        is spelled differently, or named through a symbolic link, is still the same `Source` with the same path.
        """
        if URL.match(specifier):
            return Unreadable(
                SNIPPET_OUTSIDE_ROOT, "Unexpected URL, expected the path of a file inside the content root"
            )
        try:
            path = self._locate(specifier, importer)
        except ValueError:
            return Unreadable(
                SNIPPET_NOT_FOUND, "Unexpected characters in a path, expected the path of a file"
            )
        if path not in self._snippets:
            self._snippets[path] = self._read(path)
            self._text += len(path) + _length(self._snippets[path][0])
        found, self.inputs[path] = self._snippets[path]
        if isinstance(found, Diagnostic):
            message = found.message + self._where(specifier, path) * (found.rule is UNREADABLE_FILE)
            return Unreadable(_RULES.get(found.rule, found.rule), message)
        return found

    def _locate(self, specifier: str, importer: str) -> str:
        """Give the path of an included file; the same ones are included over and over."""
        key = specifier, importer
        if key not in self._paths:
            self._paths[key] = self.files.locate(specifier, importer)
            self._text += len(specifier) + len(importer)
        return self._paths[key]

    def _forget(self) -> None:
        """Know nothing about other files, or no longer: memory must not grow with the number of guides.

        All at once: the anchors of a page that is saved meanwhile must not be kept beside the hash of its new text.
        """
        self._lookups = Lookups(self.files)
        self._anchors: dict[str, Anchors | None] = {}
        self._behind_anchors: dict[str, list[str]] = {}
        self._snippets: dict[str, tuple[Source | Diagnostic, str | None]] = {}
        self._paths: dict[tuple[str, str], str] = {}
        self._text = 0

    def _where(self, specifier: str, path: str) -> str:
        """Say where a file was looked for, and for a path from the docs root which folder that is."""
        root = f" (`docs_root` is `{self.docs_root[:LONGEST]}`)" if specifier.startswith("/") else ""
        return f" at `{path[:LONGEST]}` from the content root{root}"

    def look_up(self, question: str) -> str | None:
        """Answer a question of `Lookups`, and remember that it was asked."""
        self.answers[question] = self._lookups.answer(question)
        return self.answers[question]

    def names(self, folder: str) -> list[str]:
        """Give what the addresses of the pages in a folder below the content root end in."""
        return self._lookups.names("" if folder == "." else f"{folder}/")

    def open_page(self, path: str) -> Source | None:
        """Read a file that the guide does not include, such as one that it links to."""
        path = path.removeprefix("./")
        self.look_up(f"content {path}")
        source = self._read(path)[0]
        return None if isinstance(source, Diagnostic) else source

    @contextmanager
    def aside(self, path: str) -> Iterator[dict[str, Anchors | None]]:
        """Read what does not become part of the guide, for the anchors of the page at `path`; give all known ones.

        Whatever is read for them, the guide's answers depend on it, whichever guide asked first.
        """
        inputs, self.inputs = self.inputs, {}
        yield self._anchors
        behind = self._behind_anchors.setdefault(path, [path, *self.inputs])
        self.inputs = inputs
        for file in behind:
            self.look_up(f"content {file}")

    def _read(self, path: str) -> tuple[Source | Diagnostic, str | None]:
        data = self.files.read_bytes(path)
        if isinstance(data, Diagnostic):
            return data, None
        return decode(data, path), hashlib.sha256(data).hexdigest()


def _length(found: Source | Diagnostic) -> int:
    return 0 if isinstance(found, Diagnostic) else len(found.text)
