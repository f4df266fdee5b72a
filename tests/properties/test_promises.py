"""What `fuzz/promises.py` promises for any bytes, on made-up ones, and on those that once broke a promise."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
FOUND = sorted(path for path in Path(__file__).with_name("found").rglob("*") if path.is_file())
sys.path.insert(0, str(ROOT / "fuzz"))

from promises import PROMISES  # noqa: E402

WORDS = [
    line.strip()[1:-1].encode().decode("unicode_escape").encode("latin-1")
    for line in (ROOT / "fuzz/words.dict").read_text().splitlines()
]
PIECES = st.one_of(
    st.sampled_from(WORDS), st.sampled_from([b" ", b"\n", b"\n\n", b"a", b"\t"]), st.binary(max_size=3)
)
INPUTS = st.lists(PIECES, max_size=40).map(b"".join)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_once_broke_a_promise_does_not_again(path: Path) -> None:
    PROMISES[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", PROMISES)
@given(data=INPUTS)
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_any_input_keeps_the_promise(name: str, data: bytes) -> None:
    PROMISES[name](data)


@pytest.mark.parametrize("name", PROMISES)
@pytest.mark.parametrize(
    "data", [b"", b"\0", b"\n", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\x85\xe2\x80\xa8"]
)
def test_the_shortest_inputs_keep_the_promise(name: str, data: bytes) -> None:
    PROMISES[name](data)
