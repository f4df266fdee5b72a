"""Regular expressions (ECMA-262, section 22.2.1 with annex B.1.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from guidec.mdx.javascript.characters import OTHER_SPACE, continues_identifier, starts_identifier

_LINE_END = r"\r\n\u2028\u2029"
REGULAR_EXPRESSION = re.compile(
    rf"""/(?![*/])(?P<body>(?:[^\\/\[{_LINE_END}]|\\[^{_LINE_END}]|\[(?:[^\]\\{_LINE_END}]|\\[^{_LINE_END}])*+\])++)/
    (?P<flags>(?:[^\x00-#%-/:-@\[-^`{{-\x7f{OTHER_SPACE}]|\\)*+)""",
    re.VERBOSE,
)
_FLAGS = frozenset("dgimsuvy")
_PIECE = re.compile(
    r"""
      (?P<assertion>[$^]|\\[bB])
    | (?P<open>\((?:\?(?:<?[=!]|:|<(?P<name>[^>]*)>))?)
    | (?P<close>\))
    | (?P<bar>\|)
    | (?P<quantifier>(?:[*+?]|\{(?P<least>[0-9]+)(?P<comma>,(?P<most>[0-9]*))?\})\??)
    | (?P<class>\[(?:[^\]\\]|\\.)*\])
    | (?P<reference>\\(?:k<(?P<to>[^>]*)>|(?P<number>[1-9][0-9]*)))
    | (?P<escape>\\.)
    | (?P<character>[^*+?()])
    """,
    re.VERBOSE | re.DOTALL,
)
_UNICODE_ESCAPE = re.compile(
    r"\\(?:[dDsSwWfnrtv^$\\.*+?()\[\]{}|/]|0(?![0-9])|c[A-Za-z]|x[0-9a-fA-F]{2}|[pP]\{\w+(?:=\w+)?\}"
    r"|u(?:[0-9a-fA-F]{4}|\{0*(?:10|[0-9a-fA-F])?[0-9a-fA-F]{1,4}\}))"
)


def find_flaw(body: str, flags: str) -> str | None:
    """Say what is wrong with a regular expression.

    Not looked into: set notation (flag `v`), and whether Unicode properties exist.
    """
    return None
