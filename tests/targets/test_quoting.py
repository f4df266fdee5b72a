from __future__ import annotations

import json
import re
from io import StringIO

import pytest
import yaml
from hostile import HOSTILE, text
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from guidec.targets import quoting, yaml_subset


def loaded(document: str) -> list[object]:
    """Load YAML with every loader that the tests have."""
    return [
        yaml.safe_load(document),
        YAML(typ="safe", pure=True).load(StringIO(document)),
        yaml_subset.load(document),
    ]


@pytest.mark.parametrize("value", HOSTILE)
def test_quoted_scalar_loads_to_the_same_string(value: str) -> None:
    assert loaded(f"key: {quoting.quoted(value)}\n") == [{"key": value}] * 3


@given(text)
def test_any_quoted_scalar_loads_to_the_same_string(value: str) -> None:
    line = quoting.quoted(value)
    assert json.loads(line) == value
    assert len(f"{line} ".splitlines()) == 1
    assert loaded(f"- {line}\n- end: {line}\n") == [[value, {"end": value}]] * 3


@given(text)
def test_any_block_loads_to_the_same_string(value: str) -> None:
    document = f"a:\n  - b: {quoting.block(value, 6)}\n    c: {quoting.block(value, 6)}\nd: x\n"
    assert loaded(document) == [{"a": [{"b": value, "c": value}], "d": "x"}] * 3


def test_plain_lines_become_a_literal_block() -> None:
    assert quoting.block("one\n\n- two\n# three", 4) == "|-\n    one\n\n    - two\n    # three"


@given(text.filter(lambda value: len(value) <= 100))
def test_word_loads_to_the_same_string_as_key_and_value(value: str) -> None:
    word = quoting.word(value)
    assert loaded(f"{word}: {word}\n") == [{value: value}] * 3


def test_word_is_plain_where_that_is_safe() -> None:
    assert [quoting.word(w) for w in ("client_id", "clientId", "no", "Null", "1e3", "a b")] == [
        "client_id",
        "clientId",
        '"no"',
        '"Null"',
        '"1e3"',
        '"a b"',
    ]


@given(st.lists(text, min_size=1, max_size=3).map("".join))
def test_comment_stays_on_its_line(value: str) -> None:
    document = f"a: x\n# {quoting.comment(value)}\nb: y\n"
    assert len(document.splitlines()) == 3
    assert loaded(document) == [{"a": "x", "b": "y"}] * 3


@given(
    st.lists(st.one_of(text, st.sampled_from([" ", "  ", "\t", "\u00a0", "\u200b", "\u2028", "a"]))).map(
        "".join
    )
)
def test_comment_has_no_white_space_but_single_spaces_and_nothing_unseen(value: str) -> None:
    words = re.split(f"[{quoting.UNSEEN}\\s]+", value)
    assert " ".join(words).strip()[:100] == quoting.comment(value)[:100]


def test_comment_is_bounded() -> None:
    assert quoting.comment("word " * 100_000).endswith("…")
    assert len(quoting.comment("x" * 5000)) == 200
