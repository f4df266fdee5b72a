"""The import statements of a guide that moves: each documentation system has its components from its own packages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx import nodes as n

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidec.guide.dialects.style import Module

IMPORT = re.compile(
    r"""^import\b[^;'"]{0,2000}(?P<quote>["'])(?P<path>[^"'\n]{1,300})(?P=quote)[ \t]*;?[ \t]*(?:\n|\Z)""",
    re.MULTILINE,
)
NAMES = re.compile(r"[\w$]+")


def imports_for(tree: n.Node, modules: Sequence[Module], written: Iterable[str]) -> list[str]:
    """Give the statements for the components that `tree` uses and no statement of `written` names."""
    used = _components(tree) - {name for statement in written for name in NAMES.findall(statement)}
    return [
        _statement(module, names)
        for module in modules
        if (names := [name for name in module.names if name in used])
    ]


def without_imports(statements: Iterable[str], packages: Sequence[str]) -> Iterator[str]:
    """Give blocks of ESM without what they import from `packages`."""

    def kept(match: re.Match[str]) -> str:
        path = match["path"]
        return (
            "" if any(path == package or path.startswith(f"{package}/") for package in packages) else match[0]
        )

    for statement in statements:
        if rest := IMPORT.sub(kept, statement).strip("\n"):
            yield rest


def _statement(module: Module, names: list[str]) -> str:
    what = names[0] if module.default else f"{{ {', '.join(names)} }}"
    return f"import {what} from '{module.path}';"


def _components(tree: n.Node) -> set[str]:
    """Give the names of the components in a tree; of `Tabs.Tab` the first part."""
    names: set[str] = set()
    pending = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, n.MdxJsxElement) and node.name:
            names.add(node.name.partition(".")[0])
        if isinstance(node, n.Parent):
            pending += node.children
    return names
