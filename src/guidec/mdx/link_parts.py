"""The parts of links and definitions as Markdown: label, destination and title (CommonMark 0.31, 4.7 and 6.3)."""

from __future__ import annotations

import re

from guidec.mdx.escape import escape_string

LABEL_PART = re.compile(r"\\[!-/:-@\[-`{-~]|.", re.DOTALL)
NEEDS_POINTED = re.compile(r"""[\x00- \x7f]|\A[<"']""")


def label(written: str, identifier: str, mark: str = "") -> str:
    """Write the label of a definition or reference.

    Labels match by their source, escapes included (CommonMark 0.31, section 4.7): these come from
    `identifier`, which is the source in lower case, and capitals from `written`, where escapes are decoded.
    """
    parts = LABEL_PART.findall(identifier)
    characters = re.sub(r"\s+", " ", written).strip()
    if len(parts) == len(characters):
        restored = "".join(
            part if len(part) == 2 else character for part, character in zip(parts, characters, strict=True)
        )
        if restored.lower() == identifier:
            return f"[{mark}{restored}]"
    return f"[{mark}{identifier}]"


def destination(url: str) -> str:
    """Write the destination of a link, between pointed brackets where it cannot stand bare."""
    escaped = escape_string(url)
    if NEEDS_POINTED.search(url):
        return "<" + escaped.replace("<", "\\<").replace(">", "\\>") + ">"
    return escaped if _is_balanced(url) else escaped.replace("(", "\\(").replace(")", "\\)")


def _is_balanced(url: str) -> bool:
    depth = 0
    for character in url:
        depth += (character == "(") - (character == ")")
        if not 0 <= depth <= 32:
            return False
    return depth == 0


def quoted_title(title: str) -> str:
    """Write the title of a link between quotation marks."""
    return '"' + escape_string(title).replace('"', '\\"') + '"'
