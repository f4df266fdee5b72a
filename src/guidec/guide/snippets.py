"""Opens the files that a guide includes; every way in which that can fail is a diagnostic at the import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.diagnostics import Note
from guidec.diagnostics.rules import snippets as rules
from guidec.guide.formats.parse import parse
from guidec.guide.scope import Snippet, Unreadable

if TYPE_CHECKING:
    from collections.abc import Collection

    from guidec.guide.expansion import Expansion
    from guidec.guide.formats.parse import Parsed

MAX_DEPTH = 40
"""How many files may be open inside each other; each costs several frames of Python's stack."""
SUFFIXES = (".mdx", ".md")
"""What an import must end in to be a file of text; anything else is code."""
NO_CODE = ("data:", "file:")
"""Schemes of URLs that no system imports code from."""


def is_text_file(specifier: str) -> bool:
    """Tell whether an import is to bring in a file of MDX or Markdown."""
    specifier = specifier.lower()
    return specifier.endswith(SUFFIXES) or specifier.startswith(NO_CODE)


def open_snippet(snippet: Snippet, importer: str, expansion: Expansion) -> Parsed | None:
    """Read and parse an included file, or report why that cannot be."""
    place = snippet.imported_at
    loaded = expansion.loader.load(snippet.specifier, importer)
    if isinstance(loaded, Unreadable):
        expansion.report(loaded.rule, f"{loaded.reason}: `{snippet.specifier[:100]}`", place)
        return None
    if loaded.path in expansion.open_files:
        circle = " includes ".join(f"`{path}`" for path in (*expansion.open_files[-3:], loaded.path))
        message = f"Unexpected circle of includes ({circle}), expected an end"
        expansion.report(rules.SNIPPET_CYCLE, message, place)
        return None
    if len(expansion.open_files) > MAX_DEPTH:
        message = f"Unexpected include inside of {MAX_DEPTH} others, expected fewer levels"
        expansion.report(rules.SNIPPET_LIMIT, message, place)
        return None
    if loaded.path not in expansion.dependencies:
        expansion.dependencies.append(loaded.path)
    parsed = expansion.parsed.get(loaded.path) or parse(loaded, expansion.most_pieces)
    expansion.parsed[loaded.path] = parsed
    error = next((found for found in parsed.root.diagnostics if found.severity == "error"), None)
    if error is not None:
        message = f"Unexpected syntax error in `{loaded.path}`, expected valid MDX"
        note = Note(error.message, error.path, error.start, error.end)
        expansion.report(rules.SNIPPET_SYNTAX, message, place, note)
        return None
    return parsed


def include_path(name: str, path: str, attributes: Collection[str] = ()) -> str:
    """Give the specifier of an include: from the docs root for `<Snippet>` and `<Include>`, else as it is written.

    `<Snippet file>` names a file in the folder of snippets, `<Include src>` one below the docs root, without suffix;
    `<include cwd>` names one below the folder in which the site is built, which the docs root is taken for.
    """
    if name == "Snippet":
        return f"/snippets/{path}" if not path.startswith("/") else path
    if name == "Include":
        path = path if path.startswith(("/", ".")) else f"/{path}"
        return path if is_text_file(path) else f"{path}.mdx"
    path = path.partition("#")[0]
    return f"/{path}" if "cwd" in attributes and not path.startswith("/") else path
