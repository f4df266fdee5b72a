"""Whole documents: a template filled in, with everything that it needs inside, so that it fetches nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from guidec.targets.templates import environment, template_text

if TYPE_CHECKING:
    from collections.abc import Iterator

# HTML (parsing, section 13.2.3.5) has no place for control characters, UTF-8 none for surrogates. (Naming what is
# left instead would make `re` count 60,000 characters, 8 ms of every start.)
NO_CHARACTERS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
VALID = re.compile(f"[^{NO_CHARACTERS}]*")
INVALID = re.compile(f"[{NO_CHARACTERS}]")
PIECES = 1000
"""Pieces of Jinja that make one of a document: a template gives one for each name in it."""


def render_document(template: str, style: str, script: str, **values: Any) -> str:
    """Fill in `template`, which takes in the template files `style` and `script` and the policy for them."""
    own = inlined(style, script)
    # Those two are valid, and most of the page: looking through them took a tenth of the time.
    known = {own["style"], own["script"]}
    pieces = environment().get_template(template).generate(**own, **values)
    return "".join([piece if piece in known else _valid(piece) for piece in pieces])


def document_pieces(template: str, style: str, script: str, **values: Any) -> Iterator[str]:
    """Give what `render_document` gives in pieces, for a page that is as long as there are guides."""
    stream = environment().get_template(template).stream(**inlined(style, script), **values)
    stream.enable_buffering(PIECES)
    return map(_valid, stream)


def _valid(html: str) -> str:
    # Almost every page is valid, and a run of characters is read three times as fast as a stray one is looked for.
    return html if VALID.fullmatch(html) else INVALID.sub("\ufffd", html)


@cache
def inlined(style: str, script: str) -> dict[str, str]:
    """Give the texts of two template files as `style` and `script`, and the `policy` with their hashes."""
    # Without white space at the ends, which tools that check the hashes leave out.
    css, javascript = template_text(style).strip(), template_text(script).strip()
    policy = (
        f"default-src 'none'; script-src '{csp_hash(javascript)}'; style-src '{csp_hash(css)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return {"style": css, "script": javascript, "policy": policy}


def csp_hash(text: str) -> str:
    """Give the hash that allows an inline script or style of this text (CSP Level 3, section 6.7.3.3)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
