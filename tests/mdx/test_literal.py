"""Literals as values, and what modules import and export."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidec.mdx.literal import Literal, evaluate, exported_names, imports

NAMES = {"props": {"title": "Okta", "steps": [1, 2], "if": None}, "é": 2}

LITERALS = {
    "'a\"'": 'a"',
    r'"\n\x41\u0042\u{43}\
\'\z\0"': "\nABC'z\0",
    r'"\u{1F600}\ud83d\ude00"': "😀😀",
    r'"\ud83d"': "\ufffd",
    "12": 12,
    "-1.5e1": -15,
    ".5": 0.5,
    "0x1F": 31,
    "1_000": 1000,
    "9007199254740993": 9007199254740992,
    "true": True,
    "false": False,
    "null": None,
    "undefined": None,
    "[]": [],
    "[1, 'a', [null],]": [1, "a", [None]],
    "{}": {},
    "{a: 1, 'b-c': {}, 2: [], if: true, é,}": {"a": 1, "b-c": {}, "2": [], "if": True, "é": 2},
    "`a`": "a",
    "`a\r\nb\\``": "a\nb`",
    "`${props.title}: ${é}${true}${null}`": "Okta: 2truenull",
    "props.title": "Okta",
    "props . steps": [1, 2],
    "props.if": None,
    " /* a */ 1 // b\n": 1,
}


@pytest.mark.parametrize(("source", "value"), LITERALS.items())
def test_literal(source: str, value: object) -> None:
    assert evaluate(source, NAMES) == Literal(value)


NO_LITERALS = """
1 + 1|!true|-props|f()|props.missing|props?.title|props["title"]|missing|`${1 + 1}`|`${props}`|(1)|[...props.steps]
{...props}|{[a]: 1}|{a() {}}|{get a() {}}|{__proto__: null}|[,1]|1n|1e999|NaN|/a/|a => 1|<a/>|new Date()|1 2|"a" "b"
{a 1}|[1|{a: 1|'a|`a|0x|017|"\\01"|1;|...props|class {}|async|
"""


@pytest.mark.parametrize("source", NO_LITERALS.strip().replace("\n", "|").split("|"))
def test_no_literal(source: str) -> None:
    assert evaluate(source, NAMES) is None


def test_depth_is_bounded() -> None:
    assert evaluate("[" * 50 + "]" * 50) is not None
    assert evaluate("[" * 5_000 + "]" * 5_000) is None


def test_size_is_bounded() -> None:
    doubled = "".join(f"export const a{n} = [a{n - 1}, a{n - 1}]\n" for n in range(1, 64))
    values = exported_names(f"export const a0 = '{'x' * 100}'\n{doubled}")
    assert 5 < len(values) < 20
    assert len(json.dumps(values)) < 5_000_000


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda values: (
        st.lists(values) | st.dictionaries(st.text().filter(lambda key: key != "__proto__"), values)
    ),
    max_leaves=10,
)


@given(JSON_VALUES, st.booleans())
def test_json_is_its_own_value(value: object, ascii_only: bool) -> None:
    assert evaluate(json.dumps(value, ensure_ascii=ascii_only)) == Literal(value)


@given(st.text(st.sampled_from("[]{}:,'\"`$.-0123456789eax \n\\u/*"), max_size=20))
def test_no_source_raises(source: str) -> None:
    literal = evaluate(source, {"a": {"x": "y"}})
    if literal is not None:
        json.dumps(literal.value, allow_nan=False)


def test_exported_names() -> None:
    esm = """
export const a = 1, b = {c: [a]}
export const d = b.c, e = f()
export let g = 1
export const {h} = b, i = `${a}!`
export function j() { return `
export const k = 1` }
// export const l = 1
export const m = 2;
"""
    assert exported_names(esm) == {"a": 1, "b": {"c": [1]}, "d": [1], "i": "1!", "m": 2}


def test_exported_names_may_use_names_of_other_blocks() -> None:
    assert exported_names("export const b = [a, c]", {"a": 1, "c": 2}) == {"b": [1, 2]}


def test_imports() -> None:
    esm = "import A, {b as c, default as d} from './e.mdx';\nimport * as f from \"g\"\nimport 'h'\nexport {i}"
    first, second = (0, esm.index(";") + 1), (esm.index("import *"), esm.index("\nimport 'h'"))
    found = [(item.source, item.local, item.imported, (item.start, item.end)) for item in imports(esm)]
    assert found == [
        ("./e.mdx", "A", "default", first),
        ("./e.mdx", "c", "b", first),
        ("./e.mdx", "d", "default", first),
        ("g", "f", "*", second),
    ]


def test_imports_in_strings_and_comments_are_none() -> None:
    assert imports("export const a = `\nimport b from 'c'\n` // import d from 'e'") == ()
