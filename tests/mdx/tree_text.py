"""A tree as text, a node a line: what the dot fixtures hold."""

from __future__ import annotations

from dataclasses import fields

from guidec.mdx.nodes import Node, Root


def tree_text(root: Root) -> str:
    """Print type, place and fields of every node below the root, indented by depth."""
    return "\n".join(line for child in root.children for line in _lines(child, 0))


def diagnostics_text(root: Root) -> str:
    """Print place and message of every diagnostic and of its notes."""
    lines = []
    for found in root.diagnostics:
        lines.append(f"{found.start.line}:{found.start.column} {found.message} [{found.rule.id}]")
        lines.extend(f"  {note.start.line}:{note.start.column} {note.message}" for note in found.notes)
    return "\n".join(lines)


def _lines(node: Node, depth: int) -> list[str]:
    line = "  " * depth + f"{node.type} {_place(node)}"
    for field in fields(node):
        value = getattr(node, field.name)
        if field.name in ("position", "children") or value is None or value == ():
            continue
        line += f" {field.name}={_value(value)}"
    return [line, *(inner for child in getattr(node, "children", ()) for inner in _lines(child, depth + 1))]


def _place(node: Node) -> str:
    if node.position is None:
        return "nowhere"
    start, end = node.position.start, node.position.end
    return f"{start.line}:{start.column}-{end.line}:{end.column}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    return " ".join(_lines(value, 0)) if isinstance(value, Node) else ascii(value)
