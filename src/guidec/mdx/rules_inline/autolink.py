"""Autolinks in angle brackets. Markdown has them, MDX has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_URL = re.compile(r"<([A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\x00-\x20<>\x7f]*+)>")
_EMAIL = re.compile(rf"<([A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~\-]++@{_LABEL}(?:\.{_LABEL})*)>")


def autolink(state: MdxStateInline, silent: bool) -> bool:
    """Take a URL or e-mail address in angle brackets.

    > | ask <me@example.com> or read
            ^^^^^^^^^^^^^^^^

    """
    url = _URL.match(state.src, state.pos)
    email = None if url else _EMAIL.match(state.src, state.pos)
    found = url or email
    if found is None:
        return False
    if silent:
        state.pos = found.end()
        return True
    start = state.pos
    opening = state.add("link_open", start, markup="autolink")
    opening.tag, opening.nesting, opening.info = "a", 1, "auto"
    opening.attrs = {"href": found[1] if url else f"mailto:{found[1]}"}
    state.pos = start + 1
    state.add("text", found.end() - 1, content=found[1])
    state.add("link_close", found.end(), markup="autolink")
    closing = state.tokens[-1]
    closing.tag, closing.nesting, closing.info = "a", -1, "auto"
    return True
