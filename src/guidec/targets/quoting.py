"""How text of a guide is written into YAML and into comments, so that it stays the text it was.

Every YAML 1.1 and 1.2 loader reads a double-quoted scalar as a string, whatever stands in it. Characters that
some loader refuses or takes for a line ending, and those that a reader cannot see, are written as escapes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

UNSEEN = (
    "\x00-\x1f\x7f-\xa0\xad"  # controls, NEL and no-break space among them, soft hyphen
    "\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # zero width, separators, bidi controls
    "\ud800-\udfff\ufff9-\ufffb\ufffe\uffff"  # surrogates, annotations, non-characters
)
ESCAPED = re.compile(f'["\\\\{UNSEEN}]')
NO_COMMENT = re.compile(f"[{UNSEEN}\\s]+")
SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
BLOCK_LINES = re.compile(rf"(?![ \n])(?:[^{UNSEEN}]*(?<! )\n)+[^{UNSEEN}]*(?<![ \n])")
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
YAML_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
COMMENT_LIMIT = 200


def _escape(match: re.Match[str]) -> str:
    return SHORT_ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04x}"


def quoted(text: str) -> str:
    """Write `text` as a double-quoted YAML scalar on one line (YAML 1.2.2, 7.3.1), also a JSON string."""
    return f'"{ESCAPED.sub(_escape, text)}"'


def block(text: str, indent: int) -> str:
    """Write text of several lines as a literal block scalar (YAML 1.2.2, 8.1.2), `indent` columns in.

    Text of one line, and text that a literal block cannot hold unchanged, is double-quoted.
    """
    if "\n" not in text or not BLOCK_LINES.fullmatch(text):
        return quoted(text)
    margin = " " * indent
    return "|-\n" + "\n".join(f"{margin}{line}" if line else "" for line in text.split("\n"))


def entry(text: str | None, key: str, column: int) -> str:
    """Write an entry of a mapping that starts at `column`, line ending included; nothing where there is no text."""
    return "" if text is None else f"{' ' * column}{key}: {block(text, column + 2)}\n"


def listed(texts: Iterable[str] | None, key: str, column: int) -> str:
    """Write an entry whose value is a sequence, in the same way."""
    if texts is None:
        return ""
    margin = " " * column
    return f"{margin}{key}:\n" + "".join([f"{margin}  - {block(text, column + 6)}\n" for text in texts])


def word(name: str) -> str:
    """Write a name, plain where every loader takes it for a string."""
    return name if PLAIN.fullmatch(name) and name.lower() not in YAML_WORDS else quoted(name)


def comment(text: str) -> str:
    """Make `text` fit for a comment: one line of visible characters, at most 200."""
    # Most texts are fit already, and to replace each space in them by another took a hundredth of a build.
    is_fit = text.isprintable() and "  " not in text
    line = (text if is_fit else NO_COMMENT.sub(" ", text)).strip()
    return line if len(line) <= COMMENT_LIMIT else line[: COMMENT_LIMIT - 1].rstrip() + "…"
