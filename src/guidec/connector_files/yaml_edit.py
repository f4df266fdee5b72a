"""Changes values in a YAML text and leaves every other byte as it is, comments above all.

A round trip through a YAML library would do that for most files, but not for all: it drops the second of two equal
keys, and connector files have many a `$ref` twice; it folds long lines anew, and indents in its own way. So the library
says where the values stand, and only those are replaced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from guidec.connector_files.yaml_lines import Value, entry_lines, inline, item_lines, value_lines
from guidec.connector_files.yaml_values import equal, same_ends, scalars
from guidec.source import LINE_ENDING
from guidec.yaml_nodes import entries, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.source import Source

COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")
SPACES = re.compile(r"[ \t]*")
BLOCK_STYLES = ("|", ">")
IDENTITY = "title"
"""What tells the items of a list apart."""


class UnsafeEditError(ValueError):
    """A value cannot be changed alone; the message says what stands at its key."""

    def __init__(self, found: str, key: ScalarNode) -> None:
        super().__init__(found)
        self.key = key


class YamlEdit:
    """Collects changes of one text; the nodes that it is given are those of that text."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        ending = LINE_ENDING.search(self.text)
        self.newline = ending[0] if ending else "\n"
        self.changes: list[tuple[int, int, str]] = []

    def result(self) -> str:
        """Give the text with all changes."""
        parts, end = [], 0
        for start, stop, new in sorted(self.changes, key=lambda change: change[:2]):
            parts += [self.text[end:start], new]
            end = stop
        return "".join(parts) + self.text[end:]

    def mapping(self, node: MappingNode, values: Mapping[str, Value]) -> None:
        """Make each key of `values` have its value; None takes the key away, keys that are not named stay."""
        known: dict[str, tuple[ScalarNode, Node]] = {}
        for key, value in entries(node):
            if key.value in known and key.value in values:  # programs differ about which of the two counts
                raise UnsafeEditError(f"second `{key.value}`", key)
            known[key.value] = (key, value)
        gone = [name for name, wanted in values.items() if wanted is None and name in known]
        for name, wanted in values.items():
            if wanted is not None and name in known:
                self._value(*known[name], wanted, flow=bool(node.flow_style))
        for name in gone:
            self._remove(node, known[name][0])
        new = {name: wanted for name, wanted in values.items() if wanted is not None and name not in known}
        if new:
            self._add(node, new, gone)

    def append(self, node: SequenceNode, value: Value) -> None:
        """Add an item to the end of a sequence that has items."""
        if node.flow_style:
            end = node.end_mark.index - 1
            self._change(end, end, f", {inline(value)}")
        else:
            self._insert(self._end(node), item_lines(value, node.start_mark.column))

    def _value(self, key: ScalarNode, node: Node, value: Value, *, flow: bool) -> None:
        """Make `value` the value of a key, changing as little inside it as possible."""
        if node.anchor or node.start_mark.index < key.end_mark.index:
            raise UnsafeEditError(f"anchor or alias of `{key.value}`", key)
        if isinstance(value, Mapping) and isinstance(node, MappingNode) and node.value:
            self.mapping(node, value)
        elif not equal(node, value) and not self._items(node, value):
            self._replace(key, node, value, flow=flow)

    def _items(self, node: Node, value: Value) -> bool:
        """Change the items of a list of mappings one by one; tell whether that is how it can be done."""
        if not isinstance(node, SequenceNode) or node.flow_style or not isinstance(value, Sequence):
            return False
        new = [item for item in value if isinstance(item, Mapping)]
        old = [item for item in node.value if isinstance(item, MappingNode)]
        if not new or not old or len(new) != len(value) or len(old) != len(node.value):
            return False
        before, after = same_ends([text_at(item, IDENTITY) for item in old], [i.get(IDENTITY) for i in new])
        if len(old) == len(new):
            before, after = len(old), 0
        kept = [*zip(old[:before], new[:before], strict=True)]
        kept += zip(old[len(old) - after :], new[len(new) - after :], strict=True)
        for item, values in kept:
            self.mapping(item, values)
        for item in old[before : len(old) - after]:
            self._remove_item(node, item)
        lines = [
            line
            for item in new[before : len(new) - after]
            for line in item_lines(item, node.start_mark.column)
        ]
        if lines and before:
            self._insert(self._end(old[before - 1]), lines)
        elif lines:
            line = self._line_start(node.start_mark.index)
            self._change(line, line, "".join(f"{one}{self.newline}" for one in lines))
        return True

    # Changes

    def _change(self, start: int, end: int, new: str) -> None:
        self.changes.append((start, end, new))

    def _insert(self, end: int, lines: Sequence[str]) -> None:
        """Put lines below the line in which `end` is."""
        text = self.newline.join(lines)
        if end == self._line_start(end):  # behind a block scalar that keeps its last line endings
            self._change(end, end, text + self.newline)
        else:
            below = self._line_end(end)
            self._change(below, below, self.newline + text)

    def _add(self, node: MappingNode, values: Mapping[str, Value], gone: Sequence[str]) -> None:
        if node.flow_style:
            end = node.end_mark.index - 1
            self._change(end, end, f"{', ' if node.value else ''}{inline(values)[1:-1]}")
            return
        column = node.value[0][0].start_mark.column
        *_, (key, value) = [pair for pair in node.value if pair[0].value not in gone]
        lines = [line for name, part in values.items() for line in entry_lines(name, part, column)]
        self._insert(self._end(value, key), lines)

    def _replace(self, key: ScalarNode, node: Node, value: Value, *, flow: bool) -> None:
        start, end = self._behind_colon(key), self._end(node, key)
        column = key.start_mark.column
        lines = [f" {inline(value)}"] if flow else value_lines(value, column)
        if len(lines) > 1:  # what stands behind the old value would become part of the new one
            end = self._line_end(end)
        self._carry(key, start, end, node)
        self._change(start, end, self.newline.join(lines))

    def _remove(self, node: MappingNode, key: ScalarNode) -> None:
        """Take an entry away: its lines, or in a flow mapping and behind a dash what stands up to the next entry."""
        pairs = node.value
        index = next(number for number, pair in enumerate(pairs) if pair[0] is key)
        start, end = key.start_mark.index, self._end(pairs[index][1], key)
        if not node.flow_style and self._starts_line(start):
            start, end = self._lines(start, end)
        elif index + 1 < len(pairs):
            end = pairs[index + 1][0].start_mark.index
        elif index:
            start = self._end(pairs[index - 1][1], pairs[index - 1][0])
        self._carry(key, start, end, pairs[index][1])
        self._change(start, end, "")

    def _remove_item(self, node: SequenceNode, item: Node) -> None:
        dash = self.text.rindex("-", node.start_mark.index, item.start_mark.index)
        start, end = self._lines(dash, self._end(item))
        self._carry(item, start, end, item)
        self._change(start, end, "")

    def _carry(self, first: Node, start: int, end: int, node: Node) -> None:
        """Move the comments in what is taken away to lines of their own above it."""
        line = self._line_start(first.start_mark.index)
        margin = SPACES.match(self.text, line)
        assert margin is not None
        comments = [f"{margin[0]}{one}{self.newline}" for one in self._comments(start, end, node)]
        if comments:
            self._change(line, line, "".join(comments))

    def _comments(self, start: int, end: int, node: Node) -> Iterator[str]:
        """Give the comments between `start` and `end`: they stand between the scalars of `node`, or behind `|`."""
        offset = start
        for scalar in scalars(node):
            first, last = min(scalar.start_mark.index, end), scalar.end_mark.index
            if first >= offset:
                yield from COMMENT.findall(self.text, offset, first)
            if scalar.style in BLOCK_STYLES:
                yield from COMMENT.findall(self.text, first, self._line_end(first))
            offset = max(offset, last)
        yield from COMMENT.findall(self.text, offset, max(offset, end))

    # Places

    def _behind_colon(self, key: ScalarNode) -> int:
        offset: int = key.end_mark.index
        return self.text.index(":", offset) + 1

    def _end(self, node: Node, key: Node | None = None) -> int:
        """Give the offset behind the last character of a value; that of a block collection is its last scalar's."""
        while isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
            last = node.value[-1]
            key, node = last if isinstance(node, MappingNode) else (None, last)
        start: int = node.start_mark.index
        end: int = node.end_mark.index
        if isinstance(node, ScalarNode) and node.style in BLOCK_STYLES:
            keeps = "+" in self.text[start : self._line_end(start)].partition("#")[0]
            return end if keeps else start + len(self.text[start:end].rstrip())
        if start == end and isinstance(key, ScalarNode):  # a value that is not there stands nowhere
            return self._behind_colon(key)
        return end

    def _lines(self, start: int, end: int) -> tuple[int, int]:
        """Give the whole lines from `start` to `end`, with the last line ending."""
        ending = LINE_ENDING.match(self.text, self._line_end(end))
        return self._line_start(start), ending.end() if ending else len(self.text)

    def _starts_line(self, offset: int) -> bool:
        return not self.text[self._line_start(offset) : offset].strip(" ")

    def _line_start(self, offset: int) -> int:
        return self.source.line_starts[self.source.point(offset).line - 1]

    def _line_end(self, offset: int) -> int:
        ending = LINE_ENDING.search(self.text, offset)
        return ending.start() if ending else len(self.text)
