from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, SequenceNode

from guidec.connector_files.yaml_edit import UnsafeEditError, YamlEdit
from guidec.connector_files.yaml_lines import entry_lines
from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.connector import CONNECTOR_FILE
from guidec.source import Source
from guidec.yaml_nodes import compose, value_at

LINES = "a line\n\n  and another # no comment"


def edited(text: str, values: dict[str, Any]) -> str:
    """Give `text` with `values` in its mapping, after a second time changed nothing."""
    once = edit_once(text, values)
    assert edit_once(once, values) == once
    return once


def edit_once(text: str, values: dict[str, Any]) -> str:
    source = Source(text)
    root = compose(source, CONNECTOR_FILE, "YAML", size=100_000, depth=50)
    assert isinstance(root, MappingNode), root
    edit = YamlEdit(source)
    edit.mapping(root, values)
    return edit.result()


CASES = {
    "a value keeps what stands beside it": ("a: x # why\nb: y\n", {"a": "z"}, 'a: "z" # why\nb: y\n'),
    "an equal value keeps its spelling": ("a: 'x'\n", {"a": "x"}, "a: 'x'\n"),
    "a word that YAML reads otherwise is none": ("a: yes\nb: 1\n", {"b": "1"}, 'a: yes\nb: "1"\n'),
    "a boolean": ("a: yes\nb: True\n", {"a": True, "b": True}, "a: true\nb: True\n"),
    "a new key stands below the last": ("a: x # why\n", {"b": "y"}, 'a: x # why\nb: "y"\n'),
    "without a last line ending": ("a: x", {"b": "y"}, 'a: x\nb: "y"'),
    "below a block scalar": ("a: |-\n  x\n\n# end\n", {"b": "y"}, 'a: |-\n  x\nb: "y"\n\n# end\n'),
    "below one that keeps its line endings": ("a: |+\n  x\n\n", {"b": "y"}, 'a: |+\n  x\n\nb: "y"\n'),
    "below nothing": ("a:\n", {"b": "y"}, 'a:\nb: "y"\n'),
    "in place of nothing": ("a: # why\nb: y\n", {"a": "x"}, 'a: "x" # why\nb: y\n'),
    "a text of lines": (
        "a: x # why\nb: y\n",
        {"a": LINES},
        "# why\na: |-\n  a line\n\n    and another # no comment\nb: y\n",
    ),
    "one line for many": ("a: >- # why\n  x\n  y\nb: y\n", {"a": "z"}, '# why\na: "z"\nb: y\n'),
    "a list for a word": ("a: x\nb: y\n", {"a": ["p", "q"]}, 'a:\n  - "p"\n  - "q"\nb: y\n'),
    "a list for a list": ("a:\n- p # why\n- q\nb: y\n", {"a": ["p"]}, '# why\na:\n  - "p"\nb: y\n'),
    "a mapping": ("a: {}\nb: y\n", {"a": {"p": "q", "r": None}}, 'a:\n  p: "q"\nb: y\n'),
    "a key goes": ("a: x\nb: y # why\nc: z\n", {"b": None}, "a: x\n# why\nc: z\n"),
    "the last key goes and another comes": ("a: x\nb: y\n", {"b": None, "c": "z"}, 'a: x\nc: "z"\n'),
    "inside a flow mapping": (
        "a: {p: q, r: s, t: u}\n",
        {"a": {"r": None, "p": "x", "v": "w"}},
        'a: {p: "x", t: u, v: "w"}\n',
    ),
    "the end of a flow mapping goes": ("a: {p: q, r: s}\n", {"a": {"r": None}}, "a: {p: q}\n"),
    "windows": ("a: x\r\nb: y\r\n", {"a": ["p"], "c": "z"}, 'a:\r\n  - "p"\r\nb: y\r\nc: "z"\r\n'),
    "an item is known by its title": (
        "a:\n  - title: p # why\n    note: own\n  - title: q\n",
        {"a": [{"title": "p", "text": "x"}, {"title": "q"}, {"title": "r"}]},
        'a:\n  - title: p # why\n    note: own\n    text: "x"\n  - title: q\n  - title: "r"\n',
    ),
    "an item goes": (
        "a:\n# of p\n- title: p\n  text: x # why\n- title: q\n",
        {"a": [{"title": "q"}]},
        "a:\n# of p\n# why\n- title: q\n",
    ),
    "an item comes first": (
        "a:\n  - title: q\n",
        {"a": [{"title": "p"}, {"title": "q"}]},
        'a:\n  - title: "p"\n  - title: q\n',
    ),
    "a key behind a dash goes": (
        "a:\n  - text: x # why\n    title: p\n",
        {"a": [{"title": "p", "text": None}]},
        "a:\n  # why\n  - title: p\n",
    ),
    "twice the same key": ("a: x\nr: p\nr: q\n", {"a": "z"}, 'a: "z"\nr: p\nr: q\n'),
}


@pytest.mark.parametrize("case", CASES)
def test_exactly_what_was_asked_for_changes(case: str) -> None:
    text, values, expected = CASES[case]

    assert edited(text, values) == expected


def test_an_item_is_added() -> None:
    for text, expected in (
        ("a:\n  - p: q # why\nb: x\n", 'a:\n  - p: q # why\n  - p: "r"\n    s: true\nb: x\n'),
        ("a: [{p: q}] # why\n", 'a: [{p: q}, {p: "r", s: true}] # why\n'),
    ):
        source = Source(text)
        root = compose(source, CONNECTOR_FILE, "YAML", size=1000, depth=9)
        node = None if isinstance(root, Diagnostic) else value_at(root, "a")
        assert isinstance(node, SequenceNode)
        edit = YamlEdit(source)
        edit.append(node, {"p": "r", "s": True})
        assert edit.result() == expected


@pytest.mark.parametrize("text", ["a: &x\n  p: q\nb: *x\n", "b: &x\n  p: q\na: *x\n"])
def test_what_stands_for_several_values_is_not_changed(text: str) -> None:
    with pytest.raises(UnsafeEditError):
        edit_once(text, {"a": {"p": "r"}})


def test_a_key_that_stands_twice_is_not_changed() -> None:
    with pytest.raises(UnsafeEditError, match="second `a`"):
        edit_once("a: 1\nb: 2\na: 3\n", {"a": "r"})
    assert edit_once("b: 1\na: 1\nb: 2\n", {"a": "r"}) == 'b: 1\na: "r"\nb: 2\n'


def test_a_key_that_is_no_scalar_stays() -> None:
    assert edit_once("? [p, q]\n: x\na: 1\n", {"a": "r"}) == '? [p, q]\n: x\na: "r"\n'


TEXT = st.text(st.sampled_from("ab #:-\n'\"|>{}[]&*\u2028\U0001f600"), max_size=8)
VALUES = st.recursive(
    TEXT | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("pqr"), inner, max_size=3),
    max_leaves=6,
)


@given(
    st.dictionaries(st.sampled_from(["a", "b", "c"]), VALUES, min_size=1),
    st.dictionaries(st.sampled_from(["b", "c", "d"]), VALUES, min_size=1),
)
def test_afterwards_the_values_are_there_and_the_comments_too(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    lines = [f"# {name}\n" + "\n".join(entry_lines(name, value, 0)) + "\n" for name, value in old.items()]
    text = "".join(lines)
    result = edited(text, new)
    values = YAML(typ="safe", pure=True).load(result)

    assert {name: merged(old.get(name), value) for name, value in {**old, **new}.items()} == values
    assert all(f"# {name}\n" in result for name in old)


def merged(old: Any, new: Any) -> Any:
    """Say in other words what a mapping in place of a mapping means."""
    if isinstance(old, dict) and isinstance(new, dict) and old:
        return {**old, **{name: merged(old.get(name), value) for name, value in new.items()}}
    if isinstance(old, list) and isinstance(new, list) and new:
        dicts = all(isinstance(one, dict) for one in (*old, *new))
        if dicts and len(old) == len(new):
            return [merged(one, other) for one, other in zip(old, new, strict=True)]
    return new
