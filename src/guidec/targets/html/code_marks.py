"""Comments in code that tell a highlighter how to show a line, as Shiki reads them: `// [!code highlight]`."""

from __future__ import annotations

import re

MARK = "[!code "
END = re.compile(r"\[!code (?! *--)[^\]]*\](?:\s*(?:\*/\}?|-->))?")
"""The rest of such a comment. `[!code --]` is none: nothing else would say that its line is to go."""
OPENINGS = ("{/*", "/*", "<!--", "//", "#", "--", ";", "%")
"""What starts a comment in the languages of guides, the longer first."""


def without_marks(code: str) -> str:
    """Give code without the comments for a highlighter, and without the lines that hold nothing else."""
    if MARK not in code:
        return code
    shown = ((line, _without_mark(line)) for line in code.split("\n"))
    return "\n".join(after for line, after in shown if after or after == line)


def _without_mark(line: str) -> str:
    """Give a line without the comment that it ends in; nothing but indentation is nothing."""
    before, mark, rest = line.rpartition(MARK)
    opened = before.rstrip()
    opening = next(filter(opened.endswith, OPENINGS), None)
    if opening is None or not END.fullmatch(mark + rest.rstrip()):
        return line
    return opened.removesuffix(opening).rstrip()
