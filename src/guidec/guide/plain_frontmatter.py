"""Frontmatter of the plainest kind, `key: some words` and nothing else, without a YAML parser.

Most guides have no other, and a whole YAML parser took a twentieth of a guide's way for it. What is read here is read
the same by YAML; whatever could mean more there, a number, an escape, a second line, is left to the parser.
"""

from __future__ import annotations

import re
from typing import NamedTuple

UNUSUAL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u2028-\u202f\ud800-\U0010ffff]")
"""What is left to the parser wherever it stands, so that the pattern below need not know of it."""
ENTRY = re.compile(
    r"""
      (?P<key>[A-Za-z][A-Za-z0-9_-]{0,99}):[ ]
      (?P<value>
          [A-Za-z](?:[^\n#:]|(?<![ ])\#|:(?=[^ \n]))*(?<![ ])
        | "[^\n"\\]*"
        | '[^\n']*'
      )
      (?:\n|\Z)
    """,
    re.VERBOSE,
)
CONSTANTS = frozenset({"null", "true", "false"})


class Entry(NamedTuple):
    """The text of a value, and the offsets at which it starts and ends, quotation marks included."""

    text: str
    start: int
    end: int


def read_plain(yaml: str) -> dict[str, Entry] | None:
    """Read entries of plain text, a line each; None where there is anything else, or nothing."""
    if UNUSUAL.search(yaml):
        return None
    entries: dict[str, Entry] = {}
    at = 0
    while at < len(yaml):
        line = ENTRY.match(yaml, at)
        if line is None or line["key"] in entries or not CONSTANTS.isdisjoint(map(str.lower, line.groups())):
            return None
        value = line["value"]
        text = value[1:-1] if value[0] in "\"'" else value
        entries[line["key"]] = Entry(text, *line.span("value"))
        at = line.end()
    return entries or None
