"""Opens the files that a guide includes; every way in which that can fail is a diagnostic at the import."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic, Note
from guidec.diagnostics.rules import snippets as rules
from guidec.guide import mdx_in_markdown
from guidec.guide.directives import find_directives, in_tree, mask
from guidec.guide.html_reader import read_page
from guidec.guide.scope import Snippet, Unreadable
from guidec.mdx import nodes
from guidec.mdx.parse import parse_mdx, too_large

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from guidec.diagnostics import Rule
    from guidec.guide.directives import Marker
    from guidec.guide.draft import DraftRead
    from guidec.guide.scope import Expansion
    from guidec.mdx.nodes import Root
    from guidec.source import Position, Source

MAX_DEPTH = 40
"""How many files may be open inside each other; each costs several frames of Python's stack."""
SUFFIXES = (".mdx", ".md")
"""What an import must end in to be a file of text; anything else is code."""

HTML_SUFFIXES = (".html", ".md")
"""What the name of a file ends in that may hold HTML."""
NO_CODE = ("data:", "file:")
"""Schemes of URLs that no system imports code from."""
DRAFT_SUFFIXES = (".yaml", ".yml", ".json")
"""What the name of a guide's draft ends in."""


def is_text_file(specifier: str) -> bool:
    """Tell whether an import is to bring in a file of MDX or Markdown."""
    specifier = specifier.lower()
    return specifier.endswith(SUFFIXES) or specifier.startswith(NO_CODE)


@dataclass(frozen=True)
class Parsed:
    """A file as a syntax tree, its directives still to be put together."""

    source: Source
    """The source that the tree's positions point into."""
    root: Root
    markers: dict[int, Marker]
    draft: DraftRead | None = None
    """The draft that the tree was made of, if it was."""

    @cached_property
    def size(self) -> int:
        """The number of its nodes."""
        return count_nodes([self.root])


def count_nodes(content: Iterable[nodes.Node]) -> int:
    """Count nodes and everything in them."""
    return sum(1 for _ in _everything(content))


def count_text(content: Iterable[nodes.Node]) -> int:
    """Count the characters of nodes and everything in them, as they stand in their sources."""
    leaves = (
        node for node in _everything(content) if not isinstance(node, nodes.Parent) or not node.children
    )
    return sum(len(node.position.text) for node in leaves if node.position)


def _everything(content: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    stack = [*content]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, nodes.Parent):
            stack += node.children


def parse(source: Source, most_pieces: int) -> Parsed:
    """Parse a file, by what its name ends in; one of MDX may hold directives."""
    suffix = PurePosixPath(source.path).suffix.lower()
    if suffix in HTML_SUFFIXES and source.text.count("<") > most_pieces:
        return Parsed(source, too_large(source, 0, most_pieces), {})
    if suffix == ".html":
        return Parsed(source, read_page(source), {})
    if suffix in DRAFT_SUFFIXES:
        from guidec.guide.draft import read_draft

        draft = read_draft(source)
        return Parsed(source, draft.root, {}, draft)
    source = mdx_in_markdown.unwrap(source)
    reader = mdx_in_markdown.read if suffix == ".md" else partial(parse_mdx, heading_ids=True)
    read = partial(reader, most_pieces=most_pieces)
    markers = find_directives(source)
    masked = mask(source, markers)
    root = read(masked)
    real = in_tree(markers, root)
    if len(real) < len(markers):
        masked = mask(source, real)
        root = read(masked)
    return Parsed(root.position.source if root.position else masked, root, real)


def open_snippet(snippet: Snippet, importer: str, expansion: Expansion) -> Parsed | None:
    """Read and parse an included file, or report why that cannot be."""
    loaded = expansion.loader.load(snippet.specifier, importer)
    if isinstance(loaded, Unreadable):
        _report(snippet, expansion, loaded.rule, f"{loaded.reason}: `{snippet.specifier[:100]}`")
        return None
    if loaded.path in expansion.open_files:
        circle = " includes ".join(f"`{path}`" for path in (*expansion.open_files[-3:], loaded.path))
        message = f"Unexpected circle of includes ({circle}), expected an end"
        _report(snippet, expansion, rules.SNIPPET_CYCLE, message)
        return None
    if len(expansion.open_files) > MAX_DEPTH:
        message = f"Unexpected include inside of {MAX_DEPTH} others, expected fewer levels"
        _report(snippet, expansion, rules.SNIPPET_LIMIT, message)
        return None
    if loaded.path not in expansion.dependencies:
        expansion.dependencies.append(loaded.path)
    parsed = expansion.parsed.get(loaded.path) or parse(loaded, expansion.most_pieces)
    expansion.parsed[loaded.path] = parsed
    error = next((found for found in parsed.root.diagnostics if found.severity == "error"), None)
    if error is not None:
        message = f"Unexpected syntax error in `{loaded.path}`, expected valid MDX"
        note = Note(error.message, error.path, error.start, error.end)
        _report(snippet, expansion, rules.SNIPPET_SYNTAX, message, note)
        return None
    return parsed


def _report(snippet: Snippet, expansion: Expansion, rule: Rule, message: str, *notes: Note) -> None:
    found = Diagnostic.at(rule, message, snippet.imported_at, notes=notes)
    if found not in expansion.reported:
        expansion.reported.add(found)
        expansion.diagnostics.append(found)


def report_limit(snippet: Snippet, expansion: Expansion) -> None:
    """Report, once, that included files bring more than the limit allows."""
    if not any(found.rule is rules.SNIPPET_LIMIT for found in expansion.diagnostics):
        limit = expansion.max_nodes
        message = f"Unexpected node number {limit + 1} from included files, expected at most {limit}"
        _report(snippet, expansion, rules.SNIPPET_LIMIT, message)


def may_bring(characters: int, place: Position | None, expansion: Expansion) -> bool:
    """Count text that is brought into the guide; report, once, that it is more than the limit allows."""
    expansion.text += characters
    if expansion.text <= expansion.max_text:
        return True
    if place is not None and not any(found.rule is rules.EXPANSION_LIMIT for found in expansion.diagnostics):
        message = f"Unexpected text brought in, expected at most {expansion.max_text} characters in all"
        expansion.diagnostics.append(Diagnostic.at(rules.EXPANSION_LIMIT, message, place))
    return False


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
