"""Labels of definitions and references: what makes two of them the same."""

from __future__ import annotations

import re

_WHITE_SPACE = re.compile(r"[\t\n\r ]+")


def normalize_identifier(label: str) -> str:
    """Give the form in which labels are compared: white space collapsed, case folded.

    Lower case comes before upper case because some letters count as upper case and still change (`ẞ` becomes `SS`).
    The `identifier` field of mdast is this form in lower case.
    """
    return _WHITE_SPACE.sub(" ", label).strip(" ").lower().upper()
