"""What a block of code is called: the file name or title in its info string."""

from __future__ import annotations

import re

NAMED = re.compile(
    r"""\b(?:title|filename|file|name|label)=(?:"(?P<double>[^"]+)"|'(?P<single>[^']+)'|(?P<bare>[^\s{}]+))"""
)
SETTING = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]|/[^/]*/|\b[\w-]+=(?:\"[^\"]*\"|'[^']*'|\S+)")
SWITCHES = frozenset(
    "copy expandable lines live nocheck nocopy npm2yarn nowrap showlinenumbers ts2js twoslash wrap".split()
)
"""Words that tell the documentation system how to show the code, in lower case."""
LONGEST = 400
"""How much of an info string is read, in characters."""


def code_name(meta: str | None) -> str | None:
    """Give the name in the rest of an info string: `title="x"`, `filename="x"`, or plain words; None without one."""
    read = (meta or "")[:LONGEST]
    if named := NAMED.search(read):
        return named["double"] or named["single"] or named["bare"]
    words = [word for word in SETTING.sub(" ", read).split() if word.lower() not in SWITCHES]
    return " ".join(words) or None
