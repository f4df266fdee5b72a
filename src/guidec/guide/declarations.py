"""What a file declares before its content is read: imports, exports, and link definitions, wherever they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.dialects import ROOT_ALIASES
from guidec.guide.scope import Snippet
from guidec.guide.snippets import is_text_file, open_snippet
from guidec.mdx import nodes
from guidec.mdx.literal import exported_names, imports

if TYPE_CHECKING:
    from pydantic import JsonValue

    from guidec.guide.expansion import Expansion
    from guidec.guide.scope import Scope
    from guidec.mdx.javascript.modules import Import


ASSET = re.compile(r"^(?:\.{0,2}/).*\.(?:avif|gif|jpe?g|png|svg|webp)$", re.IGNORECASE)
"""An import that brings the address of an image."""
COMPONENT = re.compile(
    r"\bexport\s+(?:default\s+)?(?:const|let|var|(?:async\s+)?function|class)\s+([A-Z][\w$]*)"
)
"""Exports a component that a page makes itself, which guidec cannot see into either."""
LINES = (nodes.Paragraph, nodes.Heading, nodes.Table)
"""What holds words, and so no definition."""


def declare(root: nodes.Root, scope: Scope, expansion: Expansion) -> None:
    """Fill a file's scope with what it declares."""
    for node in root.children:
        if isinstance(node, nodes.MdxjsEsm):
            _declare_esm(node, scope, expansion)
    stack: list[nodes.Node] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, nodes.Definition):
            scope.definitions.setdefault(node.identifier, node)
        elif isinstance(node, nodes.Parent) and not isinstance(node, LINES):
            stack += reversed(node.children)


def _declare_esm(esm: nodes.MdxjsEsm, scope: Scope, expansion: Expansion) -> None:
    start = esm.position.start_offset if esm.position is not None else 0
    values = exported_names(esm.value)
    scope.names.update(values)
    scope.imported.update(name for name in COMPONENT.findall(esm.value) if name not in values)
    stays = "export" in esm.value
    for item in imports(esm.value):
        if is_text_file(item.source):
            _import_file(item, esm, start, scope, expansion)
        else:
            scope.imported.add(item.local)
            stays = True
            if item.imported == "default" and ASSET.search(item.source):
                scope.names[item.local] = item.source
    if stays:
        scope.esm[start] = esm.value


def _import_file(item: Import, esm: nodes.MdxjsEsm, offset: int, scope: Scope, expansion: Expansion) -> None:
    """Bind a name to a file of MDX, or, for a named import, to the value that the file exports."""
    alias = next((alias for alias in ROOT_ALIASES if item.source.startswith(alias)), None)
    specifier = "/" + item.source.removeprefix(alias) if alias else item.source
    snippet = Snippet(specifier, scope.source.span(offset + item.start, offset + item.end), statement=esm)
    if item.imported in ("default", "*"):
        scope.snippets[item.local] = snippet
        return
    opened = open_snippet(snippet, scope.source.path, expansion)
    exports: dict[str, JsonValue] = {}
    for node in opened.root.children if opened else ():
        if isinstance(node, nodes.MdxjsEsm):
            exports.update(exported_names(node.value))
    if item.imported in exports:
        scope.names[item.local] = exports[item.imported]
    else:
        scope.imported.add(item.local)
