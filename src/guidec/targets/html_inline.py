"""What a page takes in so that it fetches nothing: style, script, and the policy for just these."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from guidec.targets.templates import template_text


@cache
def inlined(style: str, script: str) -> dict[str, str]:
    """Give the texts of two template files as `style` and `script`, and the `policy` with their hashes."""
    css, javascript = template_text(style), template_text(script)
    policy = (
        f"default-src 'none'; script-src '{csp_hash(javascript)}'; style-src '{csp_hash(css)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return {"style": css, "script": javascript, "policy": policy}


def csp_hash(text: str) -> str:
    """Give the hash that allows an inline script or style of this text (CSP Level 3, section 6.7.3.3)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
