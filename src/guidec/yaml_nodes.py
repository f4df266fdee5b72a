"""YAML as nodes that know their places: values stay text, and no tag is acted upon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from guidec.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.diagnostics import Rule
    from guidec.source import Position, Source

NULL = "tag:yaml.org,2002:null"
WITHOUT_QUOTES = "is a value without quotes?"
HINTS = {
    "flow": "is a bracket not closed, or a comma missing?",
    "quoted scalar": "is a quote not closed?",
    "block": "is a line indented too little or too much?",
}
"""What was probably forgotten, by words in the context that ruamel.yaml names."""


def compose(source: Source, rule: Rule, what: str, *, size: int, depth: int) -> Node | Diagnostic:
    """Read a file as one YAML document, or break `rule` by what is not YAML or more than `what` can be.

    The offsets of the nodes' marks are those of the source; `size` is in characters, `depth` in levels.
    """
    text = source.text
    message, offset = f"Unexpected size or nesting, expected {what}", 0
    try:
        if len(text) <= size and not _deeper(text, depth):
            root: Node | None = YAML(typ="safe", pure=True).compose(text)
            if root is not None:
                return root
            message = "Unexpected end, expected a mapping"
    except ReaderError as error:
        message, offset = "Unexpected control character, expected YAML", error.position
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message, offset = f"Unexpected text, expected YAML: {_hint(error)}", mark.index
    except YAMLError:
        message = "Unexpected text, expected YAML"
    position = source.span(offset, min(offset + 1, len(text)))
    return Diagnostic.at(rule, message, position)


def _hint(error: MarkedYAMLError) -> str:
    """Guess the slip by what the parser was inside."""
    return next((hint for inside, hint in HINTS.items() if inside in (error.context or "")), WITHOUT_QUOTES)


def _deeper(text: str, depth: int) -> bool:
    """Tell whether YAML nests deeper than `depth`; composing it would be a recursion as deep."""
    level = 0
    for event in YAML(typ="safe", pure=True).parse(text):
        level += {"MappingStartEvent": 1, "SequenceStartEvent": 1}.get(type(event).__name__, 0)
        level -= {"MappingEndEvent": 1, "SequenceEndEvent": 1}.get(type(event).__name__, 0)
        if level > depth:
            return True
    return False


def is_null(node: Node) -> bool:
    """Tell whether a value is null, or not there at all."""
    return isinstance(node, ScalarNode) and node.tag == NULL


def value_at(node: Node | None, *path: str) -> Node | None:
    """Give the value at the end of a path of keys; of two equal keys the first counts."""
    for name in path:
        node = next((value for key, value in entries(node) if key.value == name), None)
    return None if node is None or is_null(node) else node


def text_at(node: Node | None, *path: str) -> str | None:
    """Give the text of the scalar at the end of a path of keys."""
    found = value_at(node, *path)
    return str(found.value) if isinstance(found, ScalarNode) else None


def entries(node: Node | None) -> Iterator[tuple[ScalarNode, Node]]:
    """Give the entries of a mapping whose keys are scalars; none of anything else."""
    if isinstance(node, MappingNode):
        yield from ((key, value) for key, value in node.value if isinstance(key, ScalarNode))


def items(node: Node | None) -> list[Node]:
    """Give the items of a sequence; none of anything else."""
    return list(node.value) if isinstance(node, SequenceNode) else []


def place(source: Source, node: Node) -> Position:
    """Give the place of a node."""
    return source.span(node.start_mark.index, node.end_mark.index)
