"""Nodes as unist JSON and back: the form that `guidec ast` prints and that JavaScript tools exchange."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from guidec.mdx import nodes
from guidec.source import Position

if TYPE_CHECKING:
    from guidec.source import Point, Source

NODE_TYPES: dict[str, type[nodes.Node]] = {
    cls.type: cls
    for cls in vars(nodes).values()
    if isinstance(cls, type) and issubclass(cls, nodes.Node) and "type" in vars(cls) and cls is not nodes.Node
}
_JSON_NAMES = {"reference_type": "referenceType"}
_FIELDS = {
    cls: [
        (f.name, _JSON_NAMES.get(f.name, f.name))
        for f in fields(cls)
        if f.name not in ("position", "diagnostics")
    ]
    for cls in NODE_TYPES.values()
}


def to_dict(node: nodes.Node) -> dict[str, Any]:
    """Give a node as unist JSON: `type`, its fields, `children`, `position`."""
    top = _record(node)
    pending = [(node, top)]
    while pending:  # no recursion: a tree may be hundreds of levels deep
        parent, record = pending.pop()
        if isinstance(parent, nodes.Parent):
            record["children"] = [_record(child) for child in parent.children]
            pending.extend(zip(parent.children, record["children"], strict=True))
    return top


def _record(node: nodes.Node) -> dict[str, Any]:
    """Give a node without its children."""
    record: dict[str, Any] = {"type": node.type}
    for name, key in _FIELDS[type(node)]:
        record[key] = [] if name == "children" else _value(getattr(node, name))
    if node.position is not None:
        record["position"] = {"start": _point(node.position.start), "end": _point(node.position.end)}
    return record


def _value(value: object) -> object:
    if isinstance(value, nodes.Node):
        return _record(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return value


def _point(point: Point) -> dict[str, int]:
    return {"line": point.line, "column": point.column, "offset": point.offset}


def from_dict(record: dict[str, Any], source: Source) -> nodes.Node:
    """Read a node of `source` from unist JSON; columns and offsets must count code points.

    A field that is absent counts as null, absent children as none. Raises KeyError for an unknown `type`.
    """
    records = [record]
    for parent in records:
        records.extend(parent.get("children") or ())
    made: dict[int, nodes.Node] = {}
    for child in reversed(records):
        children = tuple(made[id(grandchild)] for grandchild in child.get("children") or ())
        made[id(child)] = _node(child, children, source)
    return made[id(record)]


def _node(record: dict[str, Any], children: tuple[nodes.Node, ...], source: Source) -> nodes.Node:
    cls = NODE_TYPES[record["type"]]
    place = record.get("position")
    position = Position(source, place["start"]["offset"], place["end"]["offset"]) if place else None
    values = {
        name: children if name == "children" else _read(record.get(key), source) for name, key in _FIELDS[cls]
    }
    return cls(position=position, **values)


def _read(value: object, source: Source) -> Any:
    if isinstance(value, dict):
        return _node(value, (), source)
    if isinstance(value, (list, tuple)):
        return tuple(_read(item, source) for item in value)
    return value
