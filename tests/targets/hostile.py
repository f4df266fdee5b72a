"""Text that has broken outputs of other programs, for tests of every format."""

from __future__ import annotations

from hypothesis import strategies as st

HOSTILE = [
    "no",
    "y",
    "1e3",
    "0x1F",
    "12:30:45",
    "2024-01-01",
    "null",
    "~",
    "=",
    "<<",
    "",
    " ",
    " leading and trailing ",
    "- item",
    "key: value",
    "# no comment",
    "a # no comment",
    '"quoted"',
    "'single'",
    "back\\slash",
    "\\u0041",
    "{{ 7 * 7 }}{% raw %}",
    "${HOME} $(id) `id` $HOME",
    "'; touch pwned; '",
    "*alias",
    "&anchor",
    "!!python/object:os.system",
    "%TAG",
    "--- ",
    "...",
    "line\nbreak",
    "line\r\nbreak\n",
    "\n\nleading",
    "trailing \nspace",
    "tab\there",
    "nul\x00 bell\x07 del\x7f",
    "nel\x85 c1\x9b",
    "line\u2028separator\u2029paragraph",
    "\ufeffbom",
    "\u202eright-to-left",
    "zero\u200bwidth",
    "\ufffe\uffff",
    "astral 😀 \U0010ffff",
    "e\u0301 é",
    "|",
    ">-",
    "? complex",
    "@at `tick",
    "x" * 5000,
]

text = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.text(" \n\t:#-'\"\\{}[]$`ab\u2028\x85", max_size=20),
)
"""Any string that a guide can hold: lone surrogates cannot reach one."""
